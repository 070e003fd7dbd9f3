import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { RETRY_MILLISECONDS, daysSinceBackup, isBackupStale, isDailyDue } from '../../../shared/domain/backups/due.ts';
import { businessDate } from '../../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import { readLastChange } from '../../store/backup.ts';
import { findLatestBackup, findLatestTry, findUsualPlace } from '../../store/backups.ts';
import { holdsNobody } from '../../store/bulk.ts';
import type { BaseContext, StudyContext } from '../context.ts';

const dayOf = (context: BaseContext, at: Instant): LocalDate => {
  const { timeZone, dayTurnHour } = context.settings();
  return businessDate(at, timeZone, dayTurnHour);
};

/** How old the last proven backup is, what went wrong since, and what comes next by itself. */
export const statusOf = (context: BaseContext): OutputOf<'backups.status'> => {
  const { database } = context;
  const { backupDaily, backupStaleDays } = context.settings();
  const latest = findLatestBackup(database);
  const tried = findLatestTry(database);
  const place = findUsualPlace(database);
  const provenAt = latest?.proven_at ?? null;
  const age = { lastDay: provenAt === null ? null : dayOf(context, provenAt), today: context.today() };
  const isFailed = tried !== undefined && tried.result !== 'proven' && tried.at >= (latest?.at ?? 0);
  return {
    last: latest ? { at: latest.at, file: latest.file, bytes: latest.bytes, folder: latest.folder } : null,
    daysSince: daysSinceBackup(age),
    isStale: isBackupStale(age, backupStaleDays, !holdsNobody(database)),
    lastTry: isFailed ? { at: tried.at, problem: tried.problem ?? 'internal', occasion: tried.occasion } : null,
    usualPlace: place?.name ?? null,
    daily: !place ? 'no_place' : !backupDaily ? 'off' : isDailyDue(age) ? 'due' : 'today_done',
  };
};

/** Whether a backup by itself is due: it is wanted, and something was written since the last proven one. */
export const isBackupDue = (
  context: StudyContext,
  { occasion }: HandlerInput<'backups.due'>,
): Promise<OutputOf<'backups.due'>> => {
  const { database } = context;
  const { backupDaily, backupAtClosing } = context.settings();
  const latest = findLatestBackup(database);
  const tried = findLatestTry(database);
  const now = context.now();
  const wasTriedJustNow = tried?.result === 'failed' && now >= tried.at && now - tried.at < RETRY_MILLISECONDS;
  const isWanted =
    occasion === 'closing'
      ? backupAtClosing
      : occasion === 'hand' ||
        (backupDaily &&
          !wasTriedJustNow &&
          isDailyDue({ lastDay: latest ? dayOf(context, latest.at) : null, today: context.today() }));
  if (!isWanted || holdsNobody(database)) return Promise.resolve({ isDue: false });
  const { at } = readLastChange(database);
  return Promise.resolve({ isDue: latest === undefined || (at !== null && at > latest.at) });
};
