import { sql } from 'kysely';
import { storedStampScopeSchema } from '../../shared/contract/stamps.ts';
import type { StampCard } from '../../shared/domain/loyalty/stamps.ts';
import type { StampCardId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The cards for stamps that a shop defines (X61): few, read whole with every visit.

export interface StoredStampCard extends StampCard {
  readonly isArchived: boolean;
}

const cards = sqlite
  .selectFrom('stamp_cards')
  .select(['id', 'name', 'per', 'least_cents as leastCents', 'scope', 'needed', 'points'])
  .select(['coupon_type_id as couponTypeId', 'archived_at'])
  .orderBy('position')
  .orderBy('id');
type CardRow = Awaited<ReturnType<typeof cards.executeTakeFirstOrThrow>>;
const everyCard = hotQuery<object, CardRow>(cards);
const used = hotQuery<{ id: StampCardId }, { id: string }>(
  sqlite
    .selectFrom('stamp_entries')
    .select('id')
    .where('card_id', '=', parameter<StampCardId>('id'))
    .limit(sql<number>`1`),
);

/** Every card of the shop, those put away too, in the order they were made. */
export const listStampCards = (database: StoreDatabase): StoredStampCard[] =>
  everyCard.rows(database, {}).map(({ archived_at: archivedAt, scope, ...card }) => ({
    ...card,
    scope: storedStampScopeSchema.parse(JSON.parse(scope)),
    isArchived: archivedAt !== null,
  }));

/** Whether somebody has had stamps on it. */
export const isStampCardUsed = (database: StoreDatabase, id: StampCardId): boolean => used.first(database, { id }) !== undefined;

/** Adds the card behind the others, or writes over the one of that id. */
export const putStampCard = (database: StoreDatabase, card: StampCard, at: Instant): void => {
  const changes = {
    name: card.name,
    per: card.per,
    least_cents: card.leastCents,
    scope: JSON.stringify(card.scope),
    needed: card.needed,
    points: card.points,
    coupon_type_id: card.couponTypeId,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('stamp_cards')
      .values({ id: card.id, position: listStampCards(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the card out of use; null brings it back. */
export const markStampCardArchived = (database: StoreDatabase, id: StampCardId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('stamp_cards').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteStampCard = (database: StoreDatabase, id: StampCardId): void => {
  execute(database, sqlite.deleteFrom('stamp_cards').where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const stampCardQueries = { stampCardUsed: used.sql };
