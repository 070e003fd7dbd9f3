import type { RewardId, SampleSetId } from '../../shared/types/ids.ts';
import type { SampleItem } from '../../shared/domain/gifts/sampleSets.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's sets of samples (R178): few, read whole.

export interface SampleSet {
  readonly id: SampleSetId;
  readonly name: string;
  readonly items: readonly SampleItem[];
  readonly isArchived: boolean;
}

const sets = hotQuery<object, { id: SampleSetId; name: string; archived_at: Instant | null }>(
  sqlite.selectFrom('sample_sets').select(['id', 'name', 'archived_at']).orderBy('position').orderBy('id'),
);
const items = hotQuery<object, SampleItem & { setId: SampleSetId }>(
  sqlite
    .selectFrom('sample_set_items as item')
    .innerJoin('rewards', 'rewards.id', 'item.reward_id')
    .select(['item.set_id as setId', 'item.reward_id as rewardId', 'rewards.name', 'item.quantity'])
    .orderBy('item.set_id')
    .orderBy('item.place'),
);

/** Every set of the shop, those put away too, in the order they were made. */
export const listSampleSets = (database: StoreDatabase): SampleSet[] => {
  const all = items.rows(database, {});
  return sets.rows(database, {}).map(({ id, name, archived_at: archivedAt }) => ({
    id,
    name,
    items: all.filter(({ setId }) => setId === id).map(({ setId: _setId, ...item }) => item),
    isArchived: archivedAt !== null,
  }));
};

interface NewSampleSet {
  readonly id: SampleSetId;
  readonly name: string;
  readonly items: readonly { readonly rewardId: RewardId; readonly quantity: number }[];
}

/** Adds the set behind the others, or writes over the one of that id. */
export const putSampleSet = (database: StoreDatabase, { id, name, items: held }: NewSampleSet, at: Instant): void => {
  const changes = { name, changed_at: at };
  execute(
    database,
    sqlite
      .insertInto('sample_sets')
      .values({ id, position: sets.rows(database, {}).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
  execute(database, sqlite.deleteFrom('sample_set_items').where('set_id', '=', id));
  for (const [place, { rewardId, quantity }] of held.entries())
    execute(database, sqlite.insertInto('sample_set_items').values({ set_id: id, reward_id: rewardId, place, quantity }));
};

/** Takes the set out of use; null brings it back. */
export const markSampleSetArchived = (database: StoreDatabase, id: SampleSetId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('sample_sets').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes it: gifts that began as one keep what it held. */
export const deleteSampleSet = (database: StoreDatabase, id: SampleSetId): void => {
  execute(database, sqlite.deleteFrom('sample_sets').where('id', '=', id));
};
