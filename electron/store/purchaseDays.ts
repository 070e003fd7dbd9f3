import { sql } from 'kysely';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { IdRange } from './tradeSums.ts';

// What customers bought on which days, of everyone present and active: the same people whom segments count.

interface UntilDay extends IdRange {
  readonly until: LocalDate;
}

export interface PurchaseDayRow {
  customer_id: CustomerId;
  business_date: LocalDate;
  total_cents: Cents;
}

/** From the covering index visits_by_customer alone, in its own order. */
const purchases = hotQuery<UntilDay, PurchaseDayRow>(
  sqlite
    .selectFrom('customers')
    .innerJoin('visits', 'visits.customer_id', 'customers.id')
    .select(['customers.id as customer_id', 'visits.business_date', 'visits.total_cents'])
    .where('visits.customer_id', '>=', parameter<CustomerId>('from'))
    .where('visits.customer_id', '<=', parameter<CustomerId>('to'))
    .where('customers.removed_at', 'is', null)
    .where('customers.is_inactive', '=', sql.lit(0))
    .where('visits.undone_at', 'is', null)
    .where('visits.is_purchase', '=', sql.lit(1))
    .where('visits.business_date', '<=', parameter<LocalDate>('until'))
    .orderBy('visits.customer_id')
    .orderBy('visits.business_date'),
);

/**
 * Money that went back without anything being bought; `business_date` is the day of the purchase it was for, or else its own. Found in the covering
 * index: only of those few is the row itself read, which of all visits would take fifty times as long.
 */
const givenBack = hotQuery<UntilDay, PurchaseDayRow>(
  sqlite
    .selectFrom('visits')
    .innerJoin('visits as itself', 'itself.id', 'visits.id')
    .leftJoin('visits as returned', 'returned.id', 'itself.returns_visit_id')
    .select([(visit) => visit.ref('visits.customer_id').$notNull().as('customer_id'), 'visits.total_cents'])
    .select((visit) => visit.fn.coalesce('returned.business_date', 'visits.business_date').as('business_date'))
    .where('visits.customer_id', '>=', parameter<CustomerId>('from'))
    .where('visits.customer_id', '<=', parameter<CustomerId>('to'))
    .where('visits.undone_at', 'is', null)
    .where('visits.is_purchase', '=', sql.lit(0))
    .where('visits.total_cents', '!=', sql<Cents>`0`)
    .where('visits.business_date', '<=', parameter<LocalDate>('until')),
);

/** The purchases up to a day of customers of a range of ids, with what was taken: customer by customer, each by day. */
export const purchaseDaysBetween = (database: StoreDatabase, range: IdRange, until: LocalDate): PurchaseDayRow[] =>
  purchases.rows(database, { ...range, until });
/** What went back to them for purchases of which day: below 0. */
export const givenBackBetween = (database: StoreDatabase, range: IdRange, until: LocalDate): PurchaseDayRow[] =>
  givenBack.rows(database, { ...range, until });

/** The SQL of the reads above, so that their plans can be asserted. */
export const purchaseDayQueries = { purchases: purchases.sql, givenBack: givenBack.sql };
