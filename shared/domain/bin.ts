import { daysBetween } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';

/** So many days after the day of removal a customer can be brought back (X37); then everything of theirs is deleted. */
export const BIN_DAYS = 30;

/** Days left in the bin, today included; 0 when the time is up. A clock set back never shortens the time. */
export const binDaysLeft = (removedOn: LocalDate, today: LocalDate): number =>
  Math.max(0, BIN_DAYS - daysBetween(removedOn, today));
