import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { cycleAt, endsOn, termFrom } from '../../../shared/domain/loyalty/memberships.ts';
import type { MembershipEntryKind } from '../../../shared/domain/loyalty/memberships.ts';
import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { membershipEntryId, membershipTermId as toTermId } from '../../../shared/types/ids.ts';
import type { MembershipTermId } from '../../../shared/types/ids.ts';
import { rightAfter } from '../../../shared/types/time.ts';
import {
  appendMembershipEntry,
  findMembershipTerm,
  insertMembershipTerm,
  listMembershipEntries,
  listMembershipTerms,
  writeMembershipState,
} from '../../store/memberships.ts';
import type { MembershipEntryRow, MembershipTerm } from '../../store/memberships.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { settleMembershipTier } from '../tiers/membership.ts';
import { giveDueOf, giveRestBack, isMembershipUsed, membershipRecorded, takeGrantsBack, takeRestAway } from './grants.ts';
import { requireMembershipPlan } from './plans.ts';

const RIGHT = 'loyalty.adjust';
/** Of one customer: nobody buys more, and each list of them stays short. */
const MOST_TERMS = 100;

interface NewEntry {
  readonly termId: MembershipTermId;
  readonly kind: MembershipEntryKind;
  readonly cents: Cents;
  readonly method: PaymentMethod;
  readonly reason?: string;
}
/** Appends what moved a term, now; with a clock that went back, right after what moved it last. */
const append = (context: StoreContext, { termId, kind, cents: moved, method, reason }: NewEntry): void => {
  const lastAt = listMembershipEntries(context.database, termId).at(-1)?.at ?? null;
  appendMembershipEntry(context.database, {
    id: membershipEntryId(context.newId()),
    term_id: termId,
    at: rightAfter(lastAt, context.now()),
    business_date: context.today(),
    kind,
    cents: moved,
    method,
    reason: reason ?? null,
    staff_id: context.actor.staffId,
  });
};

const requireTerm = (context: StoreContext, id: MembershipTermId): MembershipTerm => {
  const term = findMembershipTerm(context.database, id);
  if (term === undefined) throw new AppError('not_found', { what: 'membership' });
  requirePresentCustomer(context, term.customerId);
  return term;
};

/** The other terms of the same plan that somebody was or is to be a member by. */
const others = ({ database }: BaseContext, term: MembershipTerm): MembershipTerm[] =>
  listMembershipTerms(database, term.customerId).filter(
    ({ id, planId, isVoid, fromOn, untilOn }) => !isVoid && id !== term.id && planId === term.planId && fromOn <= untilOn,
  );
const requireNoneBehind = (context: StoreContext, term: MembershipTerm): void => {
  if (others(context, term).some(({ fromOn }) => fromOn > term.untilOn))
    throw new AppError('conflict', { reason: 'membership_renewed' });
};

/** Whether whoever asks may take the sale back: whoever sold it, on that day; later it is a correction. */
export const mayTakeSaleBack = (context: BaseContext, term: MembershipTerm, entries: readonly MembershipEntryRow[]): boolean => {
  const { permissions, staffId } = context.actor;
  const [sale] = entries;
  if (term.isVoid || term.isEnded || sale === undefined || !permissions.includes('loyalty.write')) return false;
  return permissions.includes(RIGHT) || (sale.staffId === staffId && sale.business_date === context.today());
};

