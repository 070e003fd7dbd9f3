import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { countCycles, coveredUntil, proposedRefund, stateOf } from '../../../shared/domain/loyalty/memberships.ts';
import { addDays, addMonths, localDate } from '../../../shared/types/time.ts';
import { listMembershipCoupons, listMembershipGrants } from '../../store/membershipGrants.ts';
import { countEndingMemberships, listEndingMemberships, membershipsOwed } from '../../store/membershipList.ts';
import { listMembershipPlans } from '../../store/membershipPlans.ts';
import { listMembershipEntries, listMembershipTerms, listMembershipTill } from '../../store/memberships.ts';
import type { MembershipTerm } from '../../store/memberships.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { isCouponUsed } from '../coupons/visit.ts';
import { requireKnownCustomer } from '../references.ts';
import { namesOf } from './plans.ts';
import { mayTakeSaleBack } from './sales.ts';

type Told = OutputOf<'memberships.ofCustomer'>['terms'][number];

const grantsOf = (context: StoreContext, term: MembershipTerm): Told['grants'] => {
  const coupons = listMembershipCoupons(context.database, term.id);
  return listMembershipGrants(context.database, term.id).map(({ cycle, fromOn, untilOn, isMissed, pointsEntryId }) => {
    const given = coupons.filter((coupon) => coupon.cycle === cycle);
    return {
      cycle,
      fromOn,
      untilOn,
      isMissed: isMissed === 1,
      coupons: given.length,
      used: given.filter(({ couponId }) => isCouponUsed(context, couponId)).length,
      points: pointsEntryId === null ? 0 : term.points,
    };
  });
};

const termOf = (context: StoreContext, term: MembershipTerm, names: ReturnType<typeof namesOf>): Told => {
  const entries = listMembershipEntries(context.database, term.id);
  const today = context.today();
  const state = stateOf(term, today);
  const mayAdjust = context.actor.permissions.includes('loyalty.adjust');
  const sold = { fromOn: term.fromOn, untilOn: term.soldUntilOn };
  return {
    id: term.id,
    planId: term.planId,
    name: term.name,
    ...names(term),
    fromOn: term.fromOn,
    untilOn: term.untilOn,
    soldUntilOn: term.soldUntilOn,
    state,
    paidCents: term.paidCents,
    every: term.every,
    everyDays: term.everyDays,
    coupons: term.coupons,
    points: term.points,
    cycles: countCycles(sold, term),
    nextOn: term.nextOn,
    grants: grantsOf(context, term),
    entries: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      businessDate: entry.business_date,
      cents: entry.cents,
      method: entry.method,
      reason: entry.reason,
      staffName: entry.staff_name,
    })),
    mayTakeBack: mayTakeSaleBack(context, term, entries),
    mayEnd: mayAdjust && (state === 'running' || state === 'to_come'),
    mayGoOn: mayAdjust && state === 'ended',
    refundCents: proposedRefund(term.paidCents, sold, today),
  };
};

export const membershipsOf = (
  context: StoreContext,
  { customerId }: HandlerInput<'memberships.ofCustomer'>,
): OutputOf<'memberships.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const terms = listMembershipTerms(context.database, customerId);
  const plans = listMembershipPlans(context.database);
  if (terms.length === 0) return { terms: [], member: null, hasPlans: plans.some(({ isArchived }) => !isArchived) };
  const names = namesOf(context);
  const today = context.today();
  const standing = terms.filter(({ isVoid, isEnded }) => !isVoid && !isEnded);
  const untilOn = coveredUntil(standing, today);
  const running = standing.filter((term) => stateOf(term, today) === 'running');
  return {
    // Two cards that became one may have more: the latest.
    terms: terms.slice(0, 100).map((term) => termOf(context, term, names)),
    member: untilOn === null ? null : { names: [...new Set(running.map(({ name }) => name))], untilOn },
    hasPlans: plans.some(({ isArchived }) => !isArchived),
  };
};

const FAR = localDate('9999-12-31');
/** Between which days the memberships of a list end. */
const daysOf = (context: BaseContext, show: HandlerInput<'memberships.list'>['show']) => {
  const today = context.today();
  if (show === 'over') return { from: addMonths(today, -12), until: addDays(today, -1), today };
  return { from: today, until: show === 'running' ? FAR : addDays(today, context.settings().membershipAheadDays), today };
};

export const membershipList = (
  context: StoreContext,
  { show, ...page }: HandlerInput<'memberships.list'>,
): OutputOf<'memberships.list'> => {
  const between = daysOf(context, show);
  return {
    total: countEndingMemberships(context.database, between),
    rows: listEndingMemberships(context.database, between, { ...page, isLatestFirst: show === 'over' }),
  };
};

export const membershipOwed = (context: StoreContext): OutputOf<'memberships.owed'> =>
  membershipsOwed(context.database, context.today());

export const membershipFigures = (context: StoreContext): OutputOf<'memberships.figures'> => {
  const { membershipAheadDays: aheadDays } = context.settings();
  const plans = listMembershipPlans(context.database);
  if (plans.length === 0) return { running: 0, ending: 0, aheadDays, hasPlans: false };
  return {
    running: countEndingMemberships(context.database, daysOf(context, 'running')),
    ending: countEndingMemberships(context.database, daysOf(context, 'ending')),
    aheadDays,
    hasPlans: true,
  };
};

export const membershipTill = (
  { database }: StoreContext,
  { businessDate }: HandlerInput<'memberships.till'>,
): OutputOf<'memberships.till'> => ({
  entries: listMembershipTill(database, businessDate).map(
    ({ id, at, kind, name, cents, method, customerId, customerName, staff_name: staffName }) => ({
      id,
      at,
      kind,
      name,
      cents,
      method,
      customerId,
      customerName,
      staffName,
    }),
  ),
});
