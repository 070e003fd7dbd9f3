import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { CardState, CardTerms } from './countCards.ts';

/** How long ago a card was issued: within three months, within a year, or longer. */
export const cardAges = ['recent', 'year', 'older'] as const;
export type CardAge = (typeof cardAges)[number];

/** The part of a price that falls on so much of a whole, fractions dropped. */
const partOf = (price: Cents, part: number, whole: number): Cents =>
  whole <= 0 ? cents(0) : cents(Number((BigInt(price) * BigInt(Math.max(0, Math.min(part, whole)))) / BigInt(whole)));

/** The price of the uses that are left of a count card. */
export const usesWorth = (price: Cents, left: number, uses: number): Cents => partOf(price, left, uses);

/** From which day the days of a card are counted. */
export const beganOn = (terms: CardTerms, state: CardState): LocalDate =>
  terms.validity?.from === 'first_use' ? (state.firstUsedOn ?? terms.issuedOn) : terms.issuedOn;

/**
 * What is not yet used of a card, as money: of a count card the price of the uses left, of a time card the price of the days left of those it
 * holds, today among them. Nothing of a card that is void or has ended; all of one that has not begun.
 */
export const cardWorth = (terms: CardTerms & { readonly priceCents: Cents }, state: CardState, today: LocalDate): Cents => {
  if (state.isVoid || (state.lastDay !== null && state.lastDay < today)) return cents(0);
  if (terms.uses !== null) return usesWorth(terms.priceCents, state.left ?? 0, terms.uses);
  if (state.lastDay === null) return terms.priceCents;
  const from = beganOn(terms, state);
  const held = daysBetween(from, state.lastDay) + 1;
  return partOf(terms.priceCents, daysBetween(today < from ? from : today, state.lastDay) + 1, held);
};
