import type { CustomerId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Tiers that were changed, or purchases that a file brought, are looked at for everybody, some customers at a time: how far that has come.

/** Everybody is to be looked at, from the first customer on; nothing in a shop without tiers. */
export const beginTierRun = (database: StoreDatabase): void => {
  plainRun(
    database,
    `INSERT INTO tier_run (id, after_customer_id) SELECT 1, '' WHERE EXISTS (SELECT 1 FROM tiers)
     ON CONFLICT (id) DO UPDATE SET after_customer_id = ''`,
    {},
  );
};

const next = hotQuery<{ after: string; limit: number }, { id: CustomerId }>(
  sqlite
    .selectFrom('customers')
    .select('id')
    .where('id', '>', parameter<CustomerId>('after'))
    .orderBy('id')
    .limit(parameter<number>('limit')),
);

/** The next customers of the run; null when none is under way. */
export const nextOfTierRun = (database: StoreDatabase, limit: number): CustomerId[] | null => {
  const [run] = plainRows<{ after_customer_id: string }>(database, 'SELECT after_customer_id FROM tier_run', {});
  return run === undefined ? null : next.rows(database, { after: run.after_customer_id, limit }).map(({ id }) => id);
};

/** Everybody up to this customer has been looked at; null: everybody has. */
export const keepTierRun = (database: StoreDatabase, after: CustomerId | null): void => {
  if (after === null) plainRun(database, 'DELETE FROM tier_run', {});
  else plainRun(database, 'UPDATE tier_run SET after_customer_id = @after', { after });
};
