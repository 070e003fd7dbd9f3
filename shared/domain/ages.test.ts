import { describe, expect, test } from 'vitest';
import { localDate } from '../types/time.ts';
import { ageOn } from './ages.ts';
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
