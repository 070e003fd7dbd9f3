import { daysInMonth, type LocalDate } from '../types/time.ts';

/** A birthday as people know it: solar or lunar, perhaps without its year or its day (R011). Months 1 to 12. */
export interface PartialDateParts {
  readonly calendar: 'solar' | 'lunar';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The second of two lunar months with the same number. */
  readonly isLeapMonth: boolean;
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;
const DAYS_IN_LUNAR_MONTH = 30;
/** A leap year, so that 29 February without a year is a day. */
const ANY_LEAP_YEAR = 2000;

const exists = ({ calendar, year, month, day, isLeapMonth }: PartialDateParts): boolean => {
  if (year === null && month === null) return false;
  if (year !== null && (year < EARLIEST_YEAR || year > LATEST_YEAR)) return false;
  if (month === null) return day === null && !isLeapMonth;
  if (month < 1 || month > 12 || (isLeapMonth && calendar === 'solar')) return false;
  const longest = calendar === 'lunar' ? DAYS_IN_LUNAR_MONTH : daysInMonth(year ?? ANY_LEAP_YEAR, month);
  return day === null || (day >= 1 && day <= longest);
};

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 0 to 39 in Chinese: 三, 十五, 二十一, 廿三, 卅. */
const chineseNumber = (text: string): number => {
  const spelled = text.replace(/^廿/, '二十').replace(/^卅/, '三十');
  const at = spelled.indexOf('十');
  if (at === -1) return digits[spelled] ?? Number.NaN;
  const tens = at === 0 ? 1 : (digits[spelled.slice(0, at)] ?? Number.NaN);
  const units = at === spelled.length - 1 ? 0 : (digits[spelled.slice(at + 1)] ?? Number.NaN);
  return tens * 10 + units;
};

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Full-width forms, Chinese numerals and month names in plain figures: "一九九〇年闰五月初三" -> "1990年闰5月3". */
const toFigures = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[〇零一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map((digit) => digits[digit] ?? '').join(''))
    .replaceAll('正月', '1月')
    .replaceAll('冬月', '11月')
    .replaceAll('腊月', '12月')
    .replaceAll('初', '')
    .replaceAll(/[〇零一二三四五六七八九十廿卅]+/g, (number) => String(chineseNumber(number)))
    .replaceAll(/month (?=\d)/g, 'm')
    .replaceAll(/day (?=\d)/g, '')
    .replaceAll(
      /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?/g,
      (_, month: string) => ` m${englishMonths.indexOf(month) + 1} `,
    )
    .replaceAll(/\s+/g, ' ')
    .trim();

const lunarWords = /农历|阴历|旧历|lunar/;
const solarWords = /公历|阳历|新历|solar/;
/** What only a lunar date is spelled with. */
const lunarSpelling = /闰|初[一二三四五六七八九十]|廿|卅|正月|冬月|腊月|leap/;

const separator = '[-/.,\\s年月]';
const shapes: readonly { readonly pattern: RegExp; readonly order: readonly ('year' | 'month' | 'day')[] }[] = [
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: ['year', 'month', 'day'] },
  {
    pattern: new RegExp(`^(\\d{2}|\\d{4})${separator}+(\\d{1,2})${separator}+(\\d{1,2})[日号]?$`),
    order: ['year', 'month', 'day'],
  },
  { pattern: /^m(\d{1,2}) (\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4})$/, order: ['month', 'day', 'year'] },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)? m(\d{1,2})[, ]+(\d{4})$/, order: ['day', 'month', 'year'] },
  { pattern: /^m(\d{1,2}) (\d{1,2})(?:st|nd|rd|th)?$/, order: ['month', 'day'] },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)? m(\d{1,2})$/, order: ['day', 'month'] },
  { pattern: /^m(\d{1,2}) (\d{4})$/, order: ['month', 'year'] },
  { pattern: /^m(\d{1,2})$/, order: ['month'] },
  { pattern: new RegExp(`^(\\d{4})${separator}+(\\d{1,2})月?$`), order: ['year', 'month'] },
  { pattern: /^(19\d{2}|2[01]\d{2}|2200)年?$/, order: ['year'] },
  { pattern: /^(\d{2})(\d{2})$/, order: ['month', 'day'] },
  { pattern: new RegExp(`^(\\d{1,2})${separator}+(\\d{1,2})[日号]?$`), order: ['month', 'day'] },
  { pattern: /^(\d{1,2})月$/, order: ['month'] },
];

