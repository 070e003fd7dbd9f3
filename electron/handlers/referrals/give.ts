import type { ReferralReward } from '../../../shared/domain/referrals/rewards.ts';
import { reversalOf } from '../../../shared/domain/loyalty/points.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { CouponId, CustomerId, PointsEntryId } from '../../../shared/types/ids.ts';
import { findCoupon, listCouponEntries } from '../../store/coupons.ts';
import { findPointsEntry } from '../../store/loyalty.ts';
import type { StoreContext } from '../context.ts';
import { appendToCoupon, issueCoupon, replayOf } from '../coupons/ledger.ts';
import { couponTypesOf } from '../coupons/types.ts';
import { appendToLedger } from '../loyalty/ledger.ts';

// What one side gets for a referral, and taking it back from whoever has it now.

interface Given {
  readonly entryId: PointsEntryId | null;
  readonly couponId: CouponId | null;
}

const reasons = {
  'zh-CN': { referrer: '介绍了新客', newcomer: '由熟客介绍' },
  en: { referrer: 'Brought somebody new', newcomer: 'Brought by a regular' },
} as const;

/** A kind of coupon that the shop has put away gives none. */
const issueOf = (context: StoreContext, customerId: CustomerId, { couponTypeId }: ReferralReward): CouponId | null => {
  const type = couponTypeId === null ? undefined : couponTypesOf(context).find(({ id }) => id === couponTypeId);
  return type === undefined || type.isArchived ? null : issueCoupon(context, { customerId, type, reason: null }).id;
};

/** Gives one side its share. */
export const giveReward = (
  context: StoreContext,
  customerId: CustomerId,
  reward: ReferralReward,
  side: 'referrer' | 'newcomer',
): Given => {
  const reason = reasons[context.settings().language][side];
  const entry = { customerId, kind: 'adjust', points: points(reward.points), reason } as const;
  return {
    entryId: reward.points === 0 ? null : appendToLedger(context, entry),
    couponId: issueOf(context, customerId, reward),
  };
};

/** Takes a share back: points become a debt where they are spent, of a coupon what was not used. Answers whose it was. */
export const takeRewardBack = (context: StoreContext, { entryId, couponId }: Given): readonly CustomerId[] => {
  const owners: CustomerId[] = [];
  const entry = entryId === null ? undefined : findPointsEntry(context.database, entryId);
  // Somebody may have taken it back by hand.
  if (entry !== undefined && entry.is_reversed === 0) {
    const { customer_id: customerId, id: reversesId } = entry;
    appendToLedger(context, { customerId, kind: 'reverse', points: reversalOf(entry.points), reason: entry.reason, reversesId });
    owners.push(customerId);
  }
  const coupon = couponId === null ? undefined : findCoupon(context.database, couponId);
  if (coupon === undefined) return owners;
  const entries = listCouponEntries(context.database, coupon.id);
  const issue = entries.find(({ kind }) => kind === 'issue');
  if (issue === undefined || entries.some(({ reversesId }) => reversesId === issue.id)) return owners;
  const { left } = replayOf(context, coupon.id);
  appendToCoupon(context, { couponId: coupon.id, kind: 'reverse', uses: 0 - left, reversesId: issue.id });
  return [...owners, coupon.customerId];
};
