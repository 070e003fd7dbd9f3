import { replayCoupon } from '../../../shared/domain/coupons/ledger.ts';
import type { CouponReplay } from '../../../shared/domain/coupons/ledger.ts';
import { couponNumberOf } from '../../../shared/domain/coupons/numbers.ts';
import { lastDayOfCoupon } from '../../../shared/domain/coupons/terms.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { couponEntryId, couponId as toCouponId } from '../../../shared/types/ids.ts';
import type { BulkEditId, CouponEntryId, CouponId, CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { rightAfter } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { appendCouponEntry, findCouponByNumber, insertCoupon, listCouponEntries } from '../../store/coupons.ts';
import type { NewCouponEntry, StoredCoupon } from '../../store/coupons.ts';
import { insertCouponTransfer } from '../../store/couponTransfers.ts';
import type { StoreContext } from '../context.ts';
import { adoptCouponType } from './types.ts';
import type { FoundCouponType } from './types.ts';

type Wanted = Pick<NewCouponEntry, 'couponId' | 'kind' | 'uses'> &
  Partial<Pick<NewCouponEntry, 'cents' | 'shares' | 'reason' | 'visitId' | 'reversesId' | 'concernsId' | 'businessDate'>>;

/** Appends one row to a coupon's ledger, by whoever is at the desk, now; with a clock that went back, right after the last row. */
export const appendToCoupon = (context: StoreContext, wanted: Wanted): CouponEntryId => {
  const lastAt = listCouponEntries(context.database, wanted.couponId).at(-1)?.at ?? null;
  const id = couponEntryId(context.newId());
  appendCouponEntry(context.database, {
    cents: cents(0),
    shares: '[]',
    reason: null,
    visitId: null,
    reversesId: null,
    concernsId: null,
    businessDate: context.today(),
    ...wanted,
    id,
    at: rightAfter(lastAt, context.now()),
    staffId: context.actor.staffId,
  });
  return id;
};

/** What is left of a coupon, from its ledger. */
export const replayOf = ({ database }: Pick<StoreContext, 'database'>, couponId: CouponId): CouponReplay =>
  replayCoupon(listCouponEntries(database, couponId));

interface Issue {
  readonly customerId: CustomerId;
  readonly type: FoundCouponType;
  readonly reason: string | null;
  readonly occasionYear?: number;
  readonly fromOn?: LocalDate;
  /** The day from which its days count; that of issue when absent. */
  readonly countsFrom?: LocalDate;
  /** It lapses with this day, if not sooner by itself. */
  readonly lastOn?: LocalDate;
  readonly visitId?: VisitId;
  readonly batchId?: BulkEditId;
  /** Of an occasion; `none` for what somebody gave by hand. */
  readonly isOccasion?: boolean;
  /** The shop gives it on an occasion of its own: it is no grant of whoever is at the desk (R177). */
  readonly isByItself?: boolean;
}

interface Again {
  readonly customerId: CustomerId;
  readonly left: number;
  /** The void by which it was given. */
  readonly givenId: CouponEntryId;
  readonly reason: string;
}

/** A number that no coupon has. */
const freshNumber = (context: StoreContext): string => {
  for (;;) {
    const number = couponNumberOf(context.newId());
    if (findCouponByNumber(context.database, number) === undefined) return number;
  }
};

/** Issues one coupon on the terms of its type today. */
export const issueCoupon = (
  context: StoreContext,
  { customerId, type, reason, isOccasion = false, isByItself = false, ...wanted }: Issue,
): Pick<StoredCoupon, 'id' | 'number' | 'expiresOn'> => {
  const { occasionYear, fromOn, countsFrom, lastOn, visitId, batchId } = wanted;
  adoptCouponType(context, type);
  const id = toCouponId(context.newId());
  const number = freshNumber(context);
  const businessDate = context.today();
  const lastOfType = lastDayOfCoupon(type.terms, countsFrom ?? fromOn ?? businessDate);
  const expiresOn = lastOn !== undefined && (lastOfType === null || lastOfType > lastOn) ? lastOn : lastOfType;
  insertCoupon(context.database, {
    id,
    customerId,
    number,
    typeId: type.id,
    name: type.name,
    terms: type.terms,
    occasion: isOccasion ? type.occasion : 'none',
    occasionYear: occasionYear ?? null,
    at: context.now(),
    businessDate,
    fromOn: fromOn ?? null,
    expiresOn,
    reason,
    visitId: visitId ?? null,
    batchId: batchId ?? null,
    staffId: isByItself ? null : context.actor.staffId,
  });
  appendToCoupon(context, { couponId: id, kind: 'issue', uses: type.terms.uses, ...(visitId !== undefined && { visitId }) });
  return { id, number, expiresOn };
};

/**
 * What is left of a coupon goes on as somebody else's, until the same day (X54): by whoever wrote the void by which it was given, and no grant of theirs.
 * It is of no occasion any more: whose birthday it was stays with whom it was for.
 */
export const issueAgain = (
  context: StoreContext,
  given: StoredCoupon,
  { customerId, left, givenId, reason }: Again,
): Pick<StoredCoupon, 'id' | 'number'> => {
  const id = toCouponId(context.newId());
  const number = freshNumber(context);
  const { staffName: _staffName, ...coupon } = given;
  insertCoupon(context.database, {
    ...coupon,
    id,
    customerId,
    number,
    terms: { ...coupon.terms, uses: left },
    occasion: 'none',
    occasionYear: null,
    at: context.now(),
    businessDate: context.today(),
    reason,
    visitId: null,
    batchId: null,
    staffId: null,
  });
  insertCouponTransfer(context.database, givenId, id);
  appendToCoupon(context, { couponId: id, kind: 'issue', uses: left });
  return { id, number };
};
