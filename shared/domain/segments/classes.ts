import type { Cents } from '../../types/amounts.ts';
import { addMonths, daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { windowStart } from './cutoffs.ts';
import type { Cutoffs } from './cutoffs.ts';
import type { ActivityClass, Lifecycle, Rfm8Segment, RfmSegment, ValueClass } from './names.ts';
import { noPurchase, recencyScore, rfm8SegmentOf, rfmSegmentOf, upwardScore } from './rfm.ts';
import type { Scores } from './rfm.ts';

/** One customer's trade, as far as the classes go by it. */
export interface TradeFacts {
  readonly status: 'prospect' | 'customer' | 'lost';
  readonly purchaseDayCount: number;
  readonly lastPurchaseOn: LocalDate | null;
  readonly lastInteractionOn: LocalDate | null;
  /** The customer's own 80th percentile of gaps, from the fourth purchase day on. */
  readonly overdueAfterDays: number | null;
  readonly windowPurchaseDays: number;
  readonly windowSpendCents: Cents;
  readonly yearSpendCents: Cents;
  /** The last purchase before the dormant limit of today, and the first one since. */
  readonly purchaseBeforeLimitOn: LocalDate | null;
  readonly purchaseSinceLimitOn: LocalDate | null;
}

export interface ClassSettings {
  readonly activeMonths: number;
  readonly semiActiveMonths: number;
  readonly dormantMonths: number;
  readonly giveUpMonths: number;
  readonly rfm8Scores: Scores;
}

/** A customer's place on every axis. */
export interface CustomerClasses {
  readonly scores: Scores;
  readonly rfm: RfmSegment;
  readonly rfm8: Rfm8Segment;
  readonly value: ValueClass;
  readonly activity: ActivityClass;
  readonly isDormant: boolean;
  readonly lifecycle: Lifecycle;
}

/** Bought on so many days and still coming: loyal. */
const LOYAL_FROM_PURCHASE_DAYS = 5;

/** Whole days since a day; 0 when the machine's clock stands before it. */
export const daysSince = (day: LocalDate, today: LocalDate): number => Math.max(0, daysBetween(day, today));

const scoresOf = (facts: TradeFacts, cutoffs: Cutoffs, today: LocalDate): Scores =>
  facts.lastPurchaseOn === null
    ? noPurchase
    : {
        recency: recencyScore(daysSince(facts.lastPurchaseOn, today), cutoffs.recencyDays),
        frequency: upwardScore(facts.windowPurchaseDays, cutoffs.frequency),
        money: upwardScore(facts.windowSpendCents, cutoffs.moneyCents),
      };

/** Spend of the last 12 months against the two thresholds (R021). Whoever spent nothing is low. */
export const valueClassOf = (yearSpendCents: Cents, cutoffs: Cutoffs): ValueClass => {
  if (yearSpendCents <= 0) return 'low';
  if (yearSpendCents >= cutoffs.valueHighCents) return 'high';
  return yearSpendCents >= cutoffs.valueMiddleCents ? 'middle' : 'low';
};

/** By calendar months since the last interaction of any kind (R022); never any is inactive. */
export const activityOf = (
  lastInteractionOn: LocalDate | null,
  settings: Pick<ClassSettings, 'activeMonths' | 'semiActiveMonths'>,
  today: LocalDate,
): ActivityClass => {
  if (lastInteractionOn === null) return 'inactive';
  if (lastInteractionOn >= windowStart(today, settings.activeMonths)) return 'active';
  return lastInteractionOn >= windowStart(today, settings.semiActiveMonths) ? 'semi_active' : 'inactive';
};

/**
 * No purchase for so many calendar months (R029). Someone who never bought has not fallen asleep: they are a prospect, not
 * dormant.
 */
export const isDormantSince = (lastPurchaseOn: LocalDate | null, months: number, today: LocalDate): boolean =>
  lastPurchaseOn !== null && lastPurchaseOn < windowStart(today, months);

/** By what gap a customer is judged late: the own 80th percentile, or the shop's with 2 or 3 purchase days; null with fewer. */
export const overdueLimit = (
  facts: Pick<TradeFacts, 'purchaseDayCount' | 'overdueAfterDays'>,
  cutoffs: Cutoffs,
): { readonly days: number; readonly basis: 'own' | 'shop' } | null => {
  if (facts.overdueAfterDays !== null) return { days: facts.overdueAfterDays, basis: 'own' };
  if (facts.purchaseDayCount < 2 || cutoffs.shopOverdueAfterDays === null) return null;
  return { days: cutoffs.shopOverdueAfterDays, basis: 'shop' };
};

/** Bought again within the dormant limit after a gap longer than it. */
const isWonBack = (facts: TradeFacts, months: number): boolean =>
  facts.purchaseBeforeLimitOn !== null &&
  facts.purchaseSinceLimitOn !== null &&
  facts.purchaseBeforeLimitOn < addMonths(facts.purchaseSinceLimitOn, -months);

/**
 * Prospect (never bought), lost (given up by the clerk, or silent beyond the give-up months), dormant, won back (after a dormant
 * gap), at risk (later than the rhythm allows), new (one purchase day), loyal (5 or more), repeat.
 */
const lifecycleOf = (facts: TradeFacts, cutoffs: Cutoffs, settings: ClassSettings, today: LocalDate): Lifecycle => {
  if (facts.status === 'lost') return 'lost';
  if (facts.lastPurchaseOn === null) return 'prospect';
  if (isDormantSince(facts.lastPurchaseOn, settings.giveUpMonths, today)) return 'lost';
  if (isDormantSince(facts.lastPurchaseOn, settings.dormantMonths, today)) return 'dormant';
  if (isWonBack(facts, settings.dormantMonths)) return 'won_back';
  const limit = overdueLimit(facts, cutoffs);
  if (limit !== null && daysSince(facts.lastPurchaseOn, today) > limit.days) return 'at_risk';
  if (facts.purchaseDayCount <= 1) return 'new';
  return facts.purchaseDayCount >= LOYAL_FROM_PURCHASE_DAYS ? 'loyal' : 'repeat';
};

/** Every class of one customer by the given cut-offs. Nobody falls through: each axis has a place for everyone. */
export const classify = (facts: TradeFacts, cutoffs: Cutoffs, settings: ClassSettings, today: LocalDate): CustomerClasses => {
  const scores = scoresOf(facts, cutoffs, today);
  return {
    scores,
    rfm: rfmSegmentOf(scores),
    rfm8: rfm8SegmentOf(scores, settings.rfm8Scores),
    value: valueClassOf(facts.yearSpendCents, cutoffs),
    activity: activityOf(facts.lastInteractionOn, settings, today),
    isDormant: isDormantSince(facts.lastPurchaseOn, settings.dormantMonths, today),
    lifecycle: lifecycleOf(facts, cutoffs, settings, today),
  };
};
