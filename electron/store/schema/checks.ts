import type { Instant } from '../../../shared/types/time.ts';

/** One look at the whole store. */
export interface StoreChecksTable {
  id: string;
  at: Instant;
  /** JSON text: what did not hold; an empty list when all did. */
  problems: string;
}
/** Somebody said that the clock is right. */
export interface ClockMarksTable {
  at: Instant;
  /** The latest time that an entry bore then: times from `at` to here are of a wrong clock. */
  ignored_until: Instant;
}

export interface CheckTables {
  store_checks: StoreChecksTable;
  clock_marks: ClockMarksTable;
}
