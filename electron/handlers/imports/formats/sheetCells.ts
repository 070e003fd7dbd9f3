import type { CellObject } from '@e965/xlsx';
import { addDays, localDate } from '../../../../shared/types/time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Day 0 of a spreadsheet's calendar, counting its invented 29 February 1900; and of the other calendar some files have. */
const origins = { from1900: localDate('1899-12-30'), from1904: localDate('1904-01-01') };
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;
const SECONDS_A_DAY = 86_400;

/** Whether a number format shows a date: letters of dates outside quotes, brackets and escapes. */
export const isDateFormat = (format: string): boolean =>
  /[ymdhs年月日]/i.test(
    format
      .split(';')[0]
      ?.replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
      .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .replaceAll(/general|standard/gi, '') ?? '',
  );

/** A serial number of a date cell as text; the time of day only where there is one. Null outside the calendar. */
const dateText = (serial: number, is1904: boolean): string | null => {
  if (serial < 1 || serial > LAST_SERIAL) return null;
  const seconds = Math.round((serial % 1) * SECONDS_A_DAY);
  const day = addDays(is1904 ? origins.from1904 : origins.from1900, Math.floor(serial) + (seconds === SECONDS_A_DAY ? 1 : 0));
  if (seconds === 0 || seconds === SECONDS_A_DAY) return day;
  return `${day} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** From here on a spreadsheet has rounded the number: it keeps 15 digits. */
const ROUNDED_FROM = 1e15;

/**
 * A number as it would be typed. One with more digits than a spreadsheet keeps is written with its exponent, so that nobody takes the
 * rounded figures for a phone or a card.
 */
const numberText = (value: number): string => {
  if (Math.abs(value) >= ROUNDED_FROM) return value.toExponential().toUpperCase();
  // 0.1 + 0.2 of a formula: a spreadsheet keeps 15 digits.
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
};

/** The digits of a numeric cell as text, as a date where its style shows one; blank for what is no number. */
export const numericCellText = (digits: string, isDate: boolean, is1904: boolean): string => {
  const value = Number(digits);
  if (digits.trim() === '' || !Number.isFinite(value)) return '';
  return (isDate ? dateText(value, is1904) : null) ?? numberText(value);
};

/** A cell as text: dates as 2024-05-01, numbers in full, errors as nothing. */
export const sheetCellText = (cell: CellObject | undefined, is1904: boolean): string => {
  if (cell?.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  const { v: value, z: format } = cell;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    return (typeof format === 'string' && isDateFormat(format) ? dateText(value, is1904) : null) ?? numberText(value);
  }
  return value.toISOString().slice(0, 10);
};
