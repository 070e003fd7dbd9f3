import type BetterSqlite3 from 'better-sqlite3';
import { ageOn, statedAgeOn } from '../../shared/domain/ages.ts';
import type { PartialDateParts } from '../../shared/domain/partialDate.ts';
import { isLocalDate, localDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';

// The domain's rules of age for statements that go through everybody: written in SQL they would be another rule.

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const day = (value: unknown): LocalDate | null => (typeof value === 'string' && isLocalDate(value) ? localDate(value) : null);

/**
 * Makes known to a connection: age_on(calendar, year, month, day, is_leap_month, today, lunar leap, 29 February), of a birthday as it
 * is stored; stated_age_on(years, on, today), of an age that was told. Whole years, or NULL where nobody knows.
 */
export const addAgeFunctions = (connection: BetterSqlite3.Database): void => {
  connection.function(
    'age_on',
    { deterministic: true },
    (
      calendar: unknown,
      year: unknown,
      month: unknown,
      dayOfMonth: unknown,
      isLeap: unknown,
      on: unknown,
      leap: unknown,
      feb29: unknown,
    ) => {
      const today = day(on);
      if (today === null || (calendar !== 'solar' && calendar !== 'lunar')) return null;
      const date: PartialDateParts = {
        calendar,
        year: number(year),
        month: number(month),
        day: number(dayOfMonth),
        isLeapMonth: isLeap === 1,
      };
      return ageOn(date, today, {
        lunarLeapBirthday: leap === 'leap_month' ? 'leap_month' : 'plain_month',
        feb29: feb29 === 'mar_1' ? 'mar_1' : 'feb_28',
      });
    },
  );
  connection.function('stated_age_on', { deterministic: true }, (years: unknown, on: unknown, until: unknown) => {
    const [told, since, today] = [number(years), day(on), day(until)];
    return told === null || since === null || today === null ? null : statedAgeOn({ years: told, on: since }, today);
  });
};
