import { LunarDay } from 'tyme4ts';
import { dateParts, daysInMonth, localDateOf } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';
import type { PartialDateParts } from './partialDate.ts';

const MISSING_DAY = 30;

/** The day of the Gregorian calendar on which a lunar date fell; a day 30 that the month lacks is day 29. */
const solarDayOf = (year: number, month: number, day: number, isLeapMonth: boolean): LocalDate | null => {
  const find = (lunarMonth: number, lunarDay: number): LocalDate | null => {
    try {
      const found = LunarDay.fromYmd(year, lunarMonth, lunarDay).getSolarDay();
      return localDateOf(found.getYear(), found.getMonth(), found.getDay());
    } catch {
      // tyme4ts throws for a leap month or a day 30 that the year does not have.
      return null;
    }
  };
  const days = day === MISSING_DAY ? [day, day - 1] : [day];
  const months = isLeapMonth ? [-month, month] : [month];
  return months.flatMap((each) => days.map((one) => find(each, one))).find((found) => found !== null) ?? null;
};

const birthDayOf = ({ calendar, year, month, day, isLeapMonth }: PartialDateParts): LocalDate | null => {
  if (year === null || month === null) return null;
  if (calendar === 'lunar') return solarDayOf(year, month, day ?? 1, isLeapMonth);
  return localDateOf(year, month, Math.min(day ?? 1, daysInMonth(year, month)));
};

/**
 * Age in whole years on a day (R001), by the Gregorian calendar. Where only the year is known, the age reached in the
 * course of this year; where the day is unknown, as if born on the first of the month. Null without a year or before birth.
 */
export const ageOn = (birthday: PartialDateParts | null, today: LocalDate): number | null => {
  if (birthday?.year == null) return null;
  const born = birthDayOf(birthday);
  const now = dateParts(today);
  if (born === null) return birthday.year > now.year ? null : now.year - birthday.year;
  const then = dateParts(born);
  const hadBirthday = now.month > then.month || (now.month === then.month && now.day >= then.day);
  const age = now.year - then.year - (hadBirthday ? 0 : 1);
  return age < 0 ? null : age;
};
