import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import { parseAmount, parseBirthday, parseCalendar, parseDate, parseGender, parsePoints, parseUnits } from './values.ts';

const today = localDate('2026-11-21');

describe('amounts', () => {
  it.each([
    ['11.77', 1177],
    ['0.00', 0],
    ['12', 1200],
    ['7.5', 750],
    ['1,280.00', 128000],
    ['¥88', 8800],
    ['￥88.50', 8850],
    ['88元', 8800],
    ['１２．３４', 1234],
    ['88.5000', 8850],
    ['RMB 30', 3000],
    ['100000000', 10_000_000_000],
  ])('reads %s exactly', (text, expected) => {
    expect(parseAmount(text)).toBe(expected);
  });
  it.each(['', 'abc', '11.777', '-5', '1,28', '12.3.4', '1e3', '99999999999', '12 34'])(
    'refuses %s rather than guess',
    (text) => {
      expect(parseAmount(text)).toBeNull();
    },
  );
  law.prop([fc.integer({ min: 0, max: 10_000_000_000 })])(
    'whatever is written with two decimals is read back to the cent',
    (cents) => {
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      expect(parseAmount(text)).toBe(cents);
      expect(parseAmount(`¥${text}00`)).toBe(cents);
    },
  );
});

describe('quantities', () => {
  it.each([
    ['1', 1000],
    ['12', 12000],
    ['0.25', 250],
    ['3.000', 3000],
    ['2件', 2000],
    ['1.50000', 1500],
  ])('%s is %i thousandths', (text, expected) => {
    expect(parseUnits(text)).toBe(expected);
  });
  it.each(['0', '-1', 'x', '0.0001', '1000001'])('refuses %s', (text) => {
    expect(parseUnits(text)).toBeNull();
  });
});

describe('days', () => {
  it.each([
    ['2024-05-01', '2024-05-01'],
    ['2024/5/1', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['2024年5月1日', '2024-05-01'],
    ['2024.5.1', '2024-05-01'],
    ['2024-05-01 13:22:05', '2024-05-01'],
    ['2024-05-01T08:00', '2024-05-01'],
    ['２０２４－０５－０１', '2024-05-01'],
    ['45413', '2024-05-01'],
    ['45413.5', '2024-05-01'],
    ['19970101', '1997-01-01'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });
  it.each(['2024-02-30', '20240230', '2024-13-01', '1/2/2024', '', 'gestern', '202405'])('refuses %s', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('people', () => {
  it.each([
    ['男', 'male'],
    ['女', 'female'],
    ['保密', 'unknown'],
    ['0', 'male'],
    ['1', 'female'],
    ['2', 'unknown'],
    ['Female', 'female'],
    ['先生', 'male'],
  ])('gender %s is %s', (text, expected) => {
    expect(parseGender(text)).toBe(expected);
  });
  it('does not take a word it does not know for a gender', () => {
    expect(parseGender('constructor')).toBeNull();
    expect(parseGender('3')).toBeNull();
  });
  it.each([
    ['120', 120],
    ['1,280', 1280],
    ['120.00', 120],
    ['-30', -30],
    ['50分', 50],
  ])('%s points are %i', (text, expected) => {
    expect(parsePoints(text)).toBe(expected);
  });
  it('refuses part of a point', () => {
    expect(parsePoints('120.5')).toBeNull();
  });
  it('knows the calendars of old member programs: 0 is lunar, 1 is solar', () => {
    expect([parseCalendar('0'), parseCalendar('1'), parseCalendar('农历'), parseCalendar('公历'), parseCalendar('x')]).toEqual([
      'lunar',
      'solar',
      'lunar',
      'solar',
      null,
    ]);
  });
  it('reads a birthday in the calendar its column names (R011)', () => {
    expect(parseBirthday('1990-8-15', 'lunar', today)).toMatchObject({ calendar: 'lunar', year: 1990, month: 8, day: 15 });
    expect(parseBirthday('1990-08-15 00:00:00', 'solar', today)).toMatchObject({ calendar: 'solar', month: 8, day: 15 });
    expect(parseBirthday('33100', 'solar', today)).toMatchObject({ year: 1990, month: 8, day: 15 });
    expect(parseBirthday('农历八月十五', 'solar', today)).toMatchObject({ calendar: 'lunar', year: null, month: 8, day: 15 });
  });
  it('refuses a birthday that lies ahead', () => {
    expect(parseBirthday('2026-11-22', 'solar', today)).toBeNull();
    expect(parseBirthday('2026-11-21', 'solar', today)).not.toBeNull();
  });
});
