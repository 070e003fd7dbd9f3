import { cents, quantity } from '../types/amounts.ts';
import type { Cents, Points, Quantity } from '../types/amounts.ts';
import { dayNumber } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';

/** One visit as far as a summary counts it; visits taken back are not among them. */
export interface VisitFact {
  readonly businessDate: LocalDate;
  readonly isPurchase: boolean;
  readonly totalCents: Cents;
  /** Null when the shop does not know what it cost. */
  readonly costCents: Cents | null;
  readonly itemQuantity: Quantity;
}

/** A customer's rhythm in days (DOMAIN "Own rhythm"). */
export interface Rhythm {
  /** Median gap between purchase days, from the third purchase day on. */
  readonly rhythmDays: number | null;
  /** The customer's own 80th percentile of gaps, from the fourth purchase day on: a longer gap is overdue. */
  readonly overdueAfterDays: number | null;
}

/** Everything that is known of a customer's trade in one row, kept with the facts. */
export interface CustomerSummary extends Rhythm {
  readonly visitCount: number;
  readonly purchaseDayCount: number;
  readonly spendCents: Cents;
  readonly costCents: Cents;
  readonly itemQuantity: Quantity;
  readonly firstVisitOn: LocalDate | null;
  readonly lastVisitOn: LocalDate | null;
  readonly lastPurchaseOn: LocalDate | null;
  readonly lastInteractionOn: LocalDate | null;
  readonly pointsBalance: Points;
}

const RHYTHM_FROM_PURCHASE_DAYS = 3;
const OVERDUE_FROM_PURCHASE_DAYS = 4;

/**
 * The value below which `percent` per cent of the numbers lie, interpolated linearly between neighbours (definition 7 of
 * Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996; PERCENTILE.INC of
 * spreadsheets). `ascending` must be sorted; `percent` is whole, 0 to 100. Null for no numbers.
 */
export const percentile = (ascending: readonly number[], percent: number): number | null => {
  // In whole hundredths of a place, so that no float decides between two neighbours.
  const place = (ascending.length - 1) * percent;
  const lower = ascending[Math.floor(place / 100)];
  if (lower === undefined) return null;
  const rest = place % 100;
  const upper = ascending[Math.floor(place / 100) + 1] ?? lower;
  return rest === 0 ? lower : (lower * (100 - rest) + upper * rest) / 100;
};

/** The rhythm of purchases on these days, each day once, earliest first. */
export const rhythmOf = (purchaseDays: readonly LocalDate[]): Rhythm => {
  if (purchaseDays.length < RHYTHM_FROM_PURCHASE_DAYS) return { rhythmDays: null, overdueAfterDays: null };
  const numbers = purchaseDays.map(dayNumber);
  const gaps = numbers.slice(1).map((day, index) => day - (numbers[index] ?? day));
  gaps.sort((left, right) => left - right);
  return {
    rhythmDays: percentile(gaps, 50),
    overdueAfterDays: purchaseDays.length < OVERDUE_FROM_PURCHASE_DAYS ? null : percentile(gaps, 80),
  };
};

const later = (left: LocalDate | null, right: LocalDate | null): LocalDate | null =>
  left === null || (right !== null && right > left) ? right : left;

/**
 * The summary of one customer. `visits` must be in the order of their business days; a day's receipts count as one purchase
 * day. `lastContactOn` is the last contact that was not a visit; `pointsBalance` is the sum of the ledger.
 */
export const summarise = (
  visits: readonly VisitFact[],
  lastContactOn: LocalDate | null,
  pointsBalance: Points,
): CustomerSummary => {
  let spend = 0;
  let cost = 0;
  let items = 0;
  const purchaseDays: LocalDate[] = [];
  for (const visit of visits) {
    spend += visit.totalCents;
    cost += visit.costCents ?? 0;
    items += visit.itemQuantity;
    if (visit.isPurchase && purchaseDays.at(-1) !== visit.businessDate) purchaseDays.push(visit.businessDate);
  }
  const lastVisitOn = visits.at(-1)?.businessDate ?? null;
  return {
    visitCount: visits.length,
    purchaseDayCount: purchaseDays.length,
    spendCents: cents(spend),
    costCents: cents(cost),
    itemQuantity: quantity(items),
    firstVisitOn: visits[0]?.businessDate ?? null,
    lastVisitOn,
    lastPurchaseOn: purchaseDays.at(-1) ?? null,
    lastInteractionOn: later(lastVisitOn, lastContactOn),
    ...rhythmOf(purchaseDays),
    pointsBalance,
  };
};
