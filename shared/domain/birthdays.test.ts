import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate, localDateOf } from '../types/time.ts';
import { nextCelebration, nextOccurrence, turningOn } from './birthdays.ts';
import type { BirthdayOptions } from './birthdays.ts';
import type { PartialDateParts } from './partialDate.ts';

const usual: BirthdayOptions = { lunarLeapBirthday: 'leap_month', feb29: 'feb_28' };
const inPlainMonth: BirthdayOptions = { ...usual, lunarLeapBirthday: 'plain_month' };

const solar = (month: number | null, day: number | null, year: number | null = null): PartialDateParts => ({
  calendar: 'solar',
  year,
  month,
  day,
  isLeapMonth: false,
});
const lunar = (month: number, day: number | null, isLeapMonth = false, year: number | null = null): PartialDateParts => ({
  calendar: 'lunar',
  year,
  month,
  day,
  isLeapMonth,
});
const next = (date: PartialDateParts, today: string, options = usual): string | null =>
  nextOccurrence(date, localDate(today), options);

describe('solar birthdays (R011)', () => {
  it('counts today, and from tomorrow on next year', () => {
    expect(next(solar(5, 12), '2026-05-12')).toBe('2026-05-12');
    expect(next(solar(5, 12), '2026-05-13')).toBe('2027-05-12');
  });
  it('celebrates 29 February on the 28th in common years, or on 1 March where the shop says so', () => {
    expect(next(solar(2, 29), '2026-01-01')).toBe('2026-02-28');
    expect(next(solar(2, 29), '2028-01-01')).toBe('2028-02-29');
    expect(next(solar(2, 29), '2026-01-01', { ...usual, feb29: 'mar_1' })).toBe('2026-03-01');
    expect(next(solar(2, 29), '2028-01-01', { ...usual, feb29: 'mar_1' })).toBe('2028-02-29');
    expect(next(solar(2, 29), '2027-03-01')).toBe('2028-02-29');
  });
  it('has no next day without a month or a day', () => {
    expect(next(solar(5, null, 1990), '2026-01-01')).toBeNull();
    expect(next(solar(null, null, 1990), '2026-01-01')).toBeNull();
  });
});

describe('lunar birthdays (R011)', () => {
  it('knows the new years that Intl gets wrong, 2027 and 2030', () => {
    expect(next(lunar(1, 1), '2027-01-01')).toBe('2027-02-06');
    expect(next(lunar(1, 1), '2030-01-01')).toBe('2030-02-03');
    expect(next(lunar(8, 15), '2026-01-01')).toBe('2026-09-25');
  });
  it('finds the eleventh and twelfth month of last lunar year early in the solar year', () => {
    expect(next(lunar(12, 8), '2027-01-01')).toBe('2027-01-15');
    expect(next(lunar(11, 20), '2026-01-01')).toBe('2026-01-08');
    expect(next(lunar(11, 20), '2026-01-09')).toBe('2026-12-28');
  });
  it('lets the shop choose the month where the leap month exists: the sixth doubles in 2025, the fifth in 2028', () => {
    expect(next(lunar(6, 3, true), '2025-01-30')).toBe('2025-07-27');
    expect(next(lunar(6, 3, true), '2025-01-30', inPlainMonth)).toBe('2025-06-27');
    expect(next(lunar(5, 1, true), '2028-02-01')).toBe('2028-06-23');
    expect(next(lunar(5, 1, true), '2028-02-01', inPlainMonth)).toBe('2028-05-24');
    expect(next(lunar(11, 1, true), '2033-06-01')).toBe('2033-12-22');
  });
  it('uses the plain month in years without the leap month', () => {
    expect(next(lunar(6, 3, true), '2026-01-01')).toBe(next(lunar(6, 3), '2026-01-01'));
  });
  it('keeps a plain birthday in the plain month of a year that doubles it', () => {
    expect(next(lunar(6, 3), '2025-01-30')).toBe('2025-06-27');
    expect(next(lunar(6, 3), '2025-06-28')).toBe('2026-07-16');
  });
  it('moves a missing day 30 to the 29th: the twelfth month of 2025 has 29 days', () => {
    expect(next(lunar(12, 30), '2026-01-01')).toBe('2026-02-16');
    expect(next(lunar(12, 29), '2026-01-01')).toBe('2026-02-16');
    // The leap sixth month of 2025 has 29 days, the plain one 30.
    expect(next(lunar(6, 30, true), '2025-07-01')).toBe('2025-08-22');
    expect(next(lunar(6, 30), '2025-07-01')).toBe('2025-07-24');
  });
});

describe('what the celebration brings', () => {
  const turning = (born: PartialDateParts, today: string): number | null => {
    const celebration = nextCelebration(born, localDate(today), usual);
    if (celebration === null) throw new Error('a full date has a next day');
    return turningOn(born, celebration);
  };
  it('counts years of its own calendar: the twelfth month belongs to the lunar year before', () => {
    expect(nextCelebration(lunar(12, 8, false, 1990), localDate('2027-01-01'), usual)).toEqual({ on: '2027-01-15', year: 2026 });
    expect(turning(lunar(12, 8, false, 1990), '2027-01-01')).toBe(36);
    expect(turning(solar(5, 12, 1990), '2026-05-12')).toBe(36);
    expect(turning(solar(5, 12, 1990), '2026-05-13')).toBe(37);
  });
  it('is unknown without a year of birth, and on the day of birth itself', () => {
    expect(turning(solar(5, 12), '2026-05-12')).toBeNull();
    expect(turning(solar(5, 12, 2026), '2026-05-01')).toBeNull();
  });
});

describe('every yearly date', () => {
  const dates = fc.oneof(
    fc.record({
      calendar: fc.constant('solar' as const),
      year: fc.constant(null),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      isLeapMonth: fc.constant(false),
    }),
    fc.record({
      calendar: fc.constant('lunar' as const),
      year: fc.constant(null),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      isLeapMonth: fc.boolean(),
    }),
  );
  const days = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays(localDateOf(2000, 1, 1), days));

  it('comes on today or within 13 months, is the first one, and stays the same until it has passed', () => {
    fc.assert(
      fc.property(dates, days, fc.boolean(), (date, today, isPlain) => {
        const options = isPlain ? inPlainMonth : usual;
        const on = nextOccurrence(date, today, options);
        if (on === null) throw new Error('a full date has a next day');
        const wait = daysBetween(today, on);
        expect(wait).toBeGreaterThanOrEqual(0);
        // Leap month one year, plain month 12 or 13 months later, or the other way round.
        expect(wait).toBeLessThanOrEqual(415);
        expect(nextOccurrence(date, addDays(today, Math.floor(wait / 2)), options)).toBe(on);
        expect(nextOccurrence(date, on, options)).toBe(on);
        expect(nextOccurrence(date, addDays(on, 1), options)).not.toBe(on);
      }),
    );
  });
});
