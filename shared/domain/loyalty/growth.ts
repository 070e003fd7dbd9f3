import type { Cents } from '../../types/amounts.ts';

// Growth (X63): counts towards tiers, apart from points; it is never spent. What a visit earned goes back with it, and in part with a return.

export const growthEntryKinds = ['earn', 'return', 'reverse'] as const;
export type GrowthEntryKind = (typeof growthEntryKinds)[number];

/** What the shop gives growth for; 0 gives none. */
export interface GrowthRates {
  /** For every hundred units of money. */
  readonly perHundred: number;
  /** For a visit with a purchase, and for the first of a day. */
  readonly perVisit: number;
  readonly perDay: number;
  /** The most one day brings; 0 has no limit. */
  readonly dayCap: number;
}

/** What a purchase earns on a day that has brought so much already; fractions are left out. Zero or more, within the day's limit. */
export const growthOf = (
  { perHundred, perVisit, perDay, dayCap }: GrowthRates,
  { earningCents, isFirstOfDay, earnedThatDay }: { earningCents: Cents; isFirstOfDay: boolean; earnedThatDay: number },
): number => {
  const byMoney = Number((BigInt(Math.max(0, earningCents)) * BigInt(perHundred)) / 10_000n);
  const wanted = byMoney + perVisit + (isFirstOfDay ? perDay : 0);
  return dayCap === 0 ? wanted : Math.max(0, Math.min(wanted, dayCap - earnedThatDay));
};

/**
 * What goes back when so much of a sale has come back in all: in proportion, fractions in the shop's favour, all of it with the last of the sale and
 * never more than it earned, `takenBack` having gone back before. Zero or more.
 */
export const growthToTakeBack = (
  earned: number,
  takenBack: number,
  { totalCents, returnedCents }: { readonly totalCents: Cents; readonly returnedCents: Cents },
): number => {
  const left = Math.max(0, totalCents - returnedCents);
  const kept = totalCents <= 0 ? 0 : Number((BigInt(earned) * BigInt(left)) / BigInt(totalCents));
  return Math.max(0, earned - kept - takenBack);
};
