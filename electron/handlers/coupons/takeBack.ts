import { AppError } from '../../../shared/errors.ts';
import { findCustomerById } from '../../store/customers.ts';
import { listCouponEntries } from '../../store/coupons.ts';
import type { StoredCoupon } from '../../store/coupons.ts';
import type { StoreContext } from '../context.ts';
import { appendToCoupon, replayOf } from './ledger.ts';
import { isCouponUsed } from './visit.ts';

/** Takes back a coupon that was issued. Throws conflict (coupon_used); already_undone for one that is void or was taken back. */
export const takeCouponBack = (context: StoreContext, { id: couponId }: Pick<StoredCoupon, 'id'>): void => {
  if (isCouponUsed(context, couponId)) throw new AppError('conflict', { reason: 'coupon_used' });
  const { isVoid, left } = replayOf(context, couponId);
  if (isVoid) throw new AppError('already_undone', {});
  const issue = listCouponEntries(context.database, couponId).find(({ kind }) => kind === 'issue');
  appendToCoupon(context, { couponId, kind: 'reverse', uses: -left, reversesId: issue?.id ?? null });
};

/** Whether it would go through: nothing of it was used, it still counts, and whose it is has not been removed. */
export const mayTakeBack = (context: StoreContext, { id, customerId }: Pick<StoredCoupon, 'id' | 'customerId'>): boolean =>
  !isCouponUsed(context, id) &&
  !replayOf(context, id).isVoid &&
  findCustomerById(context.database, customerId)?.removed_at === null;
