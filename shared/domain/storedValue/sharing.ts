import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

// What a sharer may spend of somebody else's stored value (X55): so much a month and a visit, where the owner set a limit.

export interface ShareLimits {
  /** In a calendar month of business days; null sets none. */
  readonly monthCents: Cents | null;
  /** At one visit; null sets none. */
  readonly visitCents: Cents | null;
}

/** What of the month's limit is left; null without one. */
export const leftOfMonth = ({ monthCents }: ShareLimits, usedCents: Cents): Cents | null =>
  monthCents === null ? null : cents(Math.max(0, monthCents - usedCents));

/** The most that may be spent at one visit of what the owner has stored. */
export const mostShared = (limits: ShareLimits, usedCents: Cents, storedCents: Cents): Cents =>
  cents(Math.max(0, Math.min(storedCents, limits.visitCents ?? Infinity, leftOfMonth(limits, usedCents) ?? Infinity)));

/** Which limit so much goes beyond; null within both. */
export const shareFault = (
  limits: ShareLimits,
  usedCents: Cents,
  amount: Cents,
): 'over_share_visit' | 'over_share_month' | null => {
  if (limits.visitCents !== null && amount > limits.visitCents) return 'over_share_visit';
  const left = leftOfMonth(limits, usedCents);
  return left !== null && amount > left ? 'over_share_month' : null;
};
