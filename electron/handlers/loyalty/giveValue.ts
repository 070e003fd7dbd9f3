import { reversalOf } from '../../../shared/domain/loyalty/points.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import type { CouponId, CouponTypeId, CustomerId, PointsEntryId } from '../../../shared/types/ids.ts';
import { findCoupon } from '../../store/coupons.ts';
import { findPointsEntry } from '../../store/loyalty.ts';
import type { StoreContext } from '../context.ts';
import { issueCoupon } from '../coupons/ledger.ts';
import { takeLeftBack } from '../coupons/takeBack.ts';
import { couponTypesOf } from '../coupons/types.ts';
import { appendToLedger } from './ledger.ts';

// What the shop gives by itself on an occasion, in points, as a coupon, or both: by nobody's hand, so that it is no grant of whoever is at the desk.

export interface GivenValue {
  readonly entryId: PointsEntryId | null;
  readonly couponId: CouponId | null;
}

interface Wanted {
  readonly customerId: CustomerId;
  readonly points: Points;
  readonly couponTypeId: CouponTypeId | null;
  readonly reason: string;
}

/** Gives it; a type of coupon that was put away brings none. The caller refreshes the summary. */
export const giveValue = (context: StoreContext, { customerId, points, couponTypeId, reason }: Wanted): GivenValue => {
  const type = couponTypesOf(context).find(({ id, isArchived }) => id === couponTypeId && !isArchived);
  const entry = { customerId, kind: 'adjust', points, reason, isByItself: true } as const;
  const entryId = points > 0 ? appendToLedger(context, entry) : null;
  const couponId = type === undefined ? null : issueCoupon(context, { customerId, type, reason, isByItself: true }).id;
  if (couponId !== null) context.changed(['coupons'], [customerId]);
  return { entryId, couponId };
};

/** Takes it back from whoever has it now: the points, spent or not, and of the coupon what was not used. Once; what was taken back by hand stays so. */
export const takeValueBack = (context: StoreContext, { entryId, couponId }: GivenValue): readonly CustomerId[] => {
  const entry = entryId === null ? undefined : findPointsEntry(context.database, entryId);
  const owners: CustomerId[] = [];
  if (entry?.is_reversed === 0) {
    const { customer_id: customerId, id: reversesId, reason } = entry;
    appendToLedger(context, { customerId, kind: 'reverse', points: reversalOf(entry.points), reason, reversesId });
    owners.push(customerId);
  }
  const coupon = couponId === null ? undefined : findCoupon(context.database, couponId);
  if (coupon !== undefined && takeLeftBack(context, coupon)) owners.push(coupon.customerId);
  return owners;
};
