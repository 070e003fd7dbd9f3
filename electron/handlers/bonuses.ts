import type { BonusOccasion } from '../../shared/domain/loyalty/bonuses.ts';
import { points } from '../../shared/types/amounts.ts';
import type { Points } from '../../shared/types/amounts.ts';
import { bonusId } from '../../shared/types/ids.ts';
import type { BonusId, CouponTypeId, CustomerId, TierEventId } from '../../shared/types/ids.ts';
import { insertBonus } from '../store/bonuses.ts';
import type { Bonus } from '../store/bonuses.ts';
import { findCoupon } from '../store/coupons.ts';
import { findPointsEntry } from '../store/loyalty.ts';
import type { StoreContext } from './context.ts';
import { giveValue, takeValueBack } from './loyalty/giveValue.ts';

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
  const { customerId, occasion, tierEventId = null, ...value } = wanted;
  const { entryId, couponId } = giveValue(context, { customerId, ...value });
  if (entryId === null && couponId === null) return null;
  const id = bonusId(context.newId());
  insertBonus(context.database, {
    id,
    customerId,
    at: context.now(),
    businessDate: context.today(),
    occasion,
    tierEventId,
    pointsEntryId: entryId,
    couponId,
    staffId: context.actor.staffId,
  });
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
export const takeBonusBack = (context: StoreContext, { customerId, pointsEntryId: entryId, couponId }: Bonus): void => {
  takeValueBack(context, { entryId, couponId });
  if (couponId !== null) context.changed(['coupons'], [customerId]);
};
