import { bonusReason } from '../../../shared/domain/loyalty/bonuses.ts';
import { heldTier, reviewed, riseBehind, risesLost, risesTo, tierFor } from '../../../shared/domain/loyalty/tiers.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { listBonusesOfStep } from '../../store/bonuses.ts';
import { listCustomersToReview, listTierEvents } from '../../store/customerTiers.ts';
import { keepTierRun, nextOfTierRun } from '../../store/tierRun.ts';
import { listTiers } from '../../store/tiers.ts';
import type { StoredTier } from '../../store/tiers.ts';
import { giveBonus, giveBonusAgain, takeBonusBack } from '../bonuses.ts';
import { isClockBehind } from '../clock.ts';
import type { StoreContext } from '../context.ts';
import { settleMembershipTier } from './membership.ts';
import { countedUntil, tierRulesOf } from './rules.ts';
import { takeStep } from './step.ts';

// How a customer's tier moves by itself (DOMAIN "Points"): up at once, down on the review day, back when what led up to it is gone.

/** Up at once, when what counts has come to a higher threshold; null where it has not. `first` is a calculation for everybody. */
const climb = (context: StoreContext, customerId: CustomerId, kind: 'upgrade' | 'first') => {
  const tiers = listTiers(context.database);
  if (tiers.length === 0) return null;
  const rules = tierRulesOf(context);
  const on = context.today();
  const before = listTierEvents(context.database, customerId);
  const held = heldTier(tiers, before);
  const qualifying = countedUntil(context, rules, customerId, on);
  const wanted = risesTo(tiers, held, qualifying);
  const tier = tiers.find(({ id }) => id === wanted?.id);
  if (tier === undefined) return null;
  const eventId = takeStep(context, customerId, { kind, tierId: tier.id, from: held, untilOn: rules.endOf(on), on, qualifying });
  return { tier, eventId, before, without: (visitId: VisitId) => countedUntil(context, rules, customerId, on, visitId) };
};

/** Up at once, whatever the fact was. A step that was due without a visit brings no gift: after a change of the tiers, an import, a merge (X63). */
export const riseTier = (context: StoreContext, customerId: CustomerId): void => {
  climb(context, customerId, 'upgrade');
};

const reasonOf = (context: StoreContext, { name }: StoredTier): string => bonusReason('tier', context.settings().language, name);

/** Up at once with a visit; where it led to the step, with what the tier gives. */
export const riseByVisit = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  const step = climb(context, customerId, 'upgrade');
  if (step === null || step.without(visitId) >= step.tier.threshold) return;
  const { giftPoints: points, giftCouponTypeId: couponTypeId } = step.tier;
  giveBonus(context, {
    customerId,
    occasion: 'tier',
    points,
    couponTypeId,
    tierEventId: step.eventId,
    reason: reasonOf(context, step.tier),
  });
};

/** Up again when what had taken a tier back was undone itself: with what had been taken back with it. */
export const riseAgain = (context: StoreContext, customerId: CustomerId): void => {
  const step = climb(context, customerId, 'upgrade');
  if (step === null) return;
  const rises = risesLost(step.before);
  for (const bonus of rises.flatMap(({ id }) => listBonusesOfStep(context.database, id)))
    giveBonusAgain(context, bonus, { tierEventId: step.eventId, reason: reasonOf(context, step.tier) });
};

/** One tier down, with what the step up had brought; whether there was one to take back. */
const takeStepBack = (context: StoreContext, customerId: CustomerId): boolean => {
  const tiers = listTiers(context.database);
  const events = listTierEvents(context.database, customerId);
  const held = heldTier(tiers, events);
  const behind = riseBehind(tiers, events);
  const present = tiers.find(({ id }) => id === held?.tierId);
  if (held === null || behind === null || present === undefined) return false;
  const { rise, before } = behind;
  const qualifying = countedUntil(context, tierRulesOf(context), customerId, rise.on);
  if (present.threshold <= qualifying) return false;
  const earned = tierFor(tiers, qualifying);
  const isBetter = earned !== null && earned.rank > (tiers.find(({ id }) => id === before?.tierId)?.rank ?? -1);
  takeStep(context, customerId, {
    kind: 'taken_back',
    tierId: isBetter ? earned.id : (before?.tierId ?? null),
    from: held,
    untilOn: isBetter ? held.untilOn : (before?.untilOn ?? null),
    on: context.today(),
    qualifying,
  });
  for (const bonus of listBonusesOfStep(context.database, rise.id)) takeBonusBack(context, bonus);
  return true;
};

/** Back down as far as purchases that led up were undone or came back. What else was counted on the day of the rise still counts. */
export const takeTierBack = (context: StoreContext, customerId: CustomerId): void => {
  if (listTiers(context.database).length === 0) return;
  // Each step back leads lower: it comes to an end.
  let isMore = true;
  while (isMore) isMore = takeStepBack(context, customerId);
  settleMembershipTier(context, customerId);
};

/** So many customers at a time: nobody at the desk waits for the whole shop. */
const AT_A_TIME = 50;

const review = (context: StoreContext, customerId: CustomerId): void => {
  const tiers = listTiers(context.database);
  const held = heldTier(tiers, listTierEvents(context.database, customerId));
  if (held?.untilOn == null) return;
  if (held.by.kind === 'membership') {
    settleMembershipTier(context, customerId);
    return;
  }
  const rules = tierRulesOf(context);
  const qualifying = countedUntil(context, rules, customerId, held.untilOn);
  const left = reviewed(tiers, held, qualifying);
  takeStep(context, customerId, {
    kind: left?.id === held.tierId ? 'keep' : 'downgrade',
    tierId: left?.id ?? null,
    from: held,
    untilOn: left === null ? null : rules.endOf(held.untilOn),
    on: context.today(),
    qualifying,
  });
  settleMembershipTier(context, customerId);
};

/** Looks at whose term is over, some customers at a time. Not while the clock is behind the last entry (R7). Returns whether more is waiting. */
export const reviewTiers = (context: StoreContext): { readonly isMore: boolean } => {
  if (isClockBehind(context)) return { isMore: false };
  const customerIds = listCustomersToReview(context.database, context.today(), AT_A_TIME);
  for (const customerId of customerIds) review(context, customerId);
  if (customerIds.length > 0) context.changed(['customers', 'points'], customerIds);
  return { isMore: customerIds.length > 0 };
};

/** So many are looked at in one go after tiers were changed: most have not come to any. */
const RUN_AT_A_TIME = 200;

/** Goes on with the look at everybody, if one is under way. Returns whether more is waiting. */
export const goOnWithTiers = (context: StoreContext): { readonly isMore: boolean } => {
  const customerIds = nextOfTierRun(context.database, RUN_AT_A_TIME);
  if (customerIds === null) return { isMore: false };
  if (listTiers(context.database).length === 0) {
    keepTierRun(context.database, null);
    return { isMore: false };
  }
  for (const customerId of customerIds) climb(context, customerId, 'first');
  keepTierRun(context.database, customerIds.at(-1) ?? null);
  if (customerIds.length > 0) context.changed(['customers', 'points'], customerIds);
  return { isMore: customerIds.length > 0 };
};
