import { dateParts, daysInMonth } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';
import { dayOf, nextCelebration } from './birthdays.ts';
import type { BirthdayOptions } from './birthdays.ts';
import type { PartialDateParts } from './partialDate.ts';

/**
 * The age today of someone who told only their age on a day: what was told and the whole years since. Up to a year too low, since
 * nobody knows when in the year the birthday is; it is shown as "about". Null when none was told, or the day has not come.
 */
export const statedAgeOn = (
  stated: { readonly years: number; readonly on: LocalDate } | null,
  today: LocalDate,
): number | null => {
  if (stated === null || stated.on > today) return null;
  const [then, now] = [dateParts(stated.on), dateParts(today)];
  const isYearFull = now.month > then.month || (now.month === then.month && now.day >= then.day);
  return stated.years + now.year - then.year - (isYearFull ? 0 : 1);
};

/** Months from which an age is told in years (宝宝月龄, R012). */
const MONTHS_BELOW = 36;

/**
 * Age in whole months of somebody born on a known day or month, for children under three years; null from then on, before
 * birth, and without year and month. A lunar date counts by the solar month its day fell in.
 */
export const ageInMonthsOn = (birthday: PartialDateParts, today: LocalDate, options: BirthdayOptions): number | null => {
  if (birthday.year === null || birthday.month === null) return null;
  const bornOn = dayOf({ ...birthday, day: birthday.day ?? 1 }, options);
  if (bornOn === null || bornOn > today) return null;
  const [born, now] = [dateParts(bornOn), dateParts(today)];
  const lastDay = daysInMonth(now.year, now.month);
  const isMonthFull = now.day >= Math.min(born.day, lastDay);
  const months = (now.year - born.year) * 12 + now.month - born.month - (isMonthFull ? 0 : 1);
  return months < MONTHS_BELOW ? months : null;
};

/**
 * Age in whole years (周岁, R001) on a day, counted on birthdays of the date's own calendar. Without a month the calendar year
 * decides, without a day the month's first. Null without the year of birth, or before it.
 */
export const ageOn = (birthday: PartialDateParts, today: LocalDate, options: BirthdayOptions): number | null => {
  if (birthday.year === null) return null;
  if (birthday.month === null) {
    const age = dateParts(today).year - birthday.year;
    return age < 0 ? null : age;
  }
  const next = nextCelebration({ ...birthday, day: birthday.day ?? 1 }, today, options);
  if (next === null) return null;
  const age = next.year - birthday.year - (next.on === today ? 0 : 1);
  return age < 0 ? null : age;
};
