import { daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

export interface BackupAge {
  /** The business day of the last proven backup; null: there is none. */
  readonly lastDay: LocalDate | null;
  readonly today: LocalDate;
}

/** Days since the last proven backup, never negative: a clock may have been put back. Null: there is none. */
export const daysSinceBackup = ({ lastDay, today }: BackupAge): number | null =>
  lastDay === null ? null : Math.max(0, daysBetween(lastDay, today));

/** Whether the shop should be reminded: the last proven backup is older than its limit, or there is none although there is something to lose. */
export const isBackupStale = (age: BackupAge, limitDays: number, holdsAnything: boolean): boolean => {
  const days = daysSinceBackup(age);
  return days === null ? holdsAnything : days >= limitDays;
};

/** Whether the backup of the day is still to be made. */
export const isDailyDue = ({ lastDay, today }: BackupAge): boolean => lastDay !== today;

/** After a try that failed, the next by itself waits an hour: a full stick is not hammered. */
export const RETRY_MILLISECONDS = 60 * 60 * 1000;
