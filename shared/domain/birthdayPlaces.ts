import type { LocalDate } from '../types/time.ts';
import { dateParts } from '../types/time.ts';
import { nextOccurrence } from './birthdays.ts';
import type { BirthdayOptions } from './birthdays.ts';

type Calendar = 'solar' | 'lunar';

/** The place of a yearly date within its calendar's year, as one number; 0 stands for a missing day. */
export const birthdayPlace = (month: number, day: number, isLeapMonth: boolean): number =>
  month * 64 + day * 2 + (isLeapMonth ? 1 : 0);

const DAYS_IN_LONGEST_MONTH = 31;

/**
 * All places of a calendar whose next celebration, today included, falls in one of these months of the solar year. A solar date
 * without its day counts by its month; a lunar one without its day falls nowhere.
 */
export const birthdayPlacesIn = (
  calendar: Calendar,
  months: readonly number[],
  today: LocalDate,
  options: BirthdayOptions,
): number[] => {
  const places: number[] = calendar === 'solar' ? months.map((month) => birthdayPlace(month, 0, false)) : [];
  const leaps = calendar === 'lunar' ? [false, true] : [false];
  for (let month = 1; month <= 12; month += 1)
    for (let day = 1; day <= DAYS_IN_LONGEST_MONTH; day += 1)
      for (const isLeapMonth of leaps) {
        const on = nextOccurrence({ calendar, year: null, month, day, isLeapMonth }, today, options);
        if (on !== null && months.includes(dateParts(on).month)) places.push(birthdayPlace(month, day, isLeapMonth));
      }
  return places;
};
