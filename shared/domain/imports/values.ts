import {
  MAX_POINTS,
  UNIT_QUANTITY,
  cents,
  points,
  quantity,
  type Cents,
  type Points,
  type Quantity,
} from '../../types/amounts.ts';
import { addDays, isLocalDate, localDate, type LocalDate } from '../../types/time.ts';
import { parseMoney } from '../money.ts';
import { parsePartialDate, type PartialDateParts } from '../partialDate.ts';
import { parseQuantity } from '../quantity.ts';

// The values of a cell. Each parser takes the cleaned text of a cell and answers null for what it cannot read exactly.

const plainAmount = /^(\d{1,7})(?:\.(\d{1,2}))?$/;
const needlessZeros = /^(.*\.\d\d)0+$/;
const currencyWords = /^(?:rmb|cny|usd|eur|gbp|hkd|人民币)\s*/i;

/**
 * An amount, exact to the cent: `11.77`, `1,280.00`, `¥88`, `88元`, `88.5000`, full-width digits. Null for what is no amount, is
 * negative, or has a fraction of a cent.
 */
export const parseAmount = (text: string): Cents | null => {
  const plainFigures = plainAmount.exec(text);
  // The common case by the hundred thousand: small figures, exact as a whole number.
  if (plainFigures) return cents(Number(plainFigures[1]) * 100 + Number((plainFigures[2] ?? '').padEnd(2, '0')));
  const plain = text.replace(currencyWords, '');
  return parseMoney(needlessZeros.exec(plain)?.[1] ?? plain);
};

/** Units sold, in thousandths: `2`, `0.25`, `3.000`, `2件`. More than nothing. */
export const parseUnits = (text: string): Quantity | null => {
  if (/^[1-9]\d{0,3}$/.test(text)) return quantity(Number(text) * UNIT_QUANTITY);
  const plain = text.replace(/\s*(?:件|个|份|次|盒|瓶|支|张|包|pcs?|x)$/i, '').replaceAll(/,(?=\d{3})/g, '');
  return parseQuantity(/^(.*\.\d{3})0+$/.exec(plain)?.[1] ?? plain);
};

const dateShape = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+\d{1,2}[::时点].*)?$/;
const compactShape = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/;
const serialShape = /^([2-6]\d{4})(?:\.\d+)?$/;
/** Day 0 of a spreadsheet's calendar, counting its invented 29 February 1900. */
const serialOrigin = localDate('1899-12-30');

const dateOf = (year: string, month: string, day: string): LocalDate | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(text) ? localDate(text) : null;
};

/**
 * A day: `2024-05-01`, `2024/5/1`, `20240501`, `2024.5.1`, `2024年5月1日`, each also with a time of day, which is left out; or a
 * spreadsheet's serial number. Null when there is no such day.
 */
export const parseDate = (text: string): LocalDate | null => {
  const plain = /[\uff10-\uff19\uff0d\uff0f\uff0e]/.test(text) ? text.normalize('NFKC') : text;
  const match = compactShape.exec(plain) ?? dateShape.exec(plain);
  if (match) return dateOf(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  const serial = serialShape.exec(plain);
  return serial ? addDays(serialOrigin, Number(serial[1])) : null;
};

export type Gender = 'female' | 'male' | 'unknown';
const genders: Readonly<Record<string, Gender>> = {
  男: 'male',
  男士: 'male',
  男性: 'male',
  先生: 'male',
  m: 'male',
  male: 'male',
  man: 'male',
  mr: 'male',
  女: 'female',
  女士: 'female',
  女性: 'female',
  小姐: 'female',
  f: 'female',
  female: 'female',
  woman: 'female',
  ms: 'female',
  mrs: 'female',
  保密: 'unknown',
  未知: 'unknown',
  不详: 'unknown',
  其他: 'unknown',
  u: 'unknown',
  unspecified: 'unknown',
  unknown: 'unknown',
  other: 'unknown',
};

/** What the figures of a gender column mean: 0 男 1 女 2 保密 of old member programs, or 1 男 2 女 0 未知 of GB/T 2261. */
export type GenderCodes = 'zero_male' | 'one_male';
const genderFigures: Readonly<Record<GenderCodes, Readonly<Record<string, Gender>>>> = {
  zero_male: { '0': 'male', '1': 'female', '2': 'unknown' },
  one_male: { '0': 'unknown', '1': 'male', '2': 'female', '9': 'unknown' },
};

/** Whether a gender is written as a figure, which somebody has to explain. */
export const isGenderFigure = (text: string): boolean => /^\d$/.test(text);

/** The reading of figures that fits those of a column: a column without 0 counts from 1. */
export const likelyGenderCodes = (figures: ReadonlySet<string>): GenderCodes =>
  !figures.has('0') && figures.has('1') && figures.has('2') ? 'one_male' : 'zero_male';

/** 男 女 保密, English words, or figures as `codes` says. */
export const parseGender = (text: string, codes: GenderCodes = 'zero_male'): Gender | null => {
  if (isGenderFigure(text)) return genderFigures[codes][text] ?? null;
  const key = text.toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(genders, key) ? (genders[key] ?? null) : null;
};

/** A whole number of points of any size, also written `120.00` or `1,280`; null for what is none. */
export const wholePoints = (text: string): number | null => {
  const match = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.0*)?\s*(?:分|pts?|points?)?$/i.exec(text.normalize('NFKC'));
  return match === null ? null : Number((match[2] ?? '').replaceAll(',', '')) * (match[1] === '-' ? -1 : 1);
};

