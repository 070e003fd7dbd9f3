import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

// Stored value 储值 (DOMAIN "Prepaid"): what was paid in and what the shop gave on top are kept apart, from the first entry to the last.

/** Principal 本金 and gift 赠送金额, each in cents: of a balance, of an entry, of a part of one. */
export interface Purse {
  readonly principalCents: Cents;
  readonly giftCents: Cents;
}

export const emptyPurse: Purse = { principalCents: cents(0), giftCents: cents(0) };

export const purse = (principal: number, gift: number): Purse => ({ principalCents: cents(principal), giftCents: cents(gift) });

/** What both come to together: what can be spent. */
export const purseTotal = ({ principalCents, giftCents }: Purse): Cents => cents(principalCents + giftCents);

export const addPurses = (one: Purse, other: Purse): Purse =>
  purse(one.principalCents + other.principalCents, one.giftCents + other.giftCents);

export const negated = ({ principalCents, giftCents }: Purse): Purse => purse(0 - principalCents, 0 - giftCents);

/** Whether a balance covers a change: neither principal nor gift falls below nothing. */
export const covers = (balance: Purse, change: Purse): boolean =>
  balance.principalCents + change.principalCents >= 0 && balance.giftCents + change.giftCents >= 0;

/**
 * What an entry of the ledger is: `return` gives back what a visit spent, `refund` pays principal out and ends the gift with it, `void` ends
 * value without paying anything out, `reverse` takes another entry back as a whole.
 */
export const storedValueKinds = [
  'top_up',
  'spend',
  'return',
  'refund',
  'void',
  'adjust',
  'reverse',
  'transfer',
  'import',
] as const;
export type StoredValueKind = (typeof storedValueKinds)[number];
