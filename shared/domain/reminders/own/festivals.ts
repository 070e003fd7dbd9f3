import { SolarTerm } from 'tyme4ts';
import { addDays, localDateOf, weekdayOf } from '../../../types/time.ts';
import type { LocalDate } from '../../../types/time.ts';
import { lunarCelebration } from '../../birthdays.ts';
import type { Festival } from './festivalNames.ts';

const solar =
  (month: number, day: number) =>
  (year: number): LocalDate =>
    localDateOf(year, month, day);

const lunar =
  (month: number, day: number) =>
  (year: number): LocalDate =>
    lunarCelebration(year, month, day, false, 'plain_month');

/** The term of that name whose day falls in the solar year. */
const term =
  (name: string) =>
  (year: number): LocalDate => {
    const inYear = (of: number): LocalDate => {
      const day = SolarTerm.fromName(of, name).getSolarDay();
      return localDateOf(day.getYear(), day.getMonth(), day.getDay());
    };
    const found = inYear(year);
    // The winter solstice opens the round of terms: under a year's number stands that of the December before.
    return Number(found.slice(0, 4)) < year ? inYear(year + 1) : found;
  };

const SUNDAY = 7;
/** The Sunday of that number in a month. */
const sunday =
  (month: number, number: number) =>
  (year: number): LocalDate => {
    const first = localDateOf(year, month, 1);
    return addDays(first, SUNDAY - weekdayOf(first) + (number - 1) * 7);
  };

/** By the number of the year of its own calendar: of the lunar ones the lunar year. */
const days: { readonly [Name in Festival]: (year: number) => LocalDate } = {
  new_year: solar(1, 1),
  laba: lunar(12, 8),
  little_new_year: lunar(12, 23),
  new_year_eve: (year) => addDays(lunar(1, 1)(year + 1), -1),
  spring_festival: lunar(1, 1),
  lantern: lunar(1, 15),
  valentine: solar(2, 14),
  women: solar(3, 8),
  qingming: term('清明'),
  labour: solar(5, 1),
  mother: sunday(5, 2),
  children: solar(6, 1),
  dragon_boat: lunar(5, 5),
  father: sunday(6, 3),
  qixi: lunar(7, 7),
  teacher: solar(9, 10),
  mid_autumn: lunar(8, 15),
  national: solar(10, 1),
  double_ninth: lunar(9, 9),
  winter_solstice: term('冬至'),
  christmas: solar(12, 25),
  spring_begins: term('立春'),
  summer_begins: term('立夏'),
  autumn_begins: term('立秋'),
  winter_begins: term('立冬'),
};

/** Days of the calendar never change. */
const known = new Map<string, LocalDate>();

/** The day of a festival in a year of its own calendar: lunar ones by the lunar year, which may end in the next solar year. */
export const festivalOn = (festival: Festival, year: number): LocalDate => {
  const key = `${festival}${year}`;
  const found = known.get(key) ?? days[festival](year);
  known.set(key, found);
  return found;
};
