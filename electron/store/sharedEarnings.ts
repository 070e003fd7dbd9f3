import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId, PointsEntryId, VisitId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What visits moved in the points of somebody else (X55).

const insert = hotQuery<{ visitId: VisitId; entryId: PointsEntryId }>(
  sqlite.insertInto('shared_earnings').values({ entry_id: parameter('entryId'), visit_id: parameter('visitId') }),
);
export const insertSharedEarning = (database: StoreDatabase, visitId: VisitId, entryId: PointsEntryId): void => {
  insert.run(database, { visitId, entryId });
};

export interface SharedEarning {
  readonly entryId: PointsEntryId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly points: Points;
}

const ofVisit = hotQuery<{ visitId: VisitId }, SharedEarning>(
  sqlite
    .selectFrom('shared_earnings as shared')
    .innerJoin('points_entries as entry', 'entry.id', 'shared.entry_id')
    .innerJoin('customers', 'customers.id', 'entry.customer_id')
    .where('shared.visit_id', '=', parameter<VisitId>('visitId'))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('points_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'entry.id'))),
    )
    .select(['entry.id as entryId', 'entry.customer_id as customerId', 'customers.name', 'entry.points'])
    .orderBy('entry.at')
    .orderBy('entry.id'),
);
/** What a visit moved in somebody else's points and nothing has taken back yet, in the order in which it was written. */
export const listSharedEarnings = (database: StoreDatabase, visitId: VisitId): SharedEarning[] =>
  ofVisit.rows(database, { visitId });

/** The SQL of the read above, so that its plan can be asserted. */
export const sharedEarningQueries = { ofVisit: ofVisit.sql };
