import type { OutputOf } from '../../../shared/contract.ts';
import type { CouponId, PointsEntryId, VisitId } from '../../../shared/types/ids.ts';
import { points } from '../../../shared/types/amounts.ts';
import { findCoupon } from '../../store/coupons.ts';
import { findPointsEntry } from '../../store/loyalty.ts';
import { listRewardsOfVisit } from '../../store/referralRewards.ts';
import type { BaseContext } from '../context.ts';

type Told = NonNullable<OutputOf<'visits.findById'>['referral']>;

const shareOf = ({ database }: BaseContext, entryId: PointsEntryId | null, couponId: CouponId | null): Told['newcomer'] => ({
  points: (entryId === null ? undefined : findPointsEntry(database, entryId))?.points ?? points(0),
  coupon: (couponId === null ? undefined : findCoupon(database, couponId))?.name ?? null,
});

/** What a visit brought for a referral and stands: what the notice at the desk and the receipt tell both sides. */
export const referralOfVisit = (context: BaseContext, visitId: VisitId): Told | null => {
  const [row] = listRewardsOfVisit(context.database, visitId);
  return row === undefined
    ? null
    : {
        newcomer: shareOf(context, row.newcomerEntryId, row.newcomerCouponId),
        referrer: shareOf(context, row.referrerEntryId, row.referrerCouponId),
        referrerState: row.referrerState,
      };
};
