import type { LocalDate } from '../../types/time.ts';

/** Receipts of one day; the number grows a digit after that. */
const DIGITS = 4;

/** The number printed on a receipt 小票: the business day and which of that day's it is, as 20261122-0007. */
export const receiptNumberOf = (businessDate: LocalDate, sequence: number): string =>
  `${businessDate.replaceAll('-', '')}-${String(sequence).padStart(DIGITS, '0')}`;
