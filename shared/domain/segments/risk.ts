import type { Cents } from '../../types/amounts.ts';

// Who may be about to leave, and by which facts (R169, R170, DOMAIN "Own rhythm, risk, forecast"). Every point has a fact that anyone can check.

/** What one customer's risk is reckoned from. */
export interface RiskFacts {
  /** Days since the last purchase. */
  readonly daysSince: number;
  /** The median gap between purchase days, and the days from which they are late: their own, or the shop's; null is not known yet. */
  readonly rhythmDays: number | null;
  readonly overdueAfterDays: number | null;
  /** Spend of the last three months, and of the three before them. */
  readonly recentCents: Cents;
  readonly earlierCents: Cents;
  readonly openIncidents: number;
  /** Of their latest visit that was judged, 1 to 5; null was never asked. */
  readonly lastSatisfaction: number | null;
  /** Bookings of the last three months that nobody came to. */
  readonly noShows: number;
}

export const riskSigns = ['late', 'falling', 'incident', 'dissatisfied', 'no_show'] as const;
export type RiskSign = (typeof riskSigns)[number];
export const riskGrades = ['high', 'middle', 'low'] as const;
export type RiskGrade = (typeof riskGrades)[number];

/** Points from which a risk is high, and middle; whoever has one point is on the list. */
export const HIGH_FROM = 4;
export const MIDDLE_FROM = 2;
/** Late by twice the limit, and spend that nearly stopped, count one more. */
export const FAR_LATE = 2;
export const NEARLY_STOPPED = 0.7;
/** So low an answer says that something was wrong. */
export const DISSATISFIED_TO = 2;

/** The points of each sign. */
export const signPoints: { readonly [Sign in RiskSign]: number } = {
  late: 2,
  falling: 2,
  incident: 2,
  dissatisfied: 2,
  no_show: 1,
};

export interface Risk {
  readonly points: number;
  readonly grade: RiskGrade;
  readonly signs: readonly RiskSign[];
  /** Share by which the spend fell, 0 to 1; null where nothing was spent before. */
  readonly fall: number | null;
}

/** The share by which spend fell from one period to the next; null where nothing was spent before, 0 where it rose. */
export const fallOf = ({ recentCents, earlierCents }: Pick<RiskFacts, 'recentCents' | 'earlierCents'>): number | null =>
  earlierCents <= 0 ? null : Math.max(0, (earlierCents - Math.max(0, recentCents)) / earlierCents);

/** The risk of losing somebody, or null when nothing speaks of it. `fallingShare` is the shop's line for falling spend, 0 to 1. */
export const riskOf = (facts: RiskFacts, fallingShare: number): Risk | null => {
  const { daysSince, overdueAfterDays } = facts;
  const fall = fallOf(facts);
  const isLate = overdueAfterDays !== null && daysSince > overdueAfterDays;
  const isFalling = fall !== null && fall >= fallingShare;
  const holds: { readonly [Sign in RiskSign]: boolean } = {
    late: isLate,
    falling: isFalling,
    incident: facts.openIncidents > 0,
    dissatisfied: facts.lastSatisfaction !== null && facts.lastSatisfaction <= DISSATISFIED_TO,
    no_show: facts.noShows > 0,
  };
  const signs = riskSigns.filter((sign) => holds[sign]);
  if (signs.length === 0) return null;
  const further = (isLate && daysSince > FAR_LATE * overdueAfterDays ? 1 : 0) + (isFalling && fall >= NEARLY_STOPPED ? 1 : 0);
  const points = signs.reduce((sum, sign) => sum + signPoints[sign], further);
  return { points, grade: points >= HIGH_FROM ? 'high' : points >= MIDDLE_FROM ? 'middle' : 'low', signs, fall };
};
