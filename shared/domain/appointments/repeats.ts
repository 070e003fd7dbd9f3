import { addDays, addMonths, dateParts, daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

export const repeatUnits = ['day', 'week', 'month'] as const;
export type RepeatUnit = (typeof repeatUnits)[number];

/** Twice a week for a year. */
export const MOST_REPEATS = 104;

/** Every so many days, weeks or months, until a day (included) or so many times, the first one counted (X34). */
export interface RepeatPattern {
  readonly unit: RepeatUnit;
  readonly every: number;
  readonly until: LocalDate | null;
  readonly times: number | null;
}

const dayOf = (first: LocalDate, { unit, every }: RepeatPattern, index: number): LocalDate =>
  unit === 'month' ? addMonths(first, index * every) : addDays(first, index * every * (unit === 'week' ? 7 : 1));

/**
 * The days of a repeated appointment, the first one among them. A month that lacks the day has its last one, and the next month has the
 * day again. Null where there would be more than MOST_REPEATS, or no end was given.
 */
export const repeatedDays = (first: LocalDate, pattern: RepeatPattern): LocalDate[] | null => {
  const { until, times } = pattern;
  if (until === null && times === null) return null;
  const days: LocalDate[] = [];
  for (let index = 0; times === null || index < times; index += 1) {
    const day = dayOf(first, pattern, index);
    if (until !== null && day > until) break;
    if (days.length === MOST_REPEATS) return null;
    days.push(day);
  }
  return days;
};

const monthOf = (date: LocalDate): number => {
  const { year, month } = dateParts(date);
  return year * 12 + month;
};

/**
 * Where a later one of a row goes when one of them is moved from a day to another: by as many days; in a row by the month to the same day of
 * its own month, so that the 31st moved to the 30th is the 30th in every month that has one. What stood beside the row's rhythm stays as
 * far beside it.
 */
export const movedAlong = (unit: RepeatUnit, from: LocalDate, to: LocalDate, day: LocalDate): LocalDate => {
  if (unit !== 'month') return addDays(day, daysBetween(from, to));
  const months = monthOf(day) - monthOf(from);
  return addDays(addMonths(to, months), daysBetween(addMonths(from, months), day));
};
