import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { firstPart, partPath, wholePath } from '../../container/parts.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { jobId, pathToken } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { addToErasedFile, erasedFileIn } from '../../files/erasedFile.ts';
import { findUsualFolder, forgetBackups, listBackupsBefore } from '../../store/erasures.ts';
import { keyFilePath } from '../../vault/keyFile.ts';
import { createBackup } from '../backups/create.ts';
import type { StoreContext, StudyContext } from '../context.ts';

type Fresh = OutputOf<'privacy.erase'>['backup'];

/** A backup into the usual place, and the ids of the erased beside it; where that cannot be, it is said loudly and stays due. */
export const makeFreshBackup = async (context: StudyContext, erased: readonly CustomerId[]): Promise<Fresh> => {
  const folder = findUsualFolder(context.database);
  if (folder === null) return { state: 'due', folder, reason: 'no_folder' };
  try {
    const made = await createBackup(
      { ...context, database: context.database, pathOf: () => folder },
      { jobId: jobId(context.newId()), folder: pathToken(context.newId()), occasion: 'hand' },
    );
    await addToErasedFile(erasedFileIn(folder), erased);
    return { state: 'made', fileName: made.file, folder };
  } catch (error) {
    if (error instanceof AppError) return { state: 'due', folder, reason: error.code };
    throw error;
  }
};

/** Deletes the backups from before the last erasure, as far as they can be reached; what is not there is forgotten too. */
export const deleteOlderBackups = async (context: StudyContext): Promise<OutputOf<'privacy.deleteOlderBackups'>> => {
  const { isDue, older } = listBackupsBefore(context.database);
  if (isDue) throw new AppError('conflict', { reason: 'backup_due' });
  const present = older.filter(({ folder, file }) => firstPart(join(folder, file)) !== null);
  for (const { folder, file, parts } of present) {
    const path = wholePath(join(folder, file));
    const pieces = Array.from({ length: parts }, (_, index) => partPath(path, index, parts));
    for (const piece of [path, ...pieces, keyFilePath(path)]) await rm(piece, { force: true });
  }
  await context.write('privacy.forgetBackups', { ids: older.map(({ id }) => id) });
  const counts = { deleted: present.length, missing: older.length - present.length };
  await context.write('audit.record', { operation: 'privacy.deleteOlderBackups', details: counts });
  return counts;
};

/** What the engine asks the writer to write down. */
export const backupsOfErasedInternal = {
  'privacy.forgetBackups': (context: StoreContext, { ids }: { readonly ids: readonly string[] }): null => {
    forgetBackups(context.database, ids);
    context.changed(['backups', 'privacy'], []);
    return null;
  },
} as const;
