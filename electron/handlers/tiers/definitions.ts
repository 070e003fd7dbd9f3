import { MOST_TIERS } from '../../../shared/contract/tiers.ts';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { thresholdFault } from '../../../shared/domain/loyalty/tiers.ts';
import { AppError } from '../../../shared/errors.ts';
import { tierId as toTierId } from '../../../shared/types/ids.ts';
import type { TierId } from '../../../shared/types/ids.ts';
import { listCouponTypes } from '../../store/couponTypes.ts';
import { beginTierRun } from '../../store/tierRun.ts';
import {
  countMembers,
  deleteTier,
  isTierUsed,
  listTierPrices,
  listTiers,
  markTierArchived,
  orderTiers,
  putTier,
  replaceTierPrices,
} from '../../store/tiers.ts';
import type { StoredTier } from '../../store/tiers.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { adoptCouponType, requireCouponType } from '../coupons/types.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { refuseField } from '../refuseField.ts';
import { requireProducts } from '../references.ts';

/** Throws not_found for one that nobody knows. */
export const requireTier = ({ database }: BaseContext, tierId: TierId): StoredTier => {
  const found = listTiers(database).find(({ id }) => id === tierId);
  if (!found) throw new AppError('not_found', { what: 'tier' });
  return found;
};

const upkeep = {
  topic: 'points',
  what: 'tier',
  auditName: 'tierName',
  inUse: 'tier_in_use',
  isUsed: isTierUsed,
  markArchived: markTierArchived,
  remove: deleteTier,
} as const;

const fieldsOf = (context: BaseContext, tier: StoredTier) => ({
  name: tier.name,
  threshold: tier.threshold,
  keepThreshold: tier.keepThreshold,
  discountBasisPoints: tier.discountBasisPoints,
  earnPercent: tier.earnPercent,
  buysEarly: tier.buysEarly,
  perks: [...tier.perks],
  giftPoints: tier.giftPoints,
  giftCouponTypeId: tier.giftCouponTypeId,
  prices: listTierPrices(context.database, tier.id).map(({ productId, priceCents }) => ({ productId, priceCents })),
});

/** Thresholds must rise with the tiers, those put away left out; the field at fault is that of the tier which was saved. */
const requireRising = (tiers: readonly StoredTier[], saved: TierId): void => {
  const standing = tiers.filter(({ id, isArchived }) => !isArchived || id === saved);
  const found = thresholdFault(standing);
  if (found === null) return;
  refuseField(found.fault === 'threshold_not_above' ? 'threshold' : 'keepThreshold', found.fault);
};

const save = (context: StoreContext, input: HandlerInput<'tiers.save'>): OutputOf<'tiers.save'> => {
  const { tierId, place, prices, ...values } = input;
  const { database } = context;
  const before = tierId === null ? null : requireTier(context, tierId);
  requireProducts(
    context,
    prices.map(({ productId }) => productId),
  );
  const tiers = listTiers(database);
  const others = tiers.filter(({ id }) => id !== tierId);
  if (others.some(({ name }) => name === values.name)) throw new AppError('conflict', { reason: 'tier_taken' });
  if (before === null && tiers.length >= MOST_TIERS) throw new AppError('conflict', { reason: 'tiers_full', limit: MOST_TIERS });
  const id = before?.id ?? toTierId(context.newId());
  const former = before && { ...fieldsOf(context, before), place: before.rank + 1 };
  const at = Math.min(place ?? former?.place ?? tiers.length + 1, others.length + 1);
  const saved = { ...values, id, rank: at - 1, isArchived: before?.isArchived ?? false };
  const ordered = others.toSpliced(at - 1, 0, saved);
  requireRising(ordered, id);
  if (values.giftCouponTypeId !== null) adoptCouponType(context, requireCouponType(context, values.giftCouponTypeId));
  putTier(database, saved, context.now());
  orderTiers(
    database,
    ordered.map((tier) => tier.id),
  );
  replaceTierPrices(database, id, prices);
  beginTierRun(database);
  context.audited({
    tierName: values.name,
    threshold: values.threshold,
    discountBasisPoints: values.discountBasisPoints,
    earnPercent: values.earnPercent,
    ...(values.giftPoints > 0 && { giftPoints: values.giftPoints }),
  });
  context.changed(['points', 'settings', 'customers'], null);
  return { tierId: id, before: former };
};

type Definitions = Pick<HandlersOf<'tiers'>, 'tiers.list' | 'tiers.save' | 'tiers.archive' | 'tiers.remove'>;

/** What the shop defines: tiers, the lowest first. */
export const tierDefinitions: Definitions = {
  'tiers.list': ({ database }, { includeArchived }) => {
    const members = countMembers(database);
    const couponNames = new Map(listCouponTypes(database).map(({ id, name }) => [id, name]));
    return {
      tiers: listTiers(database)
        .filter(({ isArchived }) => includeArchived || !isArchived)
        .map(({ rank: _rank, perks, ...tier }) => ({
          ...tier,
          perks: [...perks],
          giftCoupon: tier.giftCouponTypeId === null ? null : (couponNames.get(tier.giftCouponTypeId) ?? null),
          prices: listTierPrices(database, tier.id),
          members: members.get(tier.id) ?? 0,
          isUsed: isTierUsed(database, tier.id),
        })),
    };
  },
  'tiers.save': save,
  'tiers.archive': (context, { tierId, isArchived }) => {
    const tier = requireTier(context, tierId);
    if (!isArchived) requireRising(listTiers(context.database), tierId);
    beginTierRun(context.database);
    context.changed(['settings'], null);
    return archiveDefinition(context, upkeep, tier, isArchived);
  },
  'tiers.remove': (context, { tierId }) => removeDefinition(context, upkeep, requireTier(context, tierId)),
};
