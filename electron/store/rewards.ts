import { rewardTiersSchema } from '../../shared/contract/rewards.ts';
import type { RewardTerms } from '../../shared/domain/rewards/offers.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { RewardId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the shop gives for points (R077). A shop has tens: they are read whole.

export interface RewardValues extends Omit<RewardTerms, 'isArchived'> {
  readonly id: RewardId;
  readonly name: string;
  readonly cashCents: Cents;
  readonly costCents: Cents | null;
  /** Whether it may be given away as a sample (R080). */
  readonly isSample: boolean;
}
export interface StoredReward extends RewardValues {
  readonly isArchived: boolean;
  /** Pieces in the shop: the sum of the movements. */
  readonly stock: number;
  /** Whether anybody ever got one, or pieces moved. */
  readonly isUsed: boolean;
}

const rewards = sqlite
  .selectFrom('rewards')
  .select(['rewards.id', 'rewards.name', 'rewards.points', 'rewards.cash_cents', 'rewards.cost_cents', 'rewards.stock_rule'])
  .select(['rewards.from_on', 'rewards.until_on', 'rewards.tier_ids', 'rewards.is_sample', 'rewards.archived_at'])
  .select(({ selectFrom, exists, or }) => [
    selectFrom('reward_movements')
      .select(({ fn }) => fn.sum<number | null>('quantity').as('pieces'))
      .whereRef('reward_movements.reward_id', '=', 'rewards.id')
      .as('stock'),
    or([
      exists(selectFrom('gift_items').select('gift_items.gift_id').whereRef('gift_items.reward_id', '=', 'rewards.id')),
      exists(
        selectFrom('sample_set_items')
          .select('sample_set_items.set_id')
          .whereRef('sample_set_items.reward_id', '=', 'rewards.id'),
      ),
      exists(
        selectFrom('reward_redemptions')
          .select('reward_redemptions.id')
          .whereRef('reward_redemptions.reward_id', '=', 'rewards.id'),
      ),
      exists(
        selectFrom('reward_movements').select('reward_movements.id').whereRef('reward_movements.reward_id', '=', 'rewards.id'),
      ),
    ])
      .$castTo<0 | 1>()
      .as('is_used'),
  ]);
type RewardRow = Awaited<ReturnType<typeof rewards.executeTakeFirstOrThrow>>;
const all = hotQuery<object, RewardRow>(rewards.orderBy('rewards.position').orderBy('rewards.id'));
const byId = hotQuery<{ id: RewardId }, RewardRow>(rewards.where('rewards.id', '=', parameter<RewardId>('id')));

const rewardOf = (row: RewardRow): StoredReward => ({
  id: row.id,
  name: row.name,
  points: row.points,
  cashCents: row.cash_cents,
  costCents: row.cost_cents,
  stockRule: row.stock_rule,
  fromOn: row.from_on,
  untilOn: row.until_on,
  tierIds: rewardTiersSchema.parse(JSON.parse(row.tier_ids)),
  isSample: row.is_sample === 1,
  isArchived: row.archived_at !== null,
  stock: row.stock ?? 0,
  isUsed: row.is_used === 1,
});

/** Every reward of the shop, those put away too, in the order they were made, with the pieces there are. */
export const listRewards = (database: StoreDatabase): StoredReward[] => all.rows(database, {}).map(rewardOf);

export const findReward = (database: StoreDatabase, id: RewardId): StoredReward | undefined => {
  const row = byId.first(database, { id });
  return row && rewardOf(row);
};

/** Adds the reward behind the others, or writes over the one of that id. */
export const putReward = (database: StoreDatabase, reward: RewardValues, at: Instant): void => {
  const changes = {
    name: reward.name,
    points: reward.points,
    cash_cents: reward.cashCents,
    cost_cents: reward.costCents,
    stock_rule: reward.stockRule,
    from_on: reward.fromOn,
    until_on: reward.untilOn,
    tier_ids: JSON.stringify(reward.tierIds),
    is_sample: reward.isSample ? (1 as const) : (0 as const),
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('rewards')
      .values({ id: reward.id, position: listRewards(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the reward out of the choices; null brings it back. */
export const markRewardArchived = (database: StoreDatabase, id: RewardId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('rewards').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteReward = (database: StoreDatabase, id: RewardId): void => {
  execute(database, sqlite.deleteFrom('rewards').where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const rewardQueries = { rewardById: byId.sql };
