import type { OutputOf } from '../../../shared/contract.ts';
import { discretionFault, worthOfCoupon } from '../../../shared/domain/coupons/discretion.ts';
import type { CouponTerms } from '../../../shared/domain/coupons/terms.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { localDate } from '../../../shared/types/time.ts';
import { listGrantedTerms } from '../../store/couponGrants.ts';
import type { BaseContext } from '../context.ts';

/** Whoever may correct what customers own needs nobody's leave to grant. */
const isLimited = ({ actor }: BaseContext): boolean => !actor.permissions.includes('loyalty.adjust');

/** What whoever is at the desk has granted this month: the most that it can take off. What was taken back does not count. */
const grantedThisMonth = (context: BaseContext): Cents =>
  cents(
    listGrantedTerms(context.database, context.actor.staffId, localDate(`${context.today().slice(0, 8)}01`)).reduce(
      (sum, terms) => sum + (worthOfCoupon(terms) ?? 0),
      0,
    ),
  );

/** Throws conflict (grant_without_limit, grant_too_large, grant_month_full) for what is beyond the discretion of whoever is at the desk (R177). */
export const requireDiscretion = (context: BaseContext, terms: CouponTerms): void => {
  if (!isLimited(context)) return;
  const settings = context.settings();
  const granted = grantedThisMonth(context);
  const reason = discretionFault(worthOfCoupon(terms), granted, settings);
  if (reason !== null) throw new AppError('conflict', { reason });
};

/** How much whoever is at the desk may still grant alone. */
export const discretion = (context: BaseContext): OutputOf<'coupons.discretion'> => {
  const { grantMostCents, grantMonthCents } = context.settings();
  return {
    isLimited: isLimited(context),
    mostCents: grantMostCents,
    monthCents: grantMonthCents,
    leftCents: cents(Math.max(0, grantMonthCents - grantedThisMonth(context))),
  };
};
