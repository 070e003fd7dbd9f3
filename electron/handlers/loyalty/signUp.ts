import type { OutputOf } from '../../../shared/contract.ts';
import { bonusReason } from '../../../shared/domain/loyalty/bonuses.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findBonus, findStandingBonus } from '../../store/bonuses.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { findCoupon } from '../../store/coupons.ts';
import { giveBonus } from '../bonuses.ts';
import type { StoreContext } from '../context.ts';
import { FIRST_DAY } from '../tiers/rules.ts';

/**
 * What whoever signs up with a phone is given, once a person (X61): not when the number is of somebody who has had it, also by a merge. Null where the
 * shop gives nothing or no number is known. The caller refreshes the summary.
 */
export const giveSignUpBonus = (
  context: StoreContext,
  customerId: CustomerId,
  phone: string | null,
): OutputOf<'customers.create'>['welcome'] => {
  const { signUpPoints, signUpCouponType, language } = context.settings();
  const number = phone === null ? null : phoneE164(phone);
  if ((signUpPoints === 0 && signUpCouponType === null) || number === null) return null;
  const hadIt = findCustomersByPhone(context.database, number).some(
    (id) => findStandingBonus(context.database, { customerId: id, occasion: 'sign_up', from: FIRST_DAY }) !== undefined,
  );
  if (hadIt) return { points: points(0), coupon: null, isGiven: false };
  const given = points(signUpPoints);
  const bonus = giveBonus(context, {
    customerId,
    occasion: 'sign_up',
    points: given,
    couponTypeId: signUpCouponType,
    reason: bonusReason('sign_up', language),
  });
  const { couponId = null } = (bonus === null ? undefined : findBonus(context.database, bonus)) ?? {};
  const coupon = couponId === null ? null : (findCoupon(context.database, couponId)?.name ?? null);
  return bonus === null ? null : { points: given, coupon, isGiven: true };
};
