import type { OutputOf } from '../../shared/contract.ts';
import { couponState, replayCoupon } from '../../shared/domain/coupons/ledger.ts';
import { AppError } from '../../shared/errors.ts';
import type { CouponId } from '../../shared/types/ids.ts';
import { findCoupon, listCouponEntries, listCouponsOfCustomer } from '../store/coupons.ts';
import type { StoredCoupon } from '../store/coupons.ts';
import { findCouponGivenTo, findCouponReceivedFrom } from '../store/couponTransfers.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { approvers, grantedBy } from './coupons/approval.ts';
import { discretion, requireDiscretion } from './coupons/discretion.ts';
import { offersAtVisit } from './coupons/atVisit.ts';
import { discountCodeHandlers } from './coupons/codes.ts';
import { couponFigures } from './coupons/figures.ts';
import { appendToCoupon, issueAgain, issueCoupon, replayOf } from './coupons/ledger.ts';
import { couponTypeHandlers, requireCouponType, termsOut } from './coupons/types.ts';
import { takeCouponBack } from './coupons/takeBack.ts';
import { valuesMoved } from './valuesMoved.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';

type Coupon = OutputOf<'coupons.ofCustomer'>['coupons'][number];

const MOST_TOLD = 200;

const couponOf = (context: StoreContext, coupon: StoredCoupon): Coupon => {
  const entries = listCouponEntries(context.database, coupon.id);
  const replay = replayCoupon(entries);
  const { id, number, typeId, name, occasion, fromOn, expiresOn, reason, staffName } = coupon;
  return {
    id,
    number,
    typeId,
    name,
    occasion,
    fromOn,
    expiresOn,
    reason,
    staffName,
    givenTo: replay.isVoid ? (findCouponGivenTo(context.database, coupon.id)?.name ?? null) : null,
    receivedFrom: findCouponReceivedFrom(context.database, coupon.id)?.name ?? null,
    terms: termsOut(coupon.terms),
    state: couponState(replay, expiresOn, context.today()),
    left: Math.max(0, replay.left),
    issuedOn: coupon.businessDate,
    entries: entries
      .map((entry) => ({
        kind: entry.kind,
        at: entry.at,
        businessDate: entry.businessDate,
        cents: entry.cents,
        reason: entry.reason,
        visitId: entry.visitId,
        staffName: entry.staffName,
      }))
      .reverse(),
  };
};

const lastDay = ({ expiresOn }: Coupon): string => expiresOn ?? '9999';
/** Those that can be used, what lapses first before; the others stay as they are, latest first. */
const inOrder = (coupons: readonly Coupon[]): Coupon[] => [
  ...coupons
    .filter(({ state }) => state === 'open')
    .sort((one, other) => (lastDay(one) < lastDay(other) ? -1 : lastDay(one) > lastDay(other) ? 1 : 0)),
  ...coupons.filter(({ state }) => state !== 'open'),
];

const requireCoupon = (context: StoreContext, couponId: CouponId): StoredCoupon => {
  const coupon = findCoupon(context.database, couponId);
  if (!coupon) throw new AppError('not_found', { what: 'coupon' });
  requirePresentCustomer(context, coupon.customerId);
  return coupon;
};

/** Coupons and discount codes (R076, R081, R083, R084). */
export const couponsHandlers: HandlersOf<'coupons'> = {
  ...couponTypeHandlers,
  ...discountCodeHandlers,
  'coupons.ofCustomer': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    const coupons = inOrder(listCouponsOfCustomer(context.database, customerId).map((coupon) => couponOf(context, coupon)));
    return { coupons: coupons.slice(0, MOST_TOLD), open: coupons.filter(({ state }) => state === 'open').length };
  },
  ...couponFigures,
  'coupons.atVisit': offersAtVisit,
  'coupons.discretion': discretion,
  'coupons.approvers': approvers,
  'coupons.issue': (desk, { customerId, typeId, reason, approval }) => {
    const context = grantedBy(desk, approval);
    requirePresentCustomer(context, customerId);
    const type = requireCouponType(context, typeId);
    if (type.isArchived) throw new AppError('conflict', { reason: 'coupon_type_archived' });
    requireDiscretion(context, type.terms);
    const { id, number, expiresOn } = issueCoupon(context, { customerId, type, reason });
    context.audited({ coupon: type.name, number }, { customerIds: [customerId] });
    valuesMoved(context, 'coupons', [customerId]);
    return { couponId: id, number, expiresOn };
  },
  'coupons.takeBack': (context, { couponIds }) => {
    const customerIds = couponIds.map((couponId) => {
      const coupon = requireCoupon(context, couponId);
      takeCouponBack(context, coupon);
      return coupon.customerId;
    });
    context.audited({ coupons: couponIds.length }, { customerIds });
    valuesMoved(context, 'coupons', customerIds);
    return {};
  },
  'coupons.void': (context, { couponId, reason }) => {
    const { customerId, number, expiresOn } = requireCoupon(context, couponId);
    const replay = replayOf(context, couponId);
    if (couponState(replay, expiresOn, context.today()) !== 'open') throw new AppError('conflict', { reason: 'coupon_not_open' });
    appendToCoupon(context, { couponId, kind: 'void', uses: -replay.left, reason });
    context.audited({ number }, { customerIds: [customerId] });
    valuesMoved(context, 'coupons', [customerId]);
    return {};
  },
  'coupons.transfer': (context, { couponId, toCustomerId, reason }) => {
    const coupon = requireCoupon(context, couponId);
    const { customerId, expiresOn } = coupon;
    requirePresentCustomer(context, toCustomerId);
    if (toCustomerId === customerId) refuseField('toCustomerId', 'transfer_to_self');
    const replay = replayOf(context, couponId);
    if (couponState(replay, expiresOn, context.today()) !== 'open') throw new AppError('conflict', { reason: 'coupon_not_open' });
    const givenId = appendToCoupon(context, { couponId, kind: 'void', uses: -replay.left, reason });
    const { id, number } = issueAgain(context, coupon, { customerId: toCustomerId, left: replay.left, givenId, reason });
    context.audited({ coupon: coupon.name, number }, { customerIds: [customerId, toCustomerId] });
    valuesMoved(context, 'coupons', [customerId, toCustomerId]);
    return { couponId: id, number };
  },
  'coupons.restore': (context, { couponId }) => {
    const { customerId, number } = requireCoupon(context, couponId);
    if (findCouponGivenTo(context.database, couponId) !== undefined)
      throw new AppError('conflict', { reason: 'coupon_given_away' });
    const entries = listCouponEntries(context.database, couponId);
    const reversed = new Set(entries.map(({ reversesId }) => reversesId));
    const standing = entries.findLast(({ id, kind }) => kind === 'void' && !reversed.has(id));
    if (!standing) throw new AppError('already_undone', {});
    appendToCoupon(context, { couponId, kind: 'reverse', uses: -standing.uses, reversesId: standing.id });
    context.audited({ number }, { customerIds: [customerId] });
    valuesMoved(context, 'coupons', [customerId]);
    return {};
  },
};
