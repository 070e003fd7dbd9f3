import { replayCoupon } from '../../../shared/domain/coupons/ledger.ts';
import { AppError } from '../../../shared/errors.ts';
import { findCustomerById } from '../../store/customers.ts';
import { listCouponEntries } from '../../store/coupons.ts';
import type { StoredCoupon } from '../../store/coupons.ts';
import type { VisitId } from '../../../shared/types/ids.ts';
import { findCouponGivenTo, findCouponReceivedFrom } from '../../store/couponTransfers.ts';
import type { StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { requirePresentCustomer } from '../references.ts';
import { appendToCoupon, replayOf } from './ledger.ts';
import { isCouponUsed } from './visit.ts';

/**
 * Takes back what brought a coupon, and with it what is left of it; whether it was not taken back before. One that is used up goes back too: what
 * is given back of its uses later is none any more. One that was given away goes back from whoever has it now.
 */
export const takeLeftBack = (
  context: StoreContext,
  { id: couponId }: Pick<StoredCoupon, 'id'>,
  visitId: VisitId | null = null,
): boolean => {
  const entries = listCouponEntries(context.database, couponId);
  const issue = entries.find(({ kind }) => kind === 'issue');
  if (issue === undefined || entries.some(({ reversesId }) => reversesId === issue.id)) return false;
  const { left } = replayCoupon(entries);
  const goesOn = findCouponGivenTo(context.database, couponId);
  if (goesOn !== undefined && takeLeftBack(context, { id: goesOn.couponId }, visitId))
    valuesMoved(context, 'coupons', [goesOn.customerId]);
  appendToCoupon(context, { couponId, kind: 'reverse', uses: 0 - left, visitId, reversesId: issue.id });
  return true;
};

/**
 * Takes back a coupon that was issued; of one that somebody else gave, they have it again, by whoever may transfer. Throws conflict (coupon_used,
 * coupon_given_away); already_undone for one that is void or was taken back.
 */
export const takeCouponBack = (context: StoreContext, coupon: Pick<StoredCoupon, 'id'>): void => {
  const { database, actor } = context;
  if (findCouponGivenTo(database, coupon.id) !== undefined) throw new AppError('conflict', { reason: 'coupon_given_away' });
  const giver = findCouponReceivedFrom(database, coupon.id);
  if (giver !== undefined) {
    if (!actor.permissions.includes('loyalty.adjust')) throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
    requirePresentCustomer(context, giver.customerId);
  }
  if (isCouponUsed(context, coupon.id)) throw new AppError('conflict', { reason: 'coupon_used' });
  if (replayOf(context, coupon.id).isVoid || !takeLeftBack(context, coupon)) throw new AppError('already_undone', {});
  if (giver === undefined) return;
  const given = listCouponEntries(database, giver.couponId).find(({ id }) => id === giver.entryId);
  if (given !== undefined)
    appendToCoupon(context, { couponId: giver.couponId, kind: 'reverse', uses: 0 - given.uses, reversesId: given.id });
  valuesMoved(context, 'coupons', [giver.customerId]);
};

/** Whether it would go through: nothing of it was used, it still counts, and whose it is has not been removed. */
export const mayTakeBack = (context: StoreContext, { id, customerId }: Pick<StoredCoupon, 'id' | 'customerId'>): boolean =>
  !isCouponUsed(context, id) &&
  !replayOf(context, id).isVoid &&
  findCustomerById(context.database, customerId)?.removed_at === null;
