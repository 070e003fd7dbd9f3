import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import type { CouponTerms } from './terms.ts';

// What whoever stands at the desk may grant without asking (R177): small coupons, up to so much a month.

/** How much one grant and all grants of a month may come to. */
export interface Discretion {
  readonly grantMostCents: Cents;
  readonly grantMonthCents: Cents;
}

/** The most that a coupon can ever take off, all its uses together; null where nothing limits it. */
export const worthOfCoupon = ({ kind, amountCents, capCents, uses }: CouponTerms): Cents | null => {
  const limits = [...(kind === 'amount' && amountCents !== null ? [amountCents] : []), ...(capCents === null ? [] : [capCents])];
  return limits.length === 0 ? null : cents(Math.min(...limits) * uses);
};

/** Why one more grant goes beyond what somebody may do alone; null when it does not. */
export const discretionFault = (
  worth: Cents | null,
  grantedCents: Cents,
  { grantMostCents, grantMonthCents }: Discretion,
): 'grant_without_limit' | 'grant_too_large' | 'grant_month_full' | null => {
  if (worth === null) return 'grant_without_limit';
  if (worth > grantMostCents) return 'grant_too_large';
  return grantedCents + worth > grantMonthCents ? 'grant_month_full' : null;
};
