import { sql } from 'kysely';
import { points } from '../../shared/types/amounts.ts';
import type { Points } from '../../shared/types/amounts.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the shop owes all its customers in points: read from the summaries and the lots that lapse, never from the ledgers.

interface SumRow {
  customers: number;
  points: Points | null;
}

const balances = sqlite.selectFrom('customer_summaries').where('points_balance', '>', sql.lit(points(0)));
const held = hotQuery<object, SumRow>(
  balances.select((of) => [of.fn.countAll<number>().as('customers'), of.fn.sum<Points | null>('points_balance').as('points')]),
);
/** The few in the bin are taken off, so that nobody has to be looked up for all the others. */
const inBin = hotQuery<object, SumRow>(
  sqlite
    .selectFrom('customers')
    .innerJoin('customer_summaries', 'customer_summaries.customer_id', 'customers.id')
    .where('customers.removed_at', 'is not', null)
    .where('customer_summaries.points_balance', '>', sql.lit(points(0)))
    .select((of) => [of.fn.countAll<number>().as('customers'), of.fn.sum<Points | null>('points_balance').as('points')]),
);
const lapsing = hotQuery<{ until: LocalDate }, SumRow>(
  sqlite
    .selectFrom('lapsing_points')
    .innerJoin('customers', 'customers.id', 'lapsing_points.customer_id')
    .where('lapsing_points.last_day', '<=', parameter<LocalDate>('until'))
    .where('customers.removed_at', 'is', null)
    .select((of) => [
      sql<number>`count(DISTINCT lapsing_points.customer_id)`.as('customers'),
      of.fn.sum<Points | null>('lapsing_points.remaining').as('points'),
    ]),
);

interface PointsOfMany {
  readonly customers: number;
  readonly points: Points;
}
const sumsOf = (row: SumRow | undefined): PointsOfMany => ({ customers: row?.customers ?? 0, points: row?.points ?? points(0) });

/** The points that all customers hold together; who owes the shop some is not counted against it. */
export const findPointsOwed = (database: StoreDatabase): PointsOfMany => {
  const all = sumsOf(held.first(database, {}));
  const removed = sumsOf(inBin.first(database, {}));
  return { customers: all.customers - removed.customers, points: points(all.points - removed.points) };
};

/** Those of them whose last day comes up to that day. */
export const findPointsLapsing = (database: StoreDatabase, until: LocalDate): PointsOfMany =>
  sumsOf(lapsing.first(database, { until }));

/** The SQL of the reads above, so that their plans can be asserted. */
export const pointsOwedQueries = { held: held.sql, inBin: inBin.sql, lapsing: lapsing.sql };
