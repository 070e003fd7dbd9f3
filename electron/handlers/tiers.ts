import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { heldTier, missingToKeep, nextTier } from '../../shared/domain/loyalty/tiers.ts';
import type { CustomerId, TierId } from '../../shared/types/ids.ts';
import { listTierEvents } from '../store/customerTiers.ts';
import { listLatestGrowth } from '../store/growth.ts';
import { listTierPrices, listTiers } from '../store/tiers.ts';
import type { StoredTier } from '../store/tiers.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { factRecorded } from './facts.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';
import { requireTier, tierDefinitions } from './tiers/definitions.ts';
import { previewTier } from './tiers/preview.ts';
import { countedUntil, tierRulesOf } from './tiers/rules.ts';
import { takeStep } from './tiers/step.ts';

/** So many steps are told, the latest first. */
const EVENTS_TOLD = 50;

const nameOf = (tiers: readonly StoredTier[], tierId: TierId | null): { id: TierId; name: string } | null => {
  const tier = tiers.find(({ id }) => id === tierId);
  return tier === undefined ? null : { id: tier.id, name: tier.name };
};

const heldOf = (context: StoreContext, customerId: CustomerId, tiers: readonly StoredTier[], qualifying: number) => {
  const held = heldTier(tiers, listTierEvents(context.database, customerId));
  const tier = tiers.find(({ id }) => id === held?.tierId);
  if (held === null || tier === undefined) return { held: null, told: null };
  const told = {
    tier: { id: tier.id, name: tier.name },
    sinceOn: held.sinceOn,
    untilOn: held.untilOn,
    isFixed: held.isFixed,
    discountBasisPoints: tier.discountBasisPoints,
    earnPercent: tier.earnPercent,
    buysEarly: tier.buysEarly,
    perks: [...tier.perks],
    prices: listTierPrices(context.database, tier.id).map(({ productId, priceCents }) => ({ productId, priceCents })),
    missingToKeep: missingToKeep(tiers, held, qualifying),
  };
  return { held, told };
};

/** So many entries of growth are told, the latest first. */
const GROWTH_TOLD = 20;
const growthTold = ({ database }: StoreContext, customerId: CustomerId): OutputOf<'tiers.ofCustomer'>['growth'] =>
  listLatestGrowth(database, customerId, GROWTH_TOLD).map(({ businessDate: on, growth, kind, visitId }) => ({
    on,
    growth,
    kind,
    visitId,
  }));

const ofCustomer = (context: StoreContext, customerId: CustomerId): OutputOf<'tiers.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const tiers = listTiers(context.database);
  const rules = tierRulesOf(context);
  const qualifying = countedUntil(context, rules, customerId, context.today());
  const { held, told } = heldOf(context, customerId, tiers, qualifying);
  const next = nextTier(tiers, held, qualifying);
  const nextName = nameOf(tiers, next?.tier.id ?? null);
  return {
    held: told,
    basis: rules.basis,
    qualifying,
    countedFrom: rules.countedFrom(context.today()),
    next: next === null || nextName === null ? null : { tier: nextName, missing: next.missing },
    growth: rules.basis === 'growth' ? growthTold(context, customerId) : [],
    events: listTierEvents(context.database, customerId)
      .slice(-EVENTS_TOLD)
      .reverse()
      .map(({ tierId, fromTierId, ...event }) => ({ ...event, tier: nameOf(tiers, tierId), from: nameOf(tiers, fromTierId) })),
    hasTiers: tiers.some(({ isArchived }) => !isArchived),
  };
};

const setByHand = (context: StoreContext, input: HandlerInput<'tiers.setByHand'>): OutputOf<'tiers.setByHand'> => {
  const { customerId, tierId, untilOn, isFixed, reason } = input;
  requirePresentCustomer(context, customerId);
  const tiers = listTiers(context.database);
  const tier = tierId === null ? null : requireTier(context, tierId);
  const on = context.today();
  if (untilOn !== null && untilOn < on) refuseField('untilOn', 'day_is_past');
  const held = heldTier(tiers, listTierEvents(context.database, customerId));
  const end = untilOn ?? (isFixed || tier === null ? null : tierRulesOf(context).endOf(on));
  takeStep(context, customerId, { kind: 'manual', tierId, from: held, untilOn: end, on, qualifying: null, isFixed, reason });
  context.audited({ tierName: tier?.name ?? null, isFixed, before: nameOf(tiers, held?.tierId ?? null)?.name ?? null });
  factRecorded(context, customerId, ['points']);
  return { before: { tierId: held?.tierId ?? null, untilOn: held?.untilOn ?? null, isFixed: held?.isFixed ?? false } };
};

export const tiersHandlers: HandlersOf<'tiers'> = {
  ...tierDefinitions,
  'tiers.ofCustomer': (context, { customerId }) => ofCustomer(context, customerId),
  'tiers.setByHand': setByHand,
};

export const tiersStudies: StudiesOf<'tiers'> = {
  'tiers.preview': (context, input) => Promise.resolve(previewTier(context, input)),
};
