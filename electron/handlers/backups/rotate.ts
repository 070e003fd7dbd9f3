import { join } from 'node:path';
import { redundantBackups } from '../../../shared/domain/backups/rotation.ts';
import { businessDate } from '../../../shared/types/time.ts';
import { firstPart } from '../../container/parts.ts';
import { readContainer } from '../../container/read.ts';
import { removeWithParts } from '../../files/scratch.ts';
import { syncFolder } from '../../files/sync.ts';
import { listProvenIn } from '../../store/backups.ts';
import type { BackupRow } from '../../store/backups.ts';
import { isClockBehind } from '../clock.ts';
import type { StudyContext } from '../context.ts';

/** Whether the file is still the one that was proven: another of the same name is somebody's and stays. */
const isStillThat = async (row: BackupRow, path: string): Promise<boolean> => {
  const container = await readContainer(path).catch(() => null);
  return container?.header.backupId === row.id;
};

/**
 * Takes the backups of this shop away that newer proven ones in the same folder stand for. Only files that this store has proven
 * itself and finds unexchanged; whatever else lies there stays. None goes while the clock is behind the last entry (R7). Returns how many went. A file that will not go is no failure of the new backup.
 */
export const rotate = async (context: StudyContext, folder: string): Promise<number> => {
  if (isClockBehind(context)) return 0;
  const { timeZone, dayTurnHour } = context.settings();
  const there: BackupRow[] = [];
  const gone: string[] = [];
  for (const row of listProvenIn(context.database, folder)) {
    const path = join(folder, row.file);
    if (!firstPart(path)) gone.push(row.id);
    else if (await isStillThat(row, path)) there.push(row);
  }
  const kept = there.map(({ id, at }) => ({ id, at, day: businessDate(at, timeZone, dayTurnHour) }));
  const redundant = new Set(redundantBackups(kept, context.today()));
  const removed: string[] = [];
  for (const row of there) {
    if (!redundant.has(row.id)) continue;
    await removeWithParts(join(folder, row.file));
    if (!firstPart(join(folder, row.file))) removed.push(row.id);
  }
  if (removed.length > 0) await syncFolder(folder).catch(() => undefined);
  if (removed.length + gone.length > 0) await context.write('backups.markRemoved', { ids: [...removed, ...gone] });
  return removed.length;
};
