import { LunarMonth, LunarYear } from 'tyme4ts';
import { addDays, dateParts, daysInMonth, localDateOf } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';
import type { PartialDateParts } from './partialDate.ts';

/** How the two dates that do not come every year are celebrated (DOMAIN "Birthdays"). */
export interface BirthdayOptions {
  /** In a year that has the leap month of a birthday in it: the plain month before it, or the leap month itself. */
  readonly lunarLeapBirthday: 'plain_month' | 'leap_month';
  /** A 29 February in a common year. */
  readonly feb29: 'feb_28' | 'mar_1';
}

/** The options as the shop's settings hold them. */
export const birthdayOptionsOf = (settings: {
  readonly lunarLeapBirthday: BirthdayOptions['lunarLeapBirthday'];
  readonly feb29Birthday: BirthdayOptions['feb29'];
}): BirthdayOptions => ({ lunarLeapBirthday: settings.lunarLeapBirthday, feb29: settings.feb29Birthday });

/** One celebration: the day it falls on, and the year of its own calendar (the lunar year for a lunar date). */
export interface Celebration {
  readonly on: LocalDate;
  readonly year: number;
}

interface MonthSpan {
  readonly firstDay: LocalDate;
  readonly dayCount: number;
}

/** First days and lengths of lunar months, which are astronomy and never change; a leap month has a negative number. */
const lunarMonths = new Map<number, MonthSpan>();
const leapMonths = new Map<number, number>();

const lunarMonth = (year: number, month: number): MonthSpan => {
  const key = year * 32 + month + 16;
  const known = lunarMonths.get(key);
  if (known) return known;
  const found = LunarMonth.fromYm(year, month);
  const first = found.getFirstJulianDay().getSolarDay();
  const made = {
    firstDay: localDateOf(first.getYear(), first.getMonth(), first.getDay()),
    dayCount: found.getDayCount(),
  };
  lunarMonths.set(key, made);
  return made;
};

/** The month that is doubled in a lunar year, 0 when none is. */
const leapMonthOf = (lunarYear: number): number => {
  const known = leapMonths.get(lunarYear);
  if (known !== undefined) return known;
  const found = LunarYear.fromYear(lunarYear).getLeapMonth();
  leapMonths.set(lunarYear, found);
  return found;
};

/** The day of a lunar date in a lunar year. A missing day 30 falls on day 29, a missing leap month on the plain one. */
export const lunarCelebration = (
  lunarYear: number,
  month: number,
  day: number,
  isLeapMonth: boolean,
  lunarLeapBirthday: BirthdayOptions['lunarLeapBirthday'],
): LocalDate => {
  const inLeap = isLeapMonth && lunarLeapBirthday === 'leap_month' && leapMonthOf(lunarYear) === month;
  const span = lunarMonth(lunarYear, inLeap ? -month : month);
  return addDays(span.firstDay, Math.min(day, span.dayCount) - 1);
};

const solarCelebration = (year: number, month: number, day: number, feb29: BirthdayOptions['feb29']): LocalDate => {
  const isMissing = day > daysInMonth(year, month);
  return isMissing && feb29 === 'mar_1'
    ? localDateOf(year, 3, 1)
    : localDateOf(year, month, Math.min(day, daysInMonth(year, month)));
};

const celebrationIn = (year: number, date: PartialDateParts, month: number, day: number, options: BirthdayOptions): LocalDate =>
  date.calendar === 'solar'
    ? solarCelebration(year, month, day, options.feb29)
    : lunarCelebration(year, month, day, date.isLeapMonth, options.lunarLeapBirthday);

const findNext = (date: PartialDateParts, today: LocalDate, options: BirthdayOptions): Celebration | null => {
  const { month, day } = date;
  if (month === null || day === null) return null;
  const thisYear = dateParts(today).year;
  // The months 11 and 12 of a lunar year fall in the next solar year: the year before may still hold today's.
  for (let year = date.calendar === 'lunar' ? thisYear - 1 : thisYear; year <= thisYear + 1; year += 1) {
    const on = celebrationIn(year, date, month, day, options);
    if (on >= today) return { on, year };
  }
  return null;
};

/** The answers of one day: there are fewer different birthdays than customers. */
let remembered: { readonly key: string; readonly answers: Map<number, Celebration | null> } = { key: '', answers: new Map() };

/**
 * The next day a yearly date is celebrated on, today included, with the year of its own calendar (R011). Null when the month
 * or the day is missing. Lunar dates by tyme4ts, good for the years 1000 to 9990.
 */
export const nextCelebration = (date: PartialDateParts, today: LocalDate, options: BirthdayOptions): Celebration | null => {
  if (date.month === null || date.day === null) return null;
  const key = `${today}${options.lunarLeapBirthday}${options.feb29}`;
  if (remembered.key !== key) remembered = { key, answers: new Map() };
  const place = ((date.month * 32 + date.day) * 2 + (date.isLeapMonth ? 1 : 0)) * 2 + (date.calendar === 'lunar' ? 1 : 0);
  const known = remembered.answers.get(place);
  if (known !== undefined) return known;
  const found = findNext(date, today, options);
  remembered.answers.set(place, found);
  return found;
};

/** `nextCelebration` for those who want only the day. */
export const nextOccurrence = (date: PartialDateParts, today: LocalDate, options: BirthdayOptions): LocalDate | null =>
  nextCelebration(date, today, options)?.on ?? null;

/** The one day of a date with year, month and day; null when one of them is missing. */
export const dayOf = (date: PartialDateParts, options: BirthdayOptions): LocalDate | null =>
  date.year === null || date.month === null || date.day === null
    ? null
    : celebrationIn(date.year, date, date.month, date.day, options);

/** The next day of an important date, today included: of a yearly one the next time, of a single one its day while it is to come. */
export const nextOccasion = (
  { date, isYearly }: { readonly date: PartialDateParts; readonly isYearly: boolean },
  today: LocalDate,
  options: BirthdayOptions,
): LocalDate | null => {
  if (isYearly) return nextOccurrence(date, today, options);
  const on = dayOf(date, options);
  return on === null || on < today ? null : on;
};

/** How old the person becomes on a celebration; null without the year of birth, or when it would be their day of birth. */
export const turningOn = (date: PartialDateParts, celebration: Celebration): number | null =>
  date.year === null || celebration.year <= date.year ? null : celebration.year - date.year;