export const sell = (context: StoreContext, input: HandlerInput<'memberships.sell'>): OutputOf<'memberships.sell'> => {
  const { customerId, planId, paidCents, method } = input;
  const { database } = context;
  requirePresentCustomer(context, customerId);
  const plan = requireMembershipPlan(context, planId);
  if (plan.isArchived) throw new AppError('conflict', { reason: 'membership_plan_archived' });
  if (paidCents !== plan.priceCents && !context.actor.permissions.includes(RIGHT))
    throw new AppError('not_permitted', { permission: RIGHT });
  const bought = listMembershipTerms(database, customerId);
  if (bought.length >= MOST_TERMS) throw new AppError('conflict', { reason: 'memberships_full', limit: MOST_TERMS });
  const last = bought
    .filter((term) => term.planId === planId && !term.isVoid)
    .reduce<MembershipTerm | null>((best, term) => (best === null || term.untilOn > best.untilOn ? term : best), null);
  const { fromOn, untilOn } = termFrom(context.today(), plan.months, last?.untilOn ?? null);
  const id = toTermId(context.newId());
  insertMembershipTerm(database, {
    id,
    customer_id: customerId,
    plan_id: planId,
    name: plan.name,
    paid_cents: paidCents,
    from_on: fromOn,
    sold_until_on: untilOn,
    until_on: untilOn,
    tier_id: plan.tierId,
    every: plan.every,
    every_days: plan.everyDays,
    coupon_type_id: plan.couponTypeId,
    coupons: plan.coupons,
    points: plan.points,
    at: context.now(),
    is_void: 0,
    is_ended: 0,
    next_cycle: 0,
    next_on: fromOn,
  });
  append(context, { termId: id, kind: 'sell', cents: paidCents, method });
  giveDueOf(context, requireTerm(context, id));
  context.audited({ membershipPlan: plan.name, movedCents: paidCents }, { customerIds: [customerId] });
  membershipRecorded(context, customerId);
  return { termId: id, fromOn, untilOn };
};

export const takeBack = (context: StoreContext, { termId }: HandlerInput<'memberships.takeBack'>): Record<never, never> => {
  const term = requireTerm(context, termId);
  if (term.isVoid) throw new AppError('already_undone', {});
  if (term.isEnded) throw new AppError('conflict', { reason: 'membership_has_ended' });
  const entries = listMembershipEntries(context.database, termId);
  const [sale] = entries;
  if (sale === undefined || !mayTakeSaleBack(context, term, entries)) throw new AppError('not_permitted', { permission: RIGHT });
  requireNoneBehind(context, term);
  if (isMembershipUsed(context, term)) throw new AppError('conflict', { reason: 'membership_used' });
  takeGrantsBack(context, term);
  append(context, { termId, kind: 'take_back', cents: cents(0 - term.paidCents), method: sale.method });
  writeMembershipState(context.database, termId, { is_void: 1, next_on: null });
  settleMembershipTier(context, term.customerId);
  context.audited({ membershipPlan: term.name, movedCents: term.paidCents }, { customerIds: [term.customerId] });
  membershipRecorded(context, term.customerId);
  return {};
};

export const end = (context: StoreContext, input: HandlerInput<'memberships.end'>): Record<never, never> => {
  const { termId, refundCents, method, reason } = input;
  const term = requireTerm(context, termId);
  const today = context.today();
  if (term.isVoid || term.isEnded || term.untilOn < today) throw new AppError('conflict', { reason: 'membership_has_ended' });
  requireNoneBehind(context, term);
  if (refundCents > term.paidCents) refuseField('refundCents', 'more_than_paid');
  takeRestAway(context, term, reason);
  append(context, { termId, kind: 'end', cents: cents(0 - refundCents), method, reason });
  writeMembershipState(context.database, termId, { is_ended: 1, until_on: endsOn(term, today), next_on: null });
  settleMembershipTier(context, term.customerId);
  context.audited({ membershipPlan: term.name, movedCents: refundCents }, { customerIds: [term.customerId] });
  membershipRecorded(context, term.customerId);
  return {};
};

export const goOn = (context: StoreContext, { termId }: HandlerInput<'memberships.goOn'>): Record<never, never> => {
  const term = requireTerm(context, termId);
  const ended = listMembershipEntries(context.database, termId).findLast(({ kind }) => kind === 'end');
  if (!term.isEnded || ended === undefined) throw new AppError('already_undone', {});
  // Sold since, one begins where this one would run again.
  if (others(context, term).some(({ at }) => at > ended.at)) throw new AppError('conflict', { reason: 'membership_renewed' });
  giveRestBack(context, term, term.name);
  append(context, { termId, kind: 'go_on', cents: cents(0 - ended.cents), method: ended.method });
  const sold = { fromOn: term.fromOn, untilOn: term.soldUntilOn };
  const nextOn = cycleAt(sold, term, term.nextCycle)?.fromOn ?? null;
  writeMembershipState(context.database, termId, { is_ended: 0, until_on: term.soldUntilOn, next_on: nextOn });
  giveDueOf(context, requireTerm(context, termId));
  context.audited({ membershipPlan: term.name, movedCents: cents(0 - ended.cents) }, { customerIds: [term.customerId] });
  membershipRecorded(context, term.customerId);
  return {};
};
