import { MAX_POINTS, points } from '../../types/amounts.ts';
import type { Cents, Points } from '../../types/amounts.ts';

// The rules of the points ledger (R074, DOMAIN "Points"): append-only, balance = sum.

/** What an entry is: `return` goes with goods that came back, `expire` ends what is left of a lot. */
export const pointsEntryKinds = ['earn', 'redeem', 'adjust', 'reverse', 'return', 'expire', 'import'] as const;
export type PointsEntryKind = (typeof pointsEntryKinds)[number];

/** The part of the settings by which points are earned: points per 100 units of money, that is per 10,000 cents. */
export interface EarnRule {
  readonly pointsPerHundred: number;
}

const CENTS_PER_HUNDRED = 10_000;

/**
 * Points earned by spending `total` cents. Fractions are dropped in the shop's favour; nothing is earned on zero or less;
 * never more than one ledger entry can hold (MAX_POINTS).
 */
export const pointsFor = (total: Cents, rule: EarnRule): Points =>
  total <= 0 ? points(0) : points(Math.min(MAX_POINTS, Math.floor((total * rule.pointsPerHundred) / CENTS_PER_HUNDRED)));

/** Points can be redeemed only as far as they are there, whatever the settings say about negative balances. */
export const mayRedeem = (balance: Points, wanted: Points): boolean => wanted > 0 && wanted <= balance;

/** Whether a balance may stand after a change by hand: below zero only where the shop allows it. A change for the better may. */
export const mayAdjust = (balance: Points, change: Points, rule: { readonly pointsMayGoNegative: boolean }): boolean =>
  change >= 0 || rule.pointsMayGoNegative || balance + change >= 0;

/** Whether a balance lies in the range that every screen and file can hold. */
export const isBalanceInRange = (balance: number): boolean => Math.abs(balance) <= MAX_POINTS;

/** Why a change by hand cannot be written: the balance would leave the range, or fall below zero where the shop does not allow it; null when it can. */
export const adjustObstacle = (
  balance: Points,
  change: Points,
  rule: { readonly pointsMayGoNegative: boolean },
): 'out_of_range' | 'below_zero' | null => {
  if (!isBalanceInRange(balance + change)) return 'out_of_range';
  return mayAdjust(balance, change, rule) ? null : 'below_zero';
};

/** What a reversal needs to know of the entry it takes back. */
export interface ReversibleEntry {
  readonly kind: PointsEntryKind;
  readonly belongsToVisit: boolean;
  /** Whether a reward was got for it: it goes back with that one (R077). */
  readonly belongsToReward: boolean;
  readonly isReversed: boolean;
}

/** Why an entry cannot be reversed by hand. */
export type ReversalObstacle =
  'entry_is_reversal' | 'entry_belongs_to_visit' | 'entry_belongs_to_reward' | 'entry_is_expiry' | 'already_reversed';

/**
 * What stands in the way of reversing an entry by hand, or null. What a visit caused is taken back only together with the
 * visit; a reversal is final: a mistaken one is put right by an adjustment with its own reason. What expired would expire again the next
 * day: goodwill is an adjustment too.
 */
export const reversalObstacle = (entry: ReversibleEntry): ReversalObstacle | null => {
  if (entry.kind === 'reverse') return 'entry_is_reversal';
  if (entry.kind === 'expire') return 'entry_is_expiry';
  if (entry.belongsToVisit) return 'entry_belongs_to_visit';
  if (entry.belongsToReward) return 'entry_belongs_to_reward';
  return entry.isReversed ? 'already_reversed' : null;
};

/** The points of the row that takes back an entry. */
export const reversalOf = (entryPoints: Points): Points => points(0 - entryPoints);
