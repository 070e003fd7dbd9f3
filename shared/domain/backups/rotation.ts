import { dateParts, dayNumber } from '../../types/time.ts';
import type { Instant, LocalDate } from '../../types/time.ts';

/** A proven backup in one place. */
export interface KeptBackup {
  readonly id: string;
  readonly at: Instant;
  /** The business day it was made on. */
  readonly day: LocalDate;
}

/** How many are kept: of today, and of the latest days, weeks and months that have one. */
export const keptBackups = { today: 3, days: 7, weeks: 4, months: 12 } as const;

/** Weeks begin on Monday (ISO 8601): 1970-01-01 was a Thursday. */
const weekOf = (day: LocalDate): string => String(Math.floor((dayNumber(day) + 3) / 7));
const monthOf = (day: LocalDate): string => {
  const { year, month } = dateParts(day);
  return `${year}-${month}`;
};

const newestFirst = (one: KeptBackup, other: KeptBackup): number =>
  other.at - one.at || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);

/** The newest of each of the first `most` periods. */
const newestOfEach = (sorted: readonly KeptBackup[], most: number, periodOf: (day: LocalDate) => string): string[] => {
  const newest = new Map<string, string>();
  for (const { id, day } of sorted) {
    const period = periodOf(day);
    if (newest.size < most && !newest.has(period)) newest.set(period, id);
  }
  return [...newest.values()];
};

/**
 * Which proven backups of one place are no longer needed: grandfather, father, son, with the newest of a period standing for it
 * (as `restic forget --keep-daily` has it: periods without a backup do not count, so a month away costs nothing). Never the newest.
 * Doing what it says and asking again gives nothing more.
 */
export const redundantBackups = (backups: readonly KeptBackup[], today: LocalDate): string[] => {
  const sorted = backups.toSorted(newestFirst);
  const kept = new Set([
    ...sorted.slice(0, 1).map(({ id }) => id),
    ...sorted
      .filter(({ day }) => day === today)
      .slice(0, keptBackups.today)
      .map(({ id }) => id),
    ...newestOfEach(sorted, keptBackups.days, (day) => day),
    ...newestOfEach(sorted, keptBackups.weeks, weekOf),
    ...newestOfEach(sorted, keptBackups.months, monthOf),
  ]);
  return sorted.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
};
