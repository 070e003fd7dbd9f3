import { sql } from 'kysely';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** So many are offered, and a few more kept so that removed ones leave no gap. */
const MOST_SHOWN = 8;
const MOST_KEPT = 20;

const note = hotQuery<{ customerId: CustomerId; at: Instant }>(
  sqlite
    .insertInto('recent_customers')
    .values({ customer_id: parameter('customerId'), opened_at: parameter('at') })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({ opened_at: row.ref('excluded.opened_at') })),
    ),
);
const forgetOlder = hotQuery<Record<never, never>>(
  sqlite
    .deleteFrom('recent_customers')
    .where(
      'customer_id',
      'in',
      sqlite
        .selectFrom('recent_customers')
        .select('customer_id')
        .orderBy('opened_at', 'desc')
        .limit(sql.lit(-1))
        .offset(sql.lit(MOST_KEPT)),
    ),
);
const latest = hotQuery<Record<never, never>, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('recent_customers')
    .innerJoin('customers', 'customers.id', 'recent_customers.customer_id')
    .select('recent_customers.customer_id')
    .where('customers.removed_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .limit(sql.lit(MOST_SHOWN)),
);

/** Somebody's card was opened; only the latest are kept. */
export const noteRecent = (database: StoreDatabase, customerId: CustomerId, at: Instant): void => {
  note.run(database, { customerId, at });
  forgetOlder.run(database, {});
};

/** Whose cards were opened last, latest first, removed customers left out. */
export const listRecentIds = (database: StoreDatabase): CustomerId[] => latest.rows(database, {}).map((row) => row.customer_id);

/** The SQL of the reads above, so that their plans can be asserted. */
export const recentQueries = { latest: latest.sql };
