import { sql } from 'kysely';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Sums over visits that move with the calendar and so cannot be kept as running summaries. Read from the covering index
// visits_by_customer alone, in its own order.

export interface SumLimits {
  /** First days of the RFM window and of the last 12 months, and the day before which a purchase counts as dormant. */
  readonly windowFrom: LocalDate;
  readonly yearFrom: LocalDate;
  readonly dormantBefore: LocalDate;
}

export interface TradeSums {
  customer_id: CustomerId;
  window_purchase_days: number;
  window_spend_cents: Cents;
  year_spend_cents: Cents;
  purchase_before_limit_on: LocalDate | null;
  purchase_since_limit_on: LocalDate | null;
}

export interface IdRange {
  readonly from: CustomerId;
  readonly to: CustomerId;
}

const purchaseDaysFrom = (limit: string) =>
  sql<number>`count(DISTINCT CASE WHEN is_purchase = 1 AND business_date >= ${parameter(limit)} THEN business_date END)`;
const spendFrom = (limit: string) => sql<Cents>`sum(CASE WHEN business_date >= ${parameter(limit)} THEN total_cents ELSE 0 END)`;
const limit = parameter<LocalDate>('dormantBefore');

/** The purchase before the limit is one step in the index; only who came back since can have been won back. */
const ofRange = hotQuery<SumLimits & IdRange & { earliest: LocalDate }, TradeSums>(
  sqlite
    .selectFrom('visits')
    .select([
      'customer_id',
      purchaseDaysFrom('windowFrom').as('window_purchase_days'),
      spendFrom('windowFrom').as('window_spend_cents'),
      spendFrom('yearFrom').as('year_spend_cents'),
      sql<LocalDate | null>`min(CASE WHEN is_purchase = 1 AND business_date >= ${limit} THEN business_date END)`.as(
        'purchase_since_limit_on',
      ),
      (visit) =>
        visit
          .selectFrom('visits as earlier')
          .select('earlier.business_date')
          .whereRef('earlier.customer_id', '=', 'visits.customer_id')
          .where('earlier.undone_at', 'is', null)
          .where('earlier.is_purchase', '=', sql.lit(1))
          .where('earlier.business_date', '<', limit)
          .orderBy('earlier.business_date', 'desc')
          .limit(sql.lit(1))
          .as('purchase_before_limit_on'),
    ])
    .where('undone_at', 'is', null)
    .where('customer_id', '>=', parameter<CustomerId>('from'))
    .where('customer_id', '<=', parameter<CustomerId>('to'))
    .where('business_date', '>=', parameter<LocalDate>('earliest'))
    .groupBy('customer_id'),
);

const earliest = ({ windowFrom, yearFrom, dormantBefore }: SumLimits): LocalDate => {
  const [first = windowFrom] = [windowFrom, yearFrom, dormantBefore].sort();
  return first;
};

/** Of the customers whose ids lie between two (both included), as far as they came since the earliest limit, in the order of their ids. */
export const tradeSumsBetween = (database: StoreDatabase, limits: SumLimits, range: IdRange): TradeSums[] =>
  ofRange.rows(database, { ...limits, ...range, earliest: earliest(limits) });

export interface WindowSums {
  customer_id: CustomerId;
  purchase_days: number;
  spend_cents: Cents;
}

const ofWindow = hotQuery<{ from: LocalDate }, WindowSums>(
  sqlite
    .selectFrom('visits')
    .select([
      'customer_id',
      sql<number>`count(DISTINCT CASE WHEN is_purchase = 1 THEN business_date END)`.as('purchase_days'),
      (visit) => visit.fn.sum<Cents>('total_cents').as('spend_cents'),
    ])
    .where('undone_at', 'is', null)
    .where('business_date', '>=', parameter<LocalDate>('from'))
    .groupBy('customer_id'),
);

/** Of everyone who came on or after a day, in the order of their ids. */
export const windowSums = (database: StoreDatabase, from: LocalDate): WindowSums[] => ofWindow.rows(database, { from });

const purchaseDays = hotQuery<{ customerId: CustomerId }, { business_date: LocalDate }>(
  sqlite
    .selectFrom('visits')
    .select('business_date')
    .distinct()
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('undone_at', 'is', null)
    .where('is_purchase', '=', sql.lit(1))
    .orderBy('business_date'),
);

/** The days on which a customer bought, earliest first. */
export const purchaseDaysOf = (database: StoreDatabase, customerId: CustomerId): LocalDate[] =>
  purchaseDays.rows(database, { customerId }).map((row) => row.business_date);

/** The SQL of the reads above, so that their plans can be asserted. */
export const tradeSumQueries = { ofWindow: ofWindow.sql, ofRange: ofRange.sql, purchaseDays: purchaseDays.sql };
