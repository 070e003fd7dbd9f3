import { cents, points } from '../../types/amounts.ts';
import type { Cents, Points } from '../../types/amounts.ts';

// Paying with points (R074, R077). What is paid with points is spend like any other, but earns no points.

/** The part of the settings by which points pay. */
export interface PayingRule {
  /** So many points stand for one unit of money, that is 100 cents; 0: points do not pay. */
  readonly pointsPerMoneyUnit: number;
  /** At most this share of a bill, in percent. */
  readonly pointsShareLimit: number;
  /** At most so many points for one bill; 0 is no limit. */
  readonly pointsMostPerVisit: number;
}

const CENTS_PER_UNIT = 100n;

/** Points that an amount costs, rounded up (DOMAIN "Points": redeeming rounds up). The rule must let points pay. */
export const pointsToPay = (amount: Cents, { pointsPerMoneyUnit }: Pick<PayingRule, 'pointsPerMoneyUnit'>): Points =>
  points(Number((BigInt(amount) * BigInt(pointsPerMoneyUnit) + CENTS_PER_UNIT - 1n) / CENTS_PER_UNIT));

/** What points stand for in money, rounded down; the rule must let points pay. */
export const worthOfPoints = (balance: Points, { pointsPerMoneyUnit }: Pick<PayingRule, 'pointsPerMoneyUnit'>): Cents =>
  cents(Number((BigInt(balance) * CENTS_PER_UNIT) / BigInt(pointsPerMoneyUnit)));

/** The most of a bill that may be paid with points, whoever has how many: its share, and what the points of one bill may be. */
export const shareLimit = (total: Cents, rule: PayingRule): Cents => {
  const share = Math.max(0, Number((BigInt(total) * BigInt(rule.pointsShareLimit)) / 100n));
  const { pointsMostPerVisit: most, pointsPerMoneyUnit } = rule;
  return cents(most === 0 || pointsPerMoneyUnit === 0 ? share : Math.min(share, worthOfPoints(points(most), rule)));
};

/** The most of a bill that this balance pays under the rule: 0 when points do not pay. */
export const mostPaidWithPoints = (total: Cents, balance: Points, rule: PayingRule): Cents => {
  if (rule.pointsPerMoneyUnit === 0 || balance <= 0 || total <= 0) return cents(0);
  return cents(Math.min(worthOfPoints(balance, rule), shareLimit(total, rule)));
};
