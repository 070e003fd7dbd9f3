import { sql } from 'kysely';
import type { CustomerId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

const byIds = hotQuery<{ ids: string }, { customer_id: CustomerId; name: string }>(
  sqlite
    .selectFrom('customer_tiers')
    .innerJoin('tiers', 'tiers.id', 'customer_tiers.tier_id')
    .select(['customer_tiers.customer_id', 'tiers.name'])
    .where('customer_tiers.customer_id', 'in', sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`),
);

/** What the tiers of these customers are called; whoever has none is missing. */
export const listTierNames = (database: StoreDatabase, ids: readonly CustomerId[]): ReadonlyMap<CustomerId, string> =>
  new Map(byIds.rows(database, { ids: JSON.stringify(ids) }).map((row) => [row.customer_id, row.name]));

/** The SQL of the read above, so that its plan can be asserted. */
export const tierNameQueries = { byIds: byIds.sql };
