import { LunarDay, SolarDay } from 'tyme4ts';
import { dateParts, dayNumber, localDateOf } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/** Day number of the Spring Festival of each year that a span touches, one year either side included. */
export const springFestivals = (from: LocalDate, to: LocalDate): readonly number[] => {
  const days: number[] = [];
  for (let year = dateParts(from).year - 1; year <= dateParts(to).year + 1; year += 1) {
    const day = LunarDay.fromYmd(year, 1, 1).getSolarDay();
    days.push(dayNumber(localDateOf(day.getYear(), day.getMonth(), day.getDay())));
  }
  return days;
};

/** The lunar month, day and leap flag of a day. */
export const lunarPartsOf = (date: LocalDate): { month: number; day: number; isLeapMonth: boolean } => {
  const { year, month, day } = dateParts(date);
  const lunar = SolarDay.fromYmd(year, month, day).getLunarDay();
  // tyme4ts counts a leap month as a negative one.
  return { month: Math.abs(lunar.getMonth()), day: lunar.getDay(), isLeapMonth: lunar.getMonth() < 0 };
};

/** 0 is Sunday, 6 is Saturday. 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/**
 * How busy the shop is on a day against an ordinary one: full before the Spring Festival (everyone wants a new look), closed on
 * the first days, and quiet for the rest of the first month, in which many do not cut their hair (正月不剪头).
 */
export const season = (day: number, festivals: readonly number[]): number => {
  for (const festival of festivals) {
    const after = day - festival;
    if (after >= -21 && after < -1) return 1.9;
    if (after >= -1 && after < 5) return 0;
    if (after >= 5 && after < 29) return 0.45;
  }
  return 1;
};
