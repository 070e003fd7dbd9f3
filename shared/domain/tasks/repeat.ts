import { addDays, addMonths, dateParts, daysBetween, daysInMonth, localDateOf } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

export const repeatUnits = ['day', 'week', 'month'] as const;
export type RepeatUnit = (typeof repeatUnits)[number];

/** How a task comes again (R055): every `every` days, weeks or months. */
export interface Repeat {
  readonly unit: RepeatUnit;
  /** 1 to 365. */
  readonly every: number;
  /** The day of the month it is meant for, 1 to 31; a shorter month has its last day instead, and the next long one the day again. */
  readonly day: number;
}

const DAYS_OF_WEEK = 7;

const inMonthsAfter = (due: LocalDate, months: number, day: number): LocalDate => {
  const { year, month } = dateParts(addMonths(localDateOf(dateParts(due).year, dateParts(due).month, 1), months));
  return localDateOf(year, month, Math.min(day, daysInMonth(year, month)));
};

/**
 * When a task that was due on `due` and is settled `today` is due again: on the first day of its rhythm after both, so that nothing missed over
 * a holiday piles up, and doing it early does not bring it back the same week. Days of the calendar only: no hour, so no clock change matters.
 */
export const nextDue = ({ unit, every, day }: Repeat, due: LocalDate, today: LocalDate): LocalDate => {
  const after = today > due ? today : due;
  if (unit !== 'month') {
    const length = unit === 'week' ? every * DAYS_OF_WEEK : every;
    return addDays(due, (Math.floor(daysBetween(due, after) / length) + 1) * length);
  }
  const [from, until] = [dateParts(due), dateParts(after)];
  const months = (until.year - from.year) * 12 + (until.month - from.month);
  const whole = Math.floor(months / every) * every;
  const candidate = inMonthsAfter(due, whole, day);
  return candidate > after ? candidate : inMonthsAfter(due, whole + every, day);
};