/** 90 is 1990, 05 is 2005 once 2005 has come. */
const fullYear = (year: number, today: LocalDate): number => {
  if (year >= 100) return year;
  return 2000 + year > Number(today.slice(0, 4)) ? 1900 + year : 2000 + year;
};

/**
 * The birthday a person typed: `1990-5-12`, `19900512`, `5-12`, `8.15`, `1990年5月`, `1990`, `农历八月十五`, `闰五月初三`, `12 May`,
 * `lunar 8-15`. Without a word for the calendar it is `calendar`. Null when it is no such date. `today` completes a year of two digits.
 */
export const parsePartialDate = (
  text: string,
  today: LocalDate,
  calendar: 'solar' | 'lunar' = 'solar',
): PartialDateParts | null => {
  const typed = text.normalize('NFKC').toLowerCase();
  const isSolar = solarWords.test(typed);
  const isLunar = !isSolar && (lunarWords.test(typed) || lunarSpelling.test(typed) || calendar === 'lunar');
  const isLeapMonth = /闰|leap/.test(typed);
  const bare = toFigures(
    typed
      .replace(lunarWords, '')
      .replace(solarWords, '')
      .replace(/leap|闰/, ''),
    // Two hyphens stand for the year that is not told (ISO 8601 of the vCard kind: --05-02, --05).
  )
    .replace(/^--(\d{2})$/, '$1月')
    .replace(/^(?:[:,\s]+|--(?=\d))/, '');
  for (const { pattern, order } of shapes) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const part = (name: 'year' | 'month' | 'day'): number | null => {
      const at = order.indexOf(name);
      return at === -1 ? null : Number(match[at + 1]);
    };
    const year = part('year');
    const date: PartialDateParts = {
      calendar: isLunar ? 'lunar' : 'solar',
      year: year === null ? null : fullYear(year, today),
      month: part('month'),
      day: part('day'),
      isLeapMonth,
    };
    return exists(date) ? date : null;
  }
  return null;
};

const chineseDigits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A lunar month's name without its leap mark: 正月, 八月, 冬月, 腊月. */
export const lunarMonthName = (month: number): string =>
  month === 1 ? '正月' : month === 11 ? '冬月' : month === 12 ? '腊月' : `${chineseDigits[month] ?? ''}月`;

/** A lunar day's name: 初一, 十五, 廿三, 三十. */
export const lunarDayName = (day: number): string => {
  const unit = chineseDigits[day % 10] ?? '';
  if (day <= 10) return `初${chineseDigits[day] ?? ''}`;
  if (day < 20) return `十${unit}`;
  if (day === 20) return '二十';
  return day < 30 ? `廿${unit}` : '三十';
};

const two = (value: number): string => String(value).padStart(2, '0');

const solarInputText = ({ year, month, day }: PartialDateParts, language: 'zh-CN' | 'en'): string => {
  if (month === null) return String(year ?? '');
  if (year === null && day === null)
    return language === 'en' ? (englishMonths[month - 1] ?? '').replace(/^./, (letter) => letter.toUpperCase()) : `${month}月`;
  return [...(year === null ? [] : [String(year)]), two(month), ...(day === null ? [] : [two(day)])].join('-');
};

const lunarInputText = ({ year, month, day, isLeapMonth }: PartialDateParts, language: 'zh-CN' | 'en'): string => {
  if (language === 'zh-CN') {
    const monthText = month === null ? '' : `${isLeapMonth ? '闰' : ''}${lunarMonthName(month)}`;
    return `农历${year === null ? '' : `${year}年`}${monthText}${day === null ? '' : lunarDayName(day)}`;
  }
  const leap = isLeapMonth ? 'leap ' : '';
  if (year === null && day === null) return `lunar ${leap}month ${month ?? ''}`;
  return `lunar ${leap}${[year, month, day].filter((part) => part !== null).join('-')}`;
};

/**
 * The date for its input field: solar in figures (`1990-05-12`, `05-12`), lunar as one writes it (`农历八月十五`, `lunar 8-15`).
 * `parsePartialDate` reads it back unchanged.
 */
export const partialDateInputText = (date: PartialDateParts, language: 'zh-CN' | 'en'): string =>
  date.calendar === 'solar' ? solarInputText(date, language) : lunarInputText(date, language);
