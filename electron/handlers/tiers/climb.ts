import { heldTier, reviewed, risesTo, tierFor } from '../../../shared/domain/loyalty/tiers.ts';
import type { HeldTier, TierEventKind } from '../../../shared/domain/loyalty/tiers.ts';
import { tierEventId } from '../../../shared/types/ids.ts';
import type { CustomerId, TierId } from '../../../shared/types/ids.ts';
import { instant } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { appendTierEvent, listCustomersToReview, listTierEvents } from '../../store/customerTiers.ts';
import { keepTierRun, nextOfTierRun } from '../../store/tierRun.ts';
import { listTiers } from '../../store/tiers.ts';
import { isClockBehind } from '../clock.ts';
import type { StoreContext } from '../context.ts';
import { countedUntil, tierRulesOf } from './rules.ts';

// How a customer's tier moves by itself (DOMAIN "Points"): up at once, down on the review day, back when what led up to it is gone.

interface Step {
  readonly kind: TierEventKind;
  readonly tierId: TierId | null;
  readonly from: HeldTier | null;
  readonly untilOn: LocalDate | null;
  readonly on: LocalDate;
  readonly qualifying: number | null;
  readonly isFixed?: boolean;
  readonly reason?: string;
}

/** Appends a step of a customer's tier, right after the last one also with a clock that went back, because their order is what the tier follows from. */
export const takeStep = (context: StoreContext, customerId: CustomerId, step: Step): void => {
  const lastAt = listTierEvents(context.database, customerId).at(-1)?.at ?? null;
  const now = context.now();
  appendTierEvent(context.database, {
    id: tierEventId(context.newId()),
    customerId,
    at: lastAt !== null && lastAt >= now ? instant(lastAt + 1) : now,
    businessDate: step.on,
    kind: step.kind,
    tierId: step.tierId,
    fromTierId: step.from?.tierId ?? null,
    untilOn: step.untilOn,
    isFixed: step.isFixed === true ? 1 : 0,
    qualifying: step.qualifying,
    reason: step.reason ?? null,
    staffId: context.actor.staffId,
  });
};

/** Up at once, when what counts has come to a higher threshold. `first` is a calculation for everybody, which brings no gift (X63). */
export const riseTier = (context: StoreContext, customerId: CustomerId, kind: 'upgrade' | 'first' = 'upgrade'): void => {
  const tiers = listTiers(context.database);
  if (tiers.length === 0) return;
  const rules = tierRulesOf(context);
  const on = context.today();
  const held = heldTier(tiers, listTierEvents(context.database, customerId));
  const qualifying = countedUntil(context, rules, customerId, on);
  const wanted = risesTo(tiers, held, qualifying);
  if (wanted === null) return;
  takeStep(context, customerId, { kind, tierId: wanted.id, from: held, untilOn: rules.endOf(on), on, qualifying });
};

/** Back down, when purchases that led up to the present tier were undone or came back. What else was counted that day still counts. */
export const takeTierBack = (context: StoreContext, customerId: CustomerId): void => {
  const tiers = listTiers(context.database);
  if (tiers.length === 0) return;
  const events = listTierEvents(context.database, customerId);
  const held = heldTier(tiers, events);
  if (held === null || (held.by.kind !== 'upgrade' && held.by.kind !== 'first')) return;
  const qualifying = countedUntil(context, tierRulesOf(context), customerId, held.by.on);
  const present = tiers.find(({ id }) => id === held.tierId);
  if (present === undefined || present.threshold <= qualifying) return;
  const before = heldTier(
    tiers,
    events.slice(
      0,
      events.findIndex((event) => event === held.by),
    ),
  );
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
};

/** So many customers at a time: nobody at the desk waits for the whole shop. */
const AT_A_TIME = 50;

const review = (context: StoreContext, customerId: CustomerId): void => {
  const tiers = listTiers(context.database);
  const held = heldTier(tiers, listTierEvents(context.database, customerId));
  if (held?.untilOn == null) return;
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
  for (const customerId of customerIds) riseTier(context, customerId, 'first');
  keepTierRun(context.database, customerIds.at(-1) ?? null);
  if (customerIds.length > 0) context.changed(['customers', 'points'], customerIds);
  return { isMore: customerIds.length > 0 };
};
