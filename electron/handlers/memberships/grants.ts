import { countCycles, dueCycles } from '../../../shared/domain/loyalty/memberships.ts';
import type { DueCycle } from '../../../shared/domain/loyalty/memberships.ts';
import { isBalanceInRange, reversalOf } from '../../../shared/domain/loyalty/points.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { CustomerId, PointsEntryId } from '../../../shared/types/ids.ts';
import { listCouponEntries } from '../../store/coupons.ts';
import { findCouponGivenTo } from '../../store/couponTransfers.ts';
import { listLapsing } from '../../store/lapsingPoints.ts';
import { findLedger, findPointsEntry } from '../../store/loyalty.ts';
import {
  insertMembershipCoupon,
  insertMembershipGrant,
  listMembershipCoupons,
  listMembershipGrants,
  markMembershipCoupon,
  markMembershipPoints,
} from '../../store/membershipGrants.ts';
import { listDueMemberships, writeMembershipState } from '../../store/memberships.ts';
import type { MembershipTerm } from '../../store/memberships.ts';
import { recordAudit } from '../audit/record.ts';
import { isClockBehind } from '../clock.ts';
import type { StoreContext } from '../context.ts';
import { appendToCoupon, issueCoupon, replayOf } from '../coupons/ledger.ts';
import { takeLeftBack } from '../coupons/takeBack.ts';
import { requireCouponType } from '../coupons/types.ts';
import { isCouponUsed } from '../coupons/visit.ts';
import { factRecorded } from '../facts.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { settleMembershipTier } from '../tiers/membership.ts';

// What the cycles of a paid membership give (X57), when they begin, by nobody's hand; it lapses with its cycle.

const AT_A_TIME = 50;

const grantPoints = (
  context: StoreContext,
  term: MembershipTerm,
  { untilOn }: DueCycle,
  reason: string,
): PointsEntryId | null => {
  const { customerId, points: given } = term;
  // Whoever has as many points as a balance can hold gets no more.
  if (given === 0 || !isBalanceInRange(findLedger(context.database, customerId).balance + given)) return null;
  return appendToLedger(context, { customerId, kind: 'adjust', points: given, reason, isByItself: true, lastOn: untilOn });
};

const giveCycle = (context: StoreContext, term: MembershipTerm, cycle: DueCycle): void => {
  const { database } = context;
  const { customerId, couponTypeId } = term;
  const reason = `${term.name} ${cycle.index + 1}/${countCycles({ ...term, untilOn: term.soldUntilOn }, term)}`;
  insertMembershipGrant(database, {
    term_id: term.id,
    cycle: cycle.index,
    from_on: cycle.fromOn,
    until_on: cycle.untilOn,
    business_date: context.today(),
    is_missed: cycle.isMissed ? 1 : 0,
    points_entry_id: cycle.isMissed ? null : grantPoints(context, term, cycle, reason),
    points_taken_id: null,
  });
  if (cycle.isMissed || couponTypeId === null) return;
  // What was paid for is given though the shop issues such coupons no more.
  const type = requireCouponType(context, couponTypeId);
  for (let each = 0; each < term.coupons; each += 1) {
    const { id } = issueCoupon(context, { customerId, type, reason, isByItself: true, lastOn: cycle.untilOn });
    insertMembershipCoupon(database, { coupon_id: id, term_id: term.id, cycle: cycle.index, void_entry_id: null });
  }
};

/** Gives what is due of a term, and brings the tier in line. Returns how many cycles gave something. */
export const giveDueOf = (context: StoreContext, term: MembershipTerm): number => {
  const found = dueCycles(term, term, term.nextCycle, context.today());
  const gives = term.coupons > 0 || term.points > 0 ? found.due : [];
  for (const cycle of gives) giveCycle(context, term, cycle);
  writeMembershipState(context.database, term.id, { next_cycle: found.next, next_on: found.nextOn });
  settleMembershipTier(context, term.customerId);
  return gives.filter(({ isMissed }) => !isMissed).length;
};

/** What a change to a term shows on. */
export const membershipRecorded = (context: StoreContext, customerId: CustomerId): void => {
  factRecorded(context, customerId, ['memberships', 'coupons', 'points']);
};

/**
 * Gives what the cycles that have begun give, some terms at a time; not while the clock is behind the last entry (R7). Returns whether more is
 * waiting.
 */
