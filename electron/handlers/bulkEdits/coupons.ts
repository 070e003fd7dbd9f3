import { z } from 'zod';
import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import { couponIdSchema } from '../../../shared/contract/values.ts';
import { listColumn } from '../../store/bulkValues.ts';
import { listHoldersOfType } from '../../store/couponGrants.ts';
import { findCoupon } from '../../store/coupons.ts';
import type { BaseContext } from '../context.ts';
import { issueCoupon } from '../coupons/ledger.ts';
import { mayTakeBack, takeCouponBack } from '../coupons/takeBack.ts';
import { requireCouponType } from '../coupons/types.ts';
import type { BulkSteps } from './steps.ts';

type IssueAction = Extract<BulkAction, { kind: 'issue_coupon' }>;

/** What undoing needs: the coupon goes with whoever it belongs to by then, also after a merge. */
const keptSchema = z.object({ couponId: couponIdSchema });

/** Issues one coupon to each (R084). Whoever has one of the type that can still be used is left out; one that was used stays when it is undone. */
export const couponSteps = (basis: BaseContext, { typeId, reason }: IssueAction): BulkSteps => ({
  topics: ['coupons'],
  standings: (database, ids) => {
    const holders = listHoldersOfType(database, typeId, ids, basis.today());
    return listColumn(database, 'removed_at', ids)
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id }) => ({ id, before: null, isSo: holders.has(id) }));
  },
  write: (context, { id: customerId }, batchId) => {
    const { id: couponId } = issueCoupon(context, { customerId, type: requireCouponType(context, typeId), reason, batchId });
    return { note: null, kept: { couponId } };
  },
  putBack: (context, _, kept) => {
    const coupon = findCoupon(context.database, keptSchema.parse(kept).couponId);
    if (coupon === undefined || !mayTakeBack(context, coupon)) return null;
    takeCouponBack(context, coupon);
    return { note: null };
  },
  words: () => ({ before: null, after: requireCouponType(basis, typeId).name }),
});
