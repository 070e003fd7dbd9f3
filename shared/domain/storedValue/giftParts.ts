import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { addMonths } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// The gift of a top-up that comes in monthly parts 分期返还 (X58).

export const MOST_GIFT_MONTHS = 36;

export interface GiftPart {
  readonly dueOn: LocalDate;
  readonly cents: Cents;
}

/**
 * A gift in so many monthly parts, the first on the day of the top-up and each later one on that day of a later month (the last day of a month
 * that is too short). Together they are the gift to the cent: as even as can be, what does not divide comes with the first. A part of nothing is none.
 */
export const giftParts = (giftCents: Cents, months: number, from: LocalDate): readonly [Cents, readonly GiftPart[]] => {
  const each = Math.floor(giftCents / months);
  const later = Array.from({ length: months - 1 }, (_, index) => ({ dueOn: addMonths(from, index + 1), cents: cents(each) }));
  return [cents(giftCents - each * (months - 1)), each === 0 ? [] : later];
};
