import { dateParts } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';
import { nextCelebration } from './birthdays.ts';
import type { BirthdayOptions } from './birthdays.ts';
import type { PartialDateParts } from './partialDate.ts';

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
