import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { purse, purseTotal } from './purse.ts';
import type { Purse } from './purse.ts';

/** Which of the two is spent first, by setting (DOMAIN "Prepaid"). */
export const storedSpendOrders = ['proportion', 'principal_first', 'gift_first'] as const;
export type StoredSpendOrder = (typeof storedSpendOrders)[number];

const partOf = (amount: number, part: Cents, whole: number): number => Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

/**
 * The principal and the gift that pay an amount, which the balance must cover. In proportion the broken cent falls on the principal, so that
 * neither is ever asked for more than there is of it.
 */
export const splitSpend = (amount: Cents, balance: Purse, order: StoredSpendOrder): Purse => {
  const total = purseTotal(balance);
  if (amount <= 0 || total <= 0) return purse(0, 0);
  switch (order) {
    case 'principal_first': {
      const principal = Math.min(amount, balance.principalCents);
      return purse(principal, amount - principal);
    }
    case 'gift_first': {
      const gift = Math.min(amount, balance.giftCents);
      return purse(amount - gift, gift);
    }
    case 'proportion': {
      const gift = partOf(amount, balance.giftCents, total);
      return purse(amount - gift, gift);
    }
  }
};

/** The most of a bill that a purse pays. */
export const mostPaidFromPurse = (openCents: Cents, balance: Purse): Cents =>
  cents(Math.max(0, Math.min(openCents, purseTotal(balance))));

/**
 * What paying so much principal out does: the gift ends with it, all of it when all principal goes, else its part, the broken cent in the
 * shop's favour (DOMAIN "Prepaid": a refund returns principal only and voids the gift).
 */
export const refundOf = ({ principalCents, giftCents }: Purse, wanted: Cents): Purse =>
  principalCents <= 0
    ? purse(wanted, 0)
    : purse(wanted, giftCents - partOf(giftCents, cents(principalCents - wanted), principalCents));

/** What a sale was paid with, in cents, and what of it has been given back; the rest of its total was money. */
export interface StoredPaid {
  readonly totalCents: Cents;
  /** What was paid with points, and what of that goes back or went back before, this return's part included. */
  readonly pointsCents: Cents;
  readonly pointsBackBefore: Cents;
  readonly pointsBackNow: Cents;
  readonly stored: Purse;
  readonly storedBefore: Purse;
  /** What earlier returns gave back in all, whichever way. */
  readonly returnedCents: Cents;
}

/**
 * What a return gives back into the purse: of what is still out, in proportion, in the same split of principal and gift; the broken cent to
 * the customer. Together with points and money never more than is given back, and all that was paid once everything has come back.
 */
export const goesBackToPurse = (paid: StoredPaid, givenBackCents: Cents): Purse => {
  const leftPrincipal = Math.max(0, paid.stored.principalCents - paid.storedBefore.principalCents);
  const leftGift = Math.max(0, paid.stored.giftCents - paid.storedBefore.giftCents);
  const left = leftPrincipal + leftGift;
  const open = paid.totalCents - paid.returnedCents - Math.max(0, paid.pointsCents - paid.pointsBackBefore);
  const wanted = Math.min(givenBackCents - paid.pointsBackNow, open);
  if (left === 0 || open <= 0 || wanted <= 0) return purse(0, 0);
  const money = Math.max(0, open - left);
  const back = Math.min(left, wanted - partOf(wanted, cents(money), open));
  const gift = partOf(back, cents(leftGift), left);
  return purse(back - gift, gift);
};

/** Of what goes back, what pays for goods taken in exchange: its part of what is exchanged, in the split in which it comes back. */
export const paysExchange = (back: Purse, givenBackCents: Cents, exchangeCents: Cents): Purse => {
  const total = purseTotal(back);
  if (total === 0 || givenBackCents <= 0 || exchangeCents <= 0) return purse(0, 0);
  const amount = partOf(Math.min(exchangeCents, givenBackCents), total, givenBackCents);
  return splitSpend(cents(amount), back, 'proportion');
};
