import type { OutputOf } from '../../../shared/contract.ts';
import type { StoreCounts } from '../../store/backup.ts';
import { insertBackup, listBackups, markRemoved, savePlace } from '../../store/backups.ts';
import type { BackupRow } from '../../store/backups.ts';
import { storeCountsSchema } from '../../../shared/contract/backups.ts';
import { placeName } from './placeName.ts';
import { recordAudit } from '../audit/record.ts';
import type { StoreContext } from '../context.ts';

/** What is written down of a backup, or of a try that failed. */
export interface BackupEntry extends Pick<
  BackupRow,
  'id' | 'at' | 'file' | 'folder' | 'bytes' | 'sha256' | 'parts' | 'occasion' | 'result' | 'problem'
> {
  readonly counts: StoreCounts | null;
}

/** Writes a backup down; the place it went to is remembered. */
export const registerBackup = (context: StoreContext, entry: BackupEntry): null => {
  const { database } = context;
  const now = context.now();
  const isProven = entry.result === 'proven';
  insertBackup(database, {
    ...entry,
    counts: entry.counts && JSON.stringify(entry.counts),
    proven_at: isProven ? now : null,
    removed_at: null,
  });
  if (entry.result !== 'failed')
    savePlace(database, { id: context.newId(), folder: entry.folder, name: placeName(entry.folder), used_at: now });
  const { file, bytes, sha256, result } = entry;
  recordAudit(context, {
    operation: 'backups.create',
    outcome: result === 'failed' ? 'failed' : 'done',
    details: { file, bytes, sha256 },
  });
  context.changed(['backups'], []);
  return null;
};

export const markBackupsRemoved = (context: StoreContext, { ids }: { readonly ids: readonly string[] }): null => {
  markRemoved(context.database, ids, context.now());
  context.changed(['backups'], []);
  return null;
};

/** The list of made backups, newest first. */
export const pageOfBackups = (context: StoreContext, offset: number, limit: number): OutputOf<'backups.list'> => {
  const { total, rows } = listBackups(context.database, offset, limit);
  return {
    total,
    rows: rows.map(({ id, at, file, folder, bytes, parts, occasion, result, problem, counts, proven_at, removed_at }) => ({
      id,
      at,
      file,
      place: placeName(folder),
      bytes,
      parts,
      occasion,
      result,
      problem,
      provenAt: proven_at,
      removedAt: removed_at,
      counts: counts === null ? null : storeCountsSchema.parse(JSON.parse(counts)),
    })),
  };
};
