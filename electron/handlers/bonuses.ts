import type { BonusOccasion } from '../../shared/domain/loyalty/bonuses.ts';
import { reversalOf } from '../../shared/domain/loyalty/points.ts';
import { points } from '../../shared/types/amounts.ts';
import type { Points } from '../../shared/types/amounts.ts';
import { bonusId } from '../../shared/types/ids.ts';
import type { BonusId, CouponTypeId, CustomerId, TierEventId } from '../../shared/types/ids.ts';
import { insertBonus } from '../store/bonuses.ts';
import type { Bonus } from '../store/bonuses.ts';
import { findCoupon, listCouponEntries } from '../store/coupons.ts';
import { listCouponTypes } from '../store/couponTypes.ts';
import { findPointsEntry } from '../store/loyalty.ts';
import type { StoreContext } from './context.ts';
import { appendToCoupon, issueCoupon, replayOf } from './coupons/ledger.ts';
import { appendToLedger } from './loyalty/ledger.ts';

// What the shop gives on an occasion, in points, as a coupon, or both: each in its own ledger, and a row that says what it was for.

interface Wanted {
  readonly customerId: CustomerId;
  readonly occasion: BonusOccasion;
  readonly points: Points;
  readonly couponTypeId: CouponTypeId | null;
  readonly reason: string;
  readonly tierEventId?: TierEventId;
}

/** Gives it and says so; a type of coupon that was put away brings none. Null when there is nothing to give. The caller refreshes the summary. */
export const giveBonus = (context: StoreContext, wanted: Wanted): BonusId | null => {
  const { customerId, occasion, points: given, couponTypeId, reason } = wanted;
  const type = listCouponTypes(context.database).find(({ id, isArchived }) => id === couponTypeId && !isArchived);
  if (given <= 0 && type === undefined) return null;
  const pointsEntryId = given > 0 ? appendToLedger(context, { customerId, kind: 'adjust', points: given, reason }) : null;
  const coupon = type && issueCoupon(context, { customerId, type: { ...type, isOwn: true }, reason });
  const id = bonusId(context.newId());
  insertBonus(context.database, {
    id,
    customerId,
    at: context.now(),
    businessDate: context.today(),
    occasion,
    tierEventId: wanted.tierEventId ?? null,
    pointsEntryId,
    couponId: coupon?.id ?? null,
    staffId: context.actor.staffId,
  });
  if (coupon !== undefined) context.changed(['coupons'], [customerId]);
  return id;
};

/** Gives once more what was taken back with a step of a tier that stands again. */
export const giveBonusAgain = (
  context: StoreContext,
  bonus: Bonus,
  step: { readonly tierEventId: TierEventId; readonly reason: string },
): void => {
  const { database } = context;
  const { customerId, occasion, pointsEntryId, couponId } = bonus;
  giveBonus(context, {
    customerId,
    occasion,
    points: (pointsEntryId === null ? undefined : findPointsEntry(database, pointsEntryId))?.points ?? points(0),
    couponTypeId: (couponId === null ? undefined : findCoupon(database, couponId))?.typeId ?? null,
    ...step,
  });
};

/** Takes a bonus back: its points, spent or not, and as much of its coupon as was not used. Once; what was taken back by hand stays so. */
export const takeBonusBack = (context: StoreContext, { customerId, pointsEntryId, couponId }: Bonus): void => {
  const entry = pointsEntryId === null ? undefined : findPointsEntry(context.database, pointsEntryId);
  if (entry?.is_reversed === 0)
    appendToLedger(context, {
      customerId,
      kind: 'reverse',
      points: reversalOf(entry.points),
      reason: null,
      reversesId: entry.id,
    });
  if (couponId === null) return;
  const issue = listCouponEntries(context.database, couponId).find(({ kind }) => kind === 'issue');
  const { left, isVoid } = replayOf(context, couponId);
  if (issue === undefined || isVoid || left === 0) return;
  appendToCoupon(context, { couponId, kind: 'reverse', uses: -left, reversesId: issue.id });
  context.changed(['coupons'], [customerId]);
};
