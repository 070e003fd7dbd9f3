import { sql } from 'kysely';
import { lastDayOf } from '../../shared/domain/loyalty/expiry.ts';
import { replayPoints } from '../../shared/domain/loyalty/replay.ts';
import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId, PointsEntryId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { findSummary } from './customerFacts.ts';
import { listEntriesInOrder } from './loyalty.ts';

// Of the lots that lapse, what is left of each and until when: kept with the summary, so that whose points lapse is read from an index.

export interface LapsingLot {
  entry_id: PointsEntryId;
  customer_id: CustomerId;
  remaining: Points;
  last_day: LocalDate;
}
interface OfCustomer {
  customerId: CustomerId;
}

const mayLapse = hotQuery<{ customerIds: string }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom(sql<{ value: CustomerId }>`json_each(${parameter<string>('customerIds')})`.as('json_each'))
    .select('json_each.value as customer_id')
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('points_entries')
            .select('id')
            .whereRef('customer_id', '=', 'json_each.value')
            .where((of) => of.or([of('expires_on', 'is not', null), of('idle_months', 'is not', null)])),
        ),
        where.exists(where.selectFrom('lapsing_points').select('entry_id').whereRef('customer_id', '=', 'json_each.value')),
      ]),
    ),
);
const keptOf = hotQuery<OfCustomer, LapsingLot>(
  sqlite
    .selectFrom('lapsing_points')
    .selectAll()
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('last_day')
    .orderBy('entry_id'),
);
const keep = hotQuery<LapsingLot>(
  sqlite
    .insertInto('lapsing_points')
    .values({
      entry_id: parameter('entry_id'),
      customer_id: parameter('customer_id'),
      remaining: parameter('remaining'),
      last_day: parameter('last_day'),
    })
    .onConflict((conflict) =>
      conflict.column('entry_id').doUpdateSet((row) => ({
        customer_id: row.ref('excluded.customer_id'),
        remaining: row.ref('excluded.remaining'),
        last_day: row.ref('excluded.last_day'),
      })),
    ),
);
const forget = hotQuery<{ entryId: PointsEntryId }>(
  sqlite.deleteFrom('lapsing_points').where('entry_id', '=', parameter<PointsEntryId>('entryId')),
);

/** What lapses of a customer's points, soonest first. */
export const listLapsing = (database: StoreDatabase, customerId: CustomerId): LapsingLot[] =>
  keptOf.rows(database, { customerId });

const lapsingNow = (database: StoreDatabase, customerId: CustomerId): LapsingLot[] => {
  const { lastPurchaseOn } = findSummary(database, customerId);
  return replayPoints(listEntriesInOrder(database, customerId)).lots.flatMap((lot) => {
    const lastDay = lastDayOf(lot, lastPurchaseOn);
    return lastDay === null
      ? []
      : [{ entry_id: lot.entryId, customer_id: customerId, remaining: lot.remaining, last_day: lastDay }];
  });
};

const refreshOne = (database: StoreDatabase, customerId: CustomerId): void => {
  const before = new Map(listLapsing(database, customerId).map((lot) => [lot.entry_id, lot]));
  for (const lot of lapsingNow(database, customerId)) {
    const kept = before.get(lot.entry_id);
    before.delete(lot.entry_id);
    if (kept?.remaining !== lot.remaining || kept.last_day !== lot.last_day) keep.run(database, lot);
  }
  for (const entryId of before.keys()) forget.run(database, { entryId });
};

/**
 * Works out anew what lapses of these customers' points, after their summaries, and writes only what differs. Most shops' points never lapse:
 * then it costs one look at all of them together.
 */
export const refreshLapsing = (database: StoreDatabase, customerIds: readonly CustomerId[]): void => {
  for (const { customer_id: customerId } of mayLapse.rows(database, { customerIds: JSON.stringify(customerIds) }))
    refreshOne(database, customerId);
};

const due = hotQuery<{ today: LocalDate; limit: number }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('lapsing_points')
    .select('customer_id')
    .where('last_day', '<', parameter<LocalDate>('today'))
    .orderBy('last_day')
    .orderBy('customer_id')
    .limit(parameter<number>('limit')),
);

/** Customers some of whose points had their last day before today: those of so many lots. */
export const listCustomersWithLapsed = (database: StoreDatabase, today: LocalDate, limit: number): CustomerId[] => [
  ...new Set(due.rows(database, { today, limit }).map((row) => row.customer_id)),
];

/** The SQL of the reads above, so that their plans can be asserted. */
export const lapsingQueries = { mayLapse: mayLapse.sql, keptOf: keptOf.sql, due: due.sql };
