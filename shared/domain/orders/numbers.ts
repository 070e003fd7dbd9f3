import type { LocalDate } from '../../types/time.ts';

/** Orders of one day; the number grows a digit after that. */
const DIGITS = 3;

/** The number an order is known by 单号: D for it, the business day and which of that day's it is, as D20261122-007. */
export const orderNumberOf = (businessDate: LocalDate, sequence: number): string =>
  `D${businessDate.replaceAll('-', '')}-${String(sequence).padStart(DIGITS, '0')}`;
