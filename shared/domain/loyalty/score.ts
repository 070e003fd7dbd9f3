import type { Cents } from '../../types/amounts.ts';
import { daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// The loyalty score 忠诚度评分 (R089): how long, how often, how lately, how much, and whom they brought. It says who comes first and for whom a reward is
// suggested; prices and points follow the published tiers alone (R090).

/** What a customer did, as far as the score looks at it. */
export interface LoyaltyFacts {
  readonly firstPurchaseOn: LocalDate | null;
  readonly lastPurchaseOn: LocalDate | null;
  /** Days with a purchase, and money, of the last twelve months. */
  readonly yearDays: number;
  readonly yearCents: Cents;
  /** People they brought who have bought. */
  readonly brought: number;
}

/** From when on the shop takes the year of a customer for full. */
export interface ScoreTargets {
  readonly loyaltyScoreDays: number;
  readonly loyaltyScoreCents: Cents;
}

export const scoreParts = ['tenure', 'frequency', 'recency', 'money', 'referrals'] as const;
export type ScorePartName = (typeof scoreParts)[number];

/** The most each part brings; together 100. */
export const scoreMost: Readonly<Record<ScorePartName, number>> = {
  tenure: 20,
  frequency: 25,
  recency: 20,
  money: 25,
  referrals: 10,
};

const FULL_TENURE_DAYS = 3 * 365;
/** Whoever bought within so many days is as near as can be; after so many they are away. */
const NEAR_DAYS = 30;
const AWAY_DAYS = 365;
const FULL_BROUGHT = 3;

export interface ScorePart {
  readonly part: ScorePartName;
  /** 0 to `most`. */
  readonly points: number;
  readonly most: number;
}

const share = (value: number, full: number): number => Math.max(0, Math.min(1, value / Math.max(1, full)));

/** The score of 0 to 100 as the sum of its parts; nothing for whoever never bought. */
export const loyaltyScore = (
  facts: LoyaltyFacts,
  { loyaltyScoreDays, loyaltyScoreCents }: ScoreTargets,
  today: LocalDate,
): { readonly score: number; readonly parts: readonly ScorePart[] } => {
  const { firstPurchaseOn, lastPurchaseOn, yearDays, yearCents, brought } = facts;
  const shares: Readonly<Record<ScorePartName, number>> = {
    tenure: firstPurchaseOn === null ? 0 : share(daysBetween(firstPurchaseOn, today), FULL_TENURE_DAYS),
    frequency: share(yearDays, loyaltyScoreDays),
    recency: lastPurchaseOn === null ? 0 : share(AWAY_DAYS - daysBetween(lastPurchaseOn, today), AWAY_DAYS - NEAR_DAYS),
    money: share(yearCents, loyaltyScoreCents),
    referrals: share(brought, FULL_BROUGHT),
  };
  const hasBought = firstPurchaseOn !== null;
  const parts = scoreParts.map((part) => ({
    part,
    points: hasBought ? Math.round(shares[part] * scoreMost[part]) : 0,
    most: scoreMost[part],
  }));
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
};
