import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// Cards with money on them (X59, X60): a gift card 礼品卡 belongs to whoever gives its code, a shopping card 购物卡 to one customer; either may pay
// for some products only.

export const valueCardKinds = ['gift', 'shopping'] as const;
export type ValueCardKind = (typeof valueCardKinds)[number];

/** What moves the money of a card. What it pays comes back by returns; voiding ends it; all of it can be reversed. */
export const valueCardEntryKinds = ['issue', 'spend', 'return', 'void', 'reverse'] as const;
export type ValueCardEntryKind = (typeof valueCardEntryKinds)[number];

/** How a card stands: it pays, nothing is left, its last day is past, or it was ended. */
export const valueCardStandings = ['open', 'empty', 'expired', 'void'] as const;
export type ValueCardStanding = (typeof valueCardStandings)[number];

/** So many cards pay at one visit. */
export const MOST_CARDS_AT_VISIT = 8;
/** The longest a card can be valid, in days. */
export const MOST_VALID_DAYS = 36_500;

/** The last day on which a card of that day pays; null is for ever. */
export const lastDayOf = (issuedOn: LocalDate, validDays: number | null): LocalDate | null =>
  validDays === null ? null : addDays(issuedOn, validDays);

export const isExpired = (validUntil: LocalDate | null, on: LocalDate): boolean => validUntil !== null && validUntil < on;

export const standingOf = (
  {
    leftCents,
    validUntil,
    isVoid,
  }: { readonly leftCents: Cents; readonly validUntil: LocalDate | null; readonly isVoid: boolean },
  on: LocalDate,
): ValueCardStanding => {
  if (isVoid) return 'void';
  if (leftCents === 0) return 'empty';
  return isExpired(validUntil, on) ? 'expired' : 'open';
};

/**
 * How much of what a card pays is the shop's gift and earns nothing, as gifts of top-ups earn nothing: what of its face was not paid for, in
 * proportion; the broken cent is money. A card that was given away is all gift.
 */
export const giftPartOf = (spent: Cents, card: { readonly faceCents: Cents; readonly paidCents: Cents }): Cents => {
  const given = Math.max(0, card.faceCents - card.paidCents);
  return card.faceCents <= 0 ? cents(0) : cents(Number((BigInt(spent) * BigInt(given)) / BigInt(card.faceCents)));
};
