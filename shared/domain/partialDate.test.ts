import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../types/time.ts';
import { lunarDayName, parsePartialDate, partialDateInputText, type PartialDateParts } from './partialDate.ts';

const today = localDate('2026-11-21');
const solar = (year: number | null, month: number | null, day: number | null): PartialDateParts => ({
  calendar: 'solar',
  year,
  month,
  day,
  isLeapMonth: false,
});
const lunar = (year: number | null, month: number | null, day: number | null, isLeapMonth = false): PartialDateParts => ({
  calendar: 'lunar',
  year,
  month,
  day,
  isLeapMonth,
});

describe('R011: a birthday is read as people type it', () => {
  test.each([
    ['1990-5-12', solar(1990, 5, 12)],
    ['1990/05/12', solar(1990, 5, 12)],
    ['1990.5.12', solar(1990, 5, 12)],
    ['1990 5 12', solar(1990, 5, 12)],
    ['1990年5月12日', solar(1990, 5, 12)],
    ['19900512', solar(1990, 5, 12)],
    ['１９９０-５-１２', solar(1990, 5, 12)],
    ['90-5-12', solar(1990, 5, 12)],
    ['05-5-12', solar(2005, 5, 12)],
    ['一九九〇年五月十二日', solar(1990, 5, 12)],
    ['5-12', solar(null, 5, 12)],
    ['--05-12', solar(null, 5, 12)],
    ['--05', solar(null, 5, null)],
    ['8.15', solar(null, 8, 15)],
    ['0815', solar(null, 8, 15)],
    ['5月12号', solar(null, 5, 12)],
    ['2-29', solar(null, 2, 29)],
    ['1990-5', solar(1990, 5, null)],
    ['1990年5月', solar(1990, 5, null)],
    ['5月', solar(null, 5, null)],
    ['1990', solar(1990, null, null)],
    ['12 May 1990', solar(1990, 5, 12)],
    ['May 12, 1990', solar(1990, 5, 12)],
    ['September 3', solar(null, 9, 3)],
    ['3rd sept', solar(null, 9, 3)],
    ['农历八月十五', lunar(null, 8, 15)],
    ['阴历8.15', lunar(null, 8, 15)],
    ['农历 1990-8-15', lunar(1990, 8, 15)],
    ['农历一九九〇年腊月廿三', lunar(1990, 12, 23)],
    ['正月初一', lunar(null, 1, 1)],
    ['冬月二十', lunar(null, 11, 20)],
    ['闰五月初三', lunar(null, 5, 3, true)],
    ['1990年闰五月', lunar(1990, 5, null, true)],
    ['农历二月三十', lunar(null, 2, 30)],
    ['lunar 8-15', lunar(null, 8, 15)],
    ['lunar leap 5-3', lunar(null, 5, 3, true)],
    ['lunar leap month 5 day 3', lunar(null, 5, 3, true)],
    ['公历 8.15', solar(null, 8, 15)],
  ])('%s', (text, date) => {
    expect(parsePartialDate(text, today)).toEqual(date);
  });

  test('the calendar of the switch counts where the text names none', () => {
    expect(parsePartialDate('8.15', today, 'lunar')).toEqual(lunar(null, 8, 15));
    expect(parsePartialDate('公历8.15', today, 'lunar')).toEqual(solar(null, 8, 15));
  });

  test.each(['', '明天', '13-5', '2-30', '1990-2-29', '1899-1-1', '农历八月三十一', '5-12-1990', '公历闰5-3', '1234567', '十十'])(
    'what is no such day is not guessed: %s',
    (text) => {
      expect(parsePartialDate(text, today)).toBeNull();
    },
  );
});

const anyPartialDate = fc
  .record({
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.option(fc.integer({ min: 1900, max: 2200 })),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 30 })),
    isLeapMonth: fc.boolean(),
  })
  .map((date): PartialDateParts => ({
    ...date,
    day:
      date.month === null
        ? null
        : date.calendar === 'solar' && date.month === 2 && date.day !== null
          ? Math.min(date.day, 28)
          : date.day,
    isLeapMonth: date.isLeapMonth && date.calendar === 'lunar' && date.month !== null,
  }))
  .filter((date) => date.year !== null || date.month !== null);

test('what the field shows for a birthday reads back as the same birthday', () => {
  fc.assert(
    fc.property(anyPartialDate, fc.constantFrom('zh-CN' as const, 'en' as const), (date, language) => {
      expect(parsePartialDate(partialDateInputText(date, language), today)).toEqual(date);
    }),
  );
});

test('lunar days have their own names', () => {
  expect([1, 10, 11, 15, 19, 20, 21, 29, 30].map(lunarDayName)).toEqual([
    '初一',
    '初十',
    '十一',
    '十五',
    '十九',
    '二十',
    '廿一',
    '廿九',
    '三十',
  ]);
});
