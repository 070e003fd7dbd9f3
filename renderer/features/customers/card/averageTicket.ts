import { cents, type Cents } from '../../../../shared/types/amounts.ts';

/** Spend by purchase day (客单价), in whole units of money because it is a mean; null without a purchase. */
export const averageTicket = (spend: Cents, purchaseDays: number): Cents | null =>
  purchaseDays === 0 ? null : cents(Math.round(spend / purchaseDays / 100) * 100);
