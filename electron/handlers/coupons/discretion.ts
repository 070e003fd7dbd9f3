import type { OutputOf } from '../../../shared/contract.ts';
import { discretionFault, worthOfCoupon } from '../../../shared/domain/coupons/discretion.ts';
import type { CouponTerms } from '../../../shared/domain/coupons/terms.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { monthStart } from '../../../shared/types/time.ts';
import { listGrantedTerms } from '../../store/couponGrants.ts';
import { sumGiftsBy } from '../../store/gifts.ts';
import type { BaseContext } from '../context.ts';

/** Whoever may correct what customers own needs nobody's leave to grant. */
const isLimited = ({ actor }: BaseContext): boolean => !actor.permissions.includes('loyalty.adjust');

const monthBegan = (context: BaseContext) => monthStart(context.today());

/** Gifts and samples count in the same month: what is given is given. */
const giftsThisMonth = (context: BaseContext): number => sumGiftsBy(context.database, context.actor.staffId, monthBegan(context));

/** What whoever is at the desk has granted this month: the most that it can take off. What was taken back does not count. */
const grantedThisMonth = (context: BaseContext): Cents =>
  cents(
    giftsThisMonth(context) +
      listGrantedTerms(context.database, context.actor.staffId, monthBegan(context)).reduce(
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

const giftReasons = {
  grant_without_limit: 'gift_without_cost',
  grant_too_large: 'gift_too_large',
  grant_month_full: 'gift_month_full',
} as const;

/** Throws conflict (gift_without_cost, gift_too_large, gift_month_full) for a gift that is beyond that discretion (R080, R177). */
export const requireGiftDiscretion = (context: BaseContext, worth: Cents | null): void => {
  if (!isLimited(context)) return;
  const fault = discretionFault(worth, grantedThisMonth(context), context.settings());
  if (fault !== null) throw new AppError('conflict', { reason: giftReasons[fault] });
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
