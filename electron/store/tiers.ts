import { sql } from 'kysely';
import { tierPerksSchema } from '../../shared/contract/tiers.ts';
import type { TierStep } from '../../shared/domain/loyalty/tiers.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { CouponTypeId, ProductId, TierId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's tiers, the lowest first (R075): few, read whole.

export interface StoredTier extends TierStep {
  readonly name: string;
  readonly discountBasisPoints: number;
  readonly earnPercent: number;
  readonly buysEarly: boolean;
  readonly perks: readonly string[];
  /** What the step up to it brings (X63). */
  readonly giftPoints: Points;
  readonly giftCouponTypeId: CouponTypeId | null;
}
export type TierValues = Omit<StoredTier, 'rank' | 'isArchived'>;

const tiers = sqlite
  .selectFrom('tiers')
  .select([
    'id',
    'name',
    'threshold',
    'keep_threshold as keepThreshold',
    'discount_basis_points as discountBasisPoints',
    'earn_percent as earnPercent',
    'buys_early',
    'perks',
    'gift_points as giftPoints',
    'gift_coupon_type_id as giftCouponTypeId',
    'archived_at',
  ])
  .orderBy('position')
  .orderBy('id');
type TierRow = Awaited<ReturnType<typeof tiers.executeTakeFirstOrThrow>>;
const everyTier = hotQuery<object, TierRow>(tiers);

const named = (table: 'tier_events' | 'customer_tiers' | 'membership_plans' | 'membership_terms') =>
  hotQuery<{ id: TierId }, { tier_id: TierId | null }>(
    sqlite
      .selectFrom(table)
      .select('tier_id')
      .where('tier_id', '=', parameter<TierId>('id'))
      .limit(sql<number>`1`),
  );
const reached = named('tier_events');
const held = named('customer_tiers');
const sold = named('membership_plans');
const bought = named('membership_terms');
const members = hotQuery<object, { tier_id: TierId; members: number }>(
  sqlite
    .selectFrom('customer_tiers')
    .select((of) => ['tier_id', of.fn.countAll<number>().as('members')])
    .groupBy('tier_id'),
);

/** Every tier of the shop, those put away too, the lowest first; the rank is the place among them, from 0. */
export const listTiers = (database: StoreDatabase): StoredTier[] =>
  everyTier.rows(database, {}).map(({ archived_at: archivedAt, buys_early: buysEarly, perks, ...tier }, rank) => ({
    ...tier,
    rank,
    buysEarly: buysEarly === 1,
    perks: tierPerksSchema.parse(JSON.parse(perks)),
    isArchived: archivedAt !== null,
  }));

/** Whether somebody has or had it, or a paid membership gives it. */
export const isTierUsed = (database: StoreDatabase, id: TierId): boolean =>
  [reached, held, sold, bought].some((query) => query.first(database, { id }) !== undefined);

/** How many customers have each tier now. */
export const countMembers = (database: StoreDatabase): ReadonlyMap<TierId, number> =>
  new Map(members.rows(database, {}).map((row) => [row.tier_id, row.members]));

/** Adds the tier above the others, or writes over the one of that id. */
export const putTier = (database: StoreDatabase, { id, ...tier }: TierValues, at: Instant): void => {
  const changes = {
    name: tier.name,
    threshold: tier.threshold,
    keep_threshold: tier.keepThreshold,
    discount_basis_points: tier.discountBasisPoints,
    earn_percent: tier.earnPercent,
    buys_early: tier.buysEarly ? (1 as const) : (0 as const),
    perks: JSON.stringify(tier.perks),
    gift_points: tier.giftPoints,
    gift_coupon_type_id: tier.giftCouponTypeId,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('tiers')
      .values({ id, position: listTiers(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Puts the tiers into this order, the lowest first. */
export const orderTiers = (database: StoreDatabase, ids: readonly TierId[]): void => {
  for (const [position, id] of ids.entries())
    plainRun(database, 'UPDATE tiers SET position = @position WHERE id = @id', { id, position });
};

/** Nobody comes to it any more; null brings it back. */
export const markTierArchived = (database: StoreDatabase, id: TierId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('tiers').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes a tier that nobody ever had, with its prices. */
export const deleteTier = (database: StoreDatabase, id: TierId): void => {
  execute(database, sqlite.deleteFrom('tiers').where('id', '=', id));
};

export interface TierPrice {
  readonly productId: ProductId;
  readonly priceCents: Cents;
}
const prices = hotQuery<{ id: TierId }, TierPrice & { productName: string }>(
  sqlite
    .selectFrom('tier_prices')
    .innerJoin('products', 'products.id', 'tier_prices.product_id')
    .select(['tier_prices.product_id as productId', 'tier_prices.price_cents as priceCents', 'products.name as productName'])
    .where('tier_prices.tier_id', '=', parameter<TierId>('id'))
    .orderBy('products.name_pinyin')
    .orderBy('products.id'),
);

/** The prices that products have for a tier (R090). */
export const listTierPrices = (database: StoreDatabase, id: TierId): (TierPrice & { productName: string })[] =>
  prices.rows(database, { id });

/** Writes the whole price list of a tier. */
export const replaceTierPrices = (database: StoreDatabase, id: TierId, list: readonly TierPrice[]): void => {
  execute(database, sqlite.deleteFrom('tier_prices').where('tier_id', '=', id));
  for (const { productId, priceCents } of list)
    execute(database, sqlite.insertInto('tier_prices').values({ tier_id: id, product_id: productId, price_cents: priceCents }));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const tierQueries = { reached: reached.sql, held: held.sql, prices: prices.sql };
