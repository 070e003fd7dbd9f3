import { isEnough, isMonthOpen, programmeOf, successOf } from '../../../shared/domain/referrals/rewards.ts';
import type { ReferralReward, ReferredPurchase } from '../../../shared/domain/referrals/rewards.ts';
import { cents, points } from '../../../shared/types/amounts.ts';
import { referralRewardId } from '../../../shared/types/ids.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { addDays, addMonths, monthStart } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import {
  appendReferralReward,
  findReferredPurchase,
  listReferredPurchases,
  listRewardsOfNewcomer,
  listRewardsOfReferrer,
  listRewardsOfVisit,
  wasEverRewarded,
} from '../../store/referralRewards.ts';
import type { ReferralRewardRow } from '../../store/referralRewards.ts';
import { customerState } from '../../store/references.ts';
import { findReferrerOf } from '../../store/referrals.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { giveValue, takeValueBack } from '../loyalty/giveValue.ts';
import type { VisitPart } from '../visits/part.ts';
import { firstNaming } from './around.ts';

// Rewards of referrals at visits (R078, R093): given by the visit that makes it a success, taken back with it, and given again when another
// purchase, or the same one after all, stands for it.

const reasons = {
  'zh-CN': { referrer: '介绍了新客', newcomer: '由熟客介绍' },
  en: { referrer: 'Brought somebody new', newcomer: 'Brought by a regular' },
} as const;

const monthOf = (on: LocalDate): { from: LocalDate; until: LocalDate } => {
  const from = monthStart(on);
  return { from, until: addDays(addMonths(from, 1), -1) };
};

const gotSomething = ({ referrerEntryId, referrerCouponId }: ReferralRewardRow): boolean =>
  referrerEntryId !== null || referrerCouponId !== null;

/** What follows for others than the customer at the desk, whose facts are recorded with the visit. */
const recordOthers = (context: StoreContext, present: CustomerId, others: readonly CustomerId[]): void => {
  for (const customerId of new Set(others))
    if (customerId !== present) factRecorded(context, customerId, ['points', 'coupons', 'referrals']);
  context.changed(['coupons', 'points', 'referrals'], null);
};

const give = (context: StoreContext, customerId: CustomerId, referrerId: CustomerId, success: ReferredPurchase): void => {
  const { database } = context;
  const programme = programmeOf(context.settings());
  const rewarded = listRewardsOfReferrer(database, referrerId, monthOf(success.on)).filter(gotSomething).length;
  const referrerState =
    customerState(database, referrerId) !== 'present' ? 'away' : isMonthOpen(rewarded, programme) ? 'given' : 'month_full';
  const nothing = { entryId: null, couponId: null };
  const words = reasons[context.settings().language];
  const share = ({ points: given, couponTypeId }: ReferralReward) => ({ points: points(given), couponTypeId });
  const brings =
    referrerState === 'given'
      ? giveValue(context, { customerId: referrerId, ...share(programme.referrer), reason: words.referrer })
      : nothing;
  const comes = giveValue(context, { customerId, ...share(programme.newcomer), reason: words.newcomer });
  if ([brings, comes].every(({ entryId, couponId }) => entryId === null && couponId === null)) return;
  appendReferralReward(database, {
    id: referralRewardId(context.newId()),
    customerId,
    referrerId,
    visitId: success.visitId,
    at: context.now(),
    businessDate: success.on,
    kind: 'given',
    reversesId: null,
    leastCents: cents(programme.leastCents),
    referrerState,
    referrerEntryId: brings.entryId,
    referrerCouponId: brings.couponId,
    newcomerEntryId: comes.entryId,
    newcomerCouponId: comes.couponId,
    staffId: context.actor.staffId,
  });
  recordOthers(context, customerId, [referrerId]);
};

const takeBack = (context: StoreContext, present: CustomerId, row: ReferralRewardRow): void => {
  const owners = [
    ...takeValueBack(context, { entryId: row.newcomerEntryId, couponId: row.newcomerCouponId }),
    ...takeValueBack(context, { entryId: row.referrerEntryId, couponId: row.referrerCouponId }),
  ];
  appendReferralReward(context.database, {
    ...row,
    id: referralRewardId(context.newId()),
    at: context.now(),
    kind: 'taken_back',
    reversesId: row.id,
    staffId: context.actor.staffId,
  });
  recordOthers(context, present, owners);
};

/** Gives for the first of these purchases that is one to be rewarded, unless something stands already. */
const giveFor = (context: StoreContext, customerId: CustomerId, only: VisitId | null): void => {
  const { database } = context;
  const programme = programmeOf(context.settings());
  if (!programme.isOn) return;
  const referrerId = findReferrerOf(database, customerId);
  if (referrerId === null || referrerId === customerId) return;
  const named = firstNaming(context, customerId);
  if (named === null || listRewardsOfNewcomer(database, customerId).length > 0) return;
  const purchases = listReferredPurchases(database, customerId).filter(
    ({ visitId, on }) => only === null || visitId === only || on < named.businessDate,
  );
  const success = successOf(purchases, named.businessDate, programme);
  if (success !== null) give(context, customerId, referrerId, success);
};

/** What stands no more is taken back; where something was, another purchase may stand for it. */
const review = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  const { database } = context;
  const standing = new Map(
    [...listRewardsOfNewcomer(database, customerId), ...listRewardsOfVisit(database, visitId)].map((row) => [row.id, row]),
  );
  for (const row of standing.values()) {
    const purchase = findReferredPurchase(database, row.visitId);
    if (purchase === undefined || !isEnough(purchase.netCents, row.leastCents)) takeBack(context, customerId, row);
  }
  if (wasEverRewarded(database, customerId)) giveFor(context, customerId, null);
};

export const referralRewards: VisitPart = {
  apply: (context, { customerId, visitId, lines, returnsVisitId }) => {
    if (lines.length > 0 && returnsVisitId === null) giveFor(context, customerId, visitId);
  },
  takeBack: (context, { customerId, visitId }) => review(context, customerId, visitId),
  returned: (context, { customerId, saleId }) => review(context, customerId, saleId),
};
