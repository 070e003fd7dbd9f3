import { addDays, addMonths, dateParts, localDateOf } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/** What a quarterly check of one person came to (R183), by the keys 1 to 3. */
export const checkOutcomes = ['correct', 'changed', 'invalid'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** A quarter of the calendar year. */
export interface Quarter {
  /** "2026-Q4". */
  readonly name: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

const MONTHS = 3;

/** The quarter that a day lies in. */
export const quarterOf = (day: LocalDate): Quarter => {
  const { year, month } = dateParts(day);
  const number = Math.ceil(month / MONTHS);
  const firstDay = localDateOf(year, (number - 1) * MONTHS + 1, 1);
  return { name: `${year}-Q${number}`, firstDay, lastDay: addDays(addMonths(firstDay, MONTHS), -1) };
};

/** What a check said "all correct" to: what one asks a person about, as far as it is known. */
export const checkedFields = ['name', 'phone', 'wechat', 'birthday', 'region', 'likes', 'preferredChannel'] as const;