/** Whole points; negative is a debt. */
export const parsePoints = (text: string): Points | null => {
  const value = wholePoints(text);
  return value !== null && Math.abs(value) <= MAX_POINTS ? points(value) : null;
};

const lunarTypes = /^(?:农历?|阴历?|旧历|lunar)$/i;
const solarTypes = /^(?:公历?|阳历?|新历|西历|国历|solar|gregorian)$/i;

/** What the figures of a column of birthday types mean: 0 农历 1 公历 of old member programs, the other way round, or 1 公历 2 农历. */
export const calendarCodes = ['zero_lunar', 'zero_solar', 'one_solar'] as const;
export type CalendarCodes = (typeof calendarCodes)[number];
type Calendar = 'solar' | 'lunar';
const calendarFigures: Readonly<Record<CalendarCodes, Readonly<Record<string, Calendar>>>> = {
  zero_lunar: { '0': 'lunar', '1': 'solar' },
  zero_solar: { '0': 'solar', '1': 'lunar' },
  one_solar: { '1': 'solar', '2': 'lunar' },
};

/** Whether a type of birthday is written as a figure, which somebody has to explain. */
export const isCalendarFigure = (text: string): boolean => /^\d$/.test(text);

/** The calendar that only has such a day: the 31st is solar, 30 February lunar; null for a day of both. */
export const calendarOfDay = (text: string): Calendar | null => {
  const [, month, day] = /(?:^|\D)(\d{1,2})\D(\d{1,2})日?$/.exec(text) ?? /^\d{4}(\d{2})(\d{2})$/.exec(text) ?? [];
  if (Number(day) === 31) return 'solar';
  return Number(month) === 2 && Number(day) === 30 ? 'lunar' : null;
};

/**
 * The reading of figures that fits those of a column and the days beside them (`proven`: figures beside a day that only one calendar
 * has). Without a proof the usual one.
 */
export const likelyCalendarCodes = (figures: ReadonlySet<string>, proven: ReadonlyMap<string, Calendar>): CalendarCodes => {
  const fitting = calendarCodes.filter((codes) => [...figures].every((figure) => calendarFigures[codes][figure] !== undefined));
  const agreeing = fitting.filter((codes) =>
    [...proven].every(([figure, calendar]) => calendarFigures[codes][figure] === calendar),
  );
  return agreeing[0] ?? fitting[0] ?? 'zero_lunar';
};

/** The calendar that a column of birthday types names: 农历 or 公历, or figures as `codes` says. */
export const parseCalendar = (text: string, codes: CalendarCodes = 'zero_lunar'): Calendar | null =>
  lunarTypes.test(text) ? 'lunar' : solarTypes.test(text) ? 'solar' : (calendarFigures[codes][text] ?? null);

/**
 * A birthday, solar or lunar, perhaps without its year; also with a time of day or as a spreadsheet's serial number. Null when
 * there is no such day.
 */
export const parseBirthday = (text: string, calendar: 'solar' | 'lunar', today: LocalDate): PartialDateParts | null => {
  const serial = serialShape.exec(text);
  const bare = serial
    ? addDays(serialOrigin, Number(serial[1]))
    : text.replace(/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[\sT]+\d{1,2}:.*$/, '$1');
  const date = parsePartialDate(bare, today, calendar);
  if (date === null) return null;
  const isFuture =
    date.calendar === 'solar' &&
    date.year !== null &&
    `${date.year}-${String(date.month ?? 1).padStart(2, '0')}-${String(date.day ?? 1).padStart(2, '0')}` > today;
  return isFuture ? null : date;
};
