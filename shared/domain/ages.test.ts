import { describe, expect, test } from 'vitest';
import { localDate } from '../types/time.ts';
import { ageInMonthsOn, ageOn, statedAgeOn } from './ages.ts';
import type { BirthdayOptions } from './birthdays.ts';

const options: BirthdayOptions = { lunarLeapBirthday: 'leap_month', feb29: 'feb_28' };
const solar = (year: number | null, month: number | null = null, day: number | null = null) =>
  ({ calendar: 'solar', year, month, day, isLeapMonth: false }) as const;
const lunar = (year: number, month: number, day: number) =>
  ({ calendar: 'lunar', year, month, day, isLeapMonth: false }) as const;

describe('R001 the age follows from the birth date', () => {
  test('it goes up on the birthday itself', () => {
    expect(ageOn(solar(1990, 5, 12), localDate('2026-05-11'), options)).toBe(35);
    expect(ageOn(solar(1990, 5, 12), localDate('2026-05-12'), options)).toBe(36);
  });

  test('a lunar birthday counts on its own calendar', () => {
    // The fifth day of the twelfth month of 1990 came on 20 January 1991; in 2027 it comes on 12 January.
    expect(ageOn(lunar(1990, 12, 5), localDate('2027-01-11'), options)).toBe(35);
    expect(ageOn(lunar(1990, 12, 5), localDate('2027-01-12'), options)).toBe(36);
  });

  test('born on 29 February grows older on 28 February in a common year', () => {
    expect(ageOn(solar(2004, 2, 29), localDate('2026-02-27'), options)).toBe(21);
    expect(ageOn(solar(2004, 2, 29), localDate('2026-02-28'), options)).toBe(22);
  });

  test('with the year alone the calendar year decides, without it there is no age', () => {
    expect(ageOn(solar(1990), localDate('2026-01-01'), options)).toBe(36);
    expect(ageOn(solar(null, 5, 12), localDate('2026-01-01'), options)).toBeNull();
    expect(ageOn(solar(2030, 1, 1), localDate('2026-01-01'), options)).toBeNull();
  });
});

describe('the age of a small child is told in months (R012)', () => {
  const born = (year: number, month: number | null, day: number | null, calendar: 'solar' | 'lunar' = 'solar') => ({
    calendar,
    year,
    month,
    day,
    isLeapMonth: false,
  });
  const months = (birthday: ReturnType<typeof born>, today: string) => ageInMonthsOn(birthday, localDate(today), options);
  test('counts whole months, and stops at three years', () => {
    expect(months(born(2025, 9, 21), '2026-11-20')).toBe(13);
    expect(months(born(2025, 9, 21), '2026-11-21')).toBe(14);
    expect(months(born(2023, 11, 22), '2026-11-21')).toBe(35);
    expect(months(born(2023, 11, 21), '2026-11-21')).toBeNull();
  });
  test('ends a month on its last day for a child born on the 31st', () => {
    expect(months(born(2026, 1, 31), '2026-02-27')).toBe(0);
    expect(months(born(2026, 1, 31), '2026-02-28')).toBe(1);
  });
  test('knows the month alone, a lunar date, and nothing of a date without its year or before birth', () => {
    expect(months(born(2026, 3, null), '2026-11-21')).toBe(8);
    expect(months(born(2025, 8, 15, 'lunar'), '2026-11-21')).toBe(13);
    expect(months({ ...born(2026, 12, 1) }, '2026-11-21')).toBeNull();
    expect(ageInMonthsOn({ ...born(2026, 3, 1), year: null }, localDate('2026-11-21'), options)).toBeNull();
  });
});

describe('an age that was told (R001)', () => {
  test('grows by a year on the day it was told, and is unknown before', () => {
    const stated = { years: 40, on: localDate('2024-02-29') };
    const ages = ['2024-02-28', '2024-02-29', '2025-02-28', '2025-03-01', '2026-03-01'].map((day) =>
      statedAgeOn(stated, localDate(day)),
    );
    expect(ages).toEqual([null, 40, 40, 41, 42]);
    expect(statedAgeOn(null, localDate('2026-11-21'))).toBeNull();
  });
});
