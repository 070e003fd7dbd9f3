import { sql } from 'kysely';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the loyalty score and the suggestions look at (R088, R089): one person's rows, down the indexes by customer.

const ofCustomer = parameter<CustomerId>('customerId');

const purchases = hotQuery<{ customerId: CustomerId }, { first: LocalDate | null; last: LocalDate | null }>(
  sqlite
    .selectFrom('visits')
    .select(({ fn }) => [
      fn.min<LocalDate | null>('business_date').as('first'),
      fn.max<LocalDate | null>('business_date').as('last'),
    ])
    .where('customer_id', '=', ofCustomer)
    .where('undone_at', 'is', null)
    .where('is_purchase', '=', sql.lit(1)),
);
const brought = hotQuery<{ customerId: CustomerId }, { people: number }>(
  sqlite
    .selectFrom('customers')
    .innerJoin('customer_summaries as summary', 'summary.customer_id', 'customers.id')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('customers.referrer_id', '=', ofCustomer)
    .where('customers.removed_at', 'is', null)
    .where('summary.purchase_day_count', '>', sql.lit(0)),
);
const bought = hotQuery<{ customerId: CustomerId; from: LocalDate; limit: number }, BoughtProduct>(
  sqlite
    .selectFrom('visits')
    .innerJoin('visit_lines as line', 'line.visit_id', 'visits.id')
    .innerJoin('products', 'products.id', 'line.product_id')
    .select(['products.id', 'products.name', 'products.category'])
    .select(sql<number>`count(DISTINCT visits.business_date)`.as('days'))
    .where('visits.customer_id', '=', ofCustomer)
    .where('visits.undone_at', 'is', null)
    .where('visits.returns_visit_id', 'is', null)
    .where('visits.business_date', '>=', parameter<LocalDate>('from'))
    .groupBy('products.id')
    .orderBy('days', 'desc')
    .orderBy('products.id')
    .limit(parameter<number>('limit')),
);
const unsatisfied = hotQuery<{ customerId: CustomerId; from: LocalDate }, { on: LocalDate; satisfaction: number }>(
  sqlite
    .selectFrom('visits')
    .select('business_date as on')
    .select(sql<number>`satisfaction`.as('satisfaction'))
    .where('customer_id', '=', ofCustomer)
    .where('undone_at', 'is', null)
    .where('satisfaction', '<=', sql.lit(2))
    .where('business_date', '>=', parameter<LocalDate>('from'))
    .orderBy('at', 'desc')
    .limit(sql.lit(1)),
);
const incident = hotQuery<{ customerId: CustomerId }, { on: LocalDate }>(
  sqlite
    .selectFrom('incidents')
    .select('business_date as on')
    .where('customer_id', '=', ofCustomer)
    .where('closed_on', 'is', null)
    .orderBy('business_date', 'desc')
    .limit(sql.lit(1)),
);

export interface BoughtProduct {
  readonly id: ProductId;
  readonly name: string;
  readonly category: string | null;
  /** On how many days. */
  readonly days: number;
}

/** The days of the first purchase and of the latest. */
export const findPurchaseDays = (database: StoreDatabase, customerId: CustomerId) =>
  purchases.first(database, { customerId }) ?? { first: null, last: null };
/** How many of those they brought have bought. */
export const countBrought = (database: StoreDatabase, customerId: CustomerId): number =>
  brought.first(database, { customerId })?.people ?? 0;
/** What somebody bought since a day, what they bought on most days first. */
export const listBoughtSince = (
  database: StoreDatabase,
  customerId: CustomerId,
  from: LocalDate,
  limit: number,
): BoughtProduct[] => bought.rows(database, { customerId, from, limit });
/** The latest visit since a day that left them unsatisfied: 1 or 2 of 5. */
export const findUnsatisfied = (database: StoreDatabase, customerId: CustomerId, from: LocalDate) =>
  unsatisfied.first(database, { customerId, from });
/** The latest incident of theirs that is not closed. */
export const findOpenIncident = (database: StoreDatabase, customerId: CustomerId) => incident.first(database, { customerId });

/** The SQL of the reads above, so that their plans can be asserted. */
export const loyaltyScoreQueries = {
  purchases: purchases.sql,
  brought: brought.sql,
  bought: bought.sql,
  unsatisfied: unsatisfied.sql,
  incident: incident.sql,
};