export const giveDueMemberships = (context: StoreContext): { readonly isMore: boolean } => {
  if (isClockBehind(context)) return { isMore: false };
  const due = listDueMemberships(context.database, context.today(), AT_A_TIME);
  if (due.length === 0) return { isMore: false };
  const given = due.reduce((sum, term) => sum + giveDueOf(context, term), 0);
  const customerIds = [...new Set(due.map(({ customerId }) => customerId))];
  for (const customerId of customerIds) membershipRecorded(context, customerId);
  if (given > 0) recordAudit(context, { operation: 'memberships.grant', kind: 'value', customerIds, details: { count: given } });
  return { isMore: due.length === AT_A_TIME };
};

/** What is left of the points that a cycle gave. */
const pointsLeft = (context: StoreContext, entryId: PointsEntryId): number => {
  const entry = findPointsEntry(context.database, entryId);
  if (entry === undefined || entry.is_reversed === 1) return 0;
  const lot = listLapsing(context.database, entry.customer_id).find(({ entry_id: lotId }) => lotId === entryId);
  return lot?.remaining ?? 0;
};

/** Whether anything that a term gave was used, or given to somebody else. What has lapsed unused was not. */
export const isMembershipUsed = (context: StoreContext, term: MembershipTerm): boolean =>
  listMembershipCoupons(context.database, term.id).some(
    ({ couponId }) => isCouponUsed(context, couponId) || findCouponGivenTo(context.database, couponId) !== undefined,
  ) ||
  listMembershipGrants(context.database, term.id).some(
    ({ pointsEntryId, untilOn }) =>
      pointsEntryId !== null && untilOn >= context.today() && pointsLeft(context, pointsEntryId) < term.points,
  );

/** With a sale that was a mistake: all that it gave. */
export const takeGrantsBack = (context: StoreContext, term: MembershipTerm): void => {
  for (const { couponId } of listMembershipCoupons(context.database, term.id)) takeLeftBack(context, { id: couponId });
  for (const { pointsEntryId } of listMembershipGrants(context.database, term.id)) {
    const entry = pointsEntryId === null ? undefined : findPointsEntry(context.database, pointsEntryId);
    if (entry === undefined || entry.is_reversed === 1 || pointsLeft(context, entry.id) === 0) continue;
    const { customer_id: customerId, id: reversesId, reason } = entry;
    appendToLedger(context, { customerId, kind: 'reverse', points: reversalOf(entry.points), reason, reversesId });
  }
};

/** With a membership that ends early: what of it was not used. */
export const takeRestAway = (context: StoreContext, term: MembershipTerm, reason: string): void => {
  const { database } = context;
  for (const { couponId } of listMembershipCoupons(database, term.id)) {
    const { left, isVoid } = replayOf(context, couponId);
    if (isVoid || left <= 0) continue;
    markMembershipCoupon(database, couponId, appendToCoupon(context, { couponId, kind: 'void', uses: -left, reason }));
  }
  for (const { pointsEntryId, cycle } of listMembershipGrants(database, term.id)) {
    const left = pointsEntryId === null ? 0 : pointsLeft(context, pointsEntryId);
    if (left === 0) continue;
    const entry = { customerId: term.customerId, kind: 'adjust', points: points(0 - left), reason } as const;
    markMembershipPoints(database, term.id, cycle, appendToLedger(context, entry));
  }
};

/** What an end took away comes back with it; what was given back by hand meanwhile stays so. */
export const giveRestBack = (context: StoreContext, term: MembershipTerm, reason: string): void => {
  const { database } = context;
  for (const { couponId, voidEntryId } of listMembershipCoupons(database, term.id)) {
    if (voidEntryId === null) continue;
    const entries = listCouponEntries(database, couponId);
    const taken = entries.find(({ id }) => id === voidEntryId);
    if (taken !== undefined && !entries.some(({ reversesId }) => reversesId === taken.id))
      appendToCoupon(context, { couponId, kind: 'reverse', uses: -taken.uses, reversesId: taken.id });
    markMembershipCoupon(database, couponId, null);
  }
  for (const { pointsTakenId, cycle } of listMembershipGrants(database, term.id)) {
    const taken = pointsTakenId === null ? undefined : findPointsEntry(database, pointsTakenId);
    if (taken === undefined) continue;
    const { customer_id: customerId, id: reversesId } = taken;
    if (taken.is_reversed === 0)
      appendToLedger(context, { customerId, kind: 'reverse', points: reversalOf(taken.points), reason, reversesId });
    markMembershipPoints(database, term.id, cycle, null);
  }
};
