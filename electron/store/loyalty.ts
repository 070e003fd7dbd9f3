import { sql } from 'kysely';
import type { LedgerEntry } from '../../shared/domain/loyalty/replay.ts';
import type { PointsEntryKind } from '../../shared/domain/loyalty/points.ts';
import { points } from '../../shared/types/amounts.ts';
import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId, ImportId, PointsEntryId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The points ledger: rows are added, never changed (a trigger refuses it). The balance is their sum.

/** One row to append. A row that takes another back names it in `reversesId`. */
export interface NewPointsEntry {
  id: PointsEntryId;
  customerId: CustomerId;
  at: Instant;
  businessDate: LocalDate;
  kind: PointsEntryKind;
  points: Points;
  reason: string | null;
  visitId: VisitId | null;
  reversesId: PointsEntryId | null;
  /** The lot an expiry ends, the earning a return takes back from, or the spending it gives back to. */
  concernsId: PointsEntryId | null;
  /** Of points that come in: their last day, or the months without a purchase after which they lapse. */
  expiresOn: LocalDate | null;
  idleMonths: number | null;
  staffId: StaffId | null;
  importId: ImportId | null;
}

const insertEntry = hotQuery<NewPointsEntry>(
  sqlite.insertInto('points_entries').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    points: parameter('points'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    expires_on: parameter('expiresOn'),
    idle_months: parameter('idleMonths'),
    staff_id: parameter('staffId'),
    import_id: parameter('importId'),
  }),
);

export const appendPointsEntry = (database: StoreDatabase, entry: NewPointsEntry): void => {
  insertEntry.run(database, entry);
};

interface LedgerSums {
  entries: number;
  balance: Points | null;
  last_at: Instant | null;
}
const ledgerOf = hotQuery<{ customerId: CustomerId }, LedgerSums>(
  sqlite
    .selectFrom('points_entries')
    .select((of) => [
      of.fn.countAll<number>().as('entries'),
      of.fn.sum<Points | null>('points').as('balance'),
      of.fn.max<Instant | null>('at').as('last_at'),
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);

export interface Ledger {
  readonly entries: number;
  readonly balance: Points;
  /** When the last entry was written; null for none. */
  readonly lastAt: Instant | null;
}

/** How many entries a customer's ledger has, their sum, and when it was last written to. */
export const findLedger = (database: StoreDatabase, customerId: CustomerId): Ledger => {
  const row = ledgerOf.first(database, { customerId });
  return { entries: row?.entries ?? 0, balance: row?.balance ?? points(0), lastAt: row?.last_at ?? null };
};

export interface LedgerRow {
  id: PointsEntryId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: PointsEntryKind;
  points: Points;
  reason: string | null;
  visit_id: VisitId | null;
  reverses_id: PointsEntryId | null;
  concerns_id: PointsEntryId | null;
  expires_on: LocalDate | null;
  idle_months: number | null;
  is_reversed: 0 | 1;
  staff_name: string | null;
}

/** Entries with the name of who wrote them and whether a later row takes them back. */
export const ledgerRows = sqlite
  .selectFrom('points_entries')
  .leftJoin('staff', 'staff.id', 'points_entries.staff_id')
  .select([
    'points_entries.id',
    'points_entries.customer_id',
    'points_entries.at',
    'points_entries.business_date',
    'points_entries.kind',
    'points_entries.points',
    'points_entries.reason',
    'points_entries.visit_id',
    'points_entries.reverses_id',
    'points_entries.concerns_id',
    'points_entries.expires_on',
    'points_entries.idle_months',
    'staff.name as staff_name',
  ])
  .select(({ selectFrom, exists }) =>
    exists(selectFrom('points_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'points_entries.id'))
      .$castTo<0 | 1>()
      .as('is_reversed'),
  );

const entryById = hotQuery<{ id: PointsEntryId }, LedgerRow>(
  ledgerRows.where('points_entries.id', '=', parameter<PointsEntryId>('id')),
);

export const findPointsEntry = (database: StoreDatabase, id: PointsEntryId): LedgerRow | undefined =>
  entryById.first(database, { id });

interface LedgerPage {
  customerId: CustomerId;
  offset: number;
  limit: number;
}

const page = hotQuery<LedgerPage, LedgerRow>(
  ledgerRows
    .where('points_entries.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('points_entries.at', 'desc')
    .orderBy('points_entries.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);

const sumOfNewest = hotQuery<{ customerId: CustomerId; count: number }, { total: Points | null }>(
  sqlite
    .selectFrom((inner) =>
      inner
        .selectFrom('points_entries')
        .select('points')
        .where('customer_id', '=', parameter<CustomerId>('customerId'))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(parameter<number>('count'))
        .as('newest'),
    )
    .select(({ fn }) => fn.sum<Points | null>('points').as('total')),
);

/** A page of a customer's ledger, newest first, each row with the balance after it. */
export const listLedger = (
  database: StoreDatabase,
  { customerId, offset, limit }: LedgerPage,
): { total: number; rows: (LedgerRow & { balanceAfter: Points })[] } => {
  const { entries, balance } = findLedger(database, customerId);
  let running: number = balance - (sumOfNewest.first(database, { customerId, count: offset })?.total ?? 0);
  const rows = page.rows(database, { customerId, offset, limit }).map((row) => {
    const balanceAfter = points(running);
    running -= row.points;
    return { ...row, balanceAfter };
  });
  return { total: entries, rows };
};

export interface OpenEntry {
  id: PointsEntryId;
  kind: PointsEntryKind;
  points: Points;
}

const standingOfVisit = hotQuery<{ visitId: VisitId }, OpenEntry>(
  sqlite
    .selectFrom('points_entries')
    .select(['id', 'kind', 'points'])
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .where('kind', '!=', sql.lit('reverse'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('points_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'points_entries.id')),
      ),
    )
    .orderBy('id'),
);

/** What a visit caused in the ledger and nothing has taken back yet. */
export const findStandingEntriesOfVisit = (database: StoreDatabase, visitId: VisitId): OpenEntry[] =>
  standingOfVisit.rows(database, { visitId });

const inOrder = hotQuery<{ customerId: CustomerId }, LedgerEntry>(
  sqlite
    .selectFrom('points_entries')
    .select([
      'id',
      'kind',
      'points',
      'business_date as businessDate',
      'reverses_id as reversesId',
      'concerns_id as concernsId',
      'expires_on as expiresOn',
      'idle_months as idleMonths',
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('at')
    .orderBy('id'),
);

/** A customer's whole ledger in the order it was written. */
export const listEntriesInOrder = (database: StoreDatabase, customerId: CustomerId) => inOrder.rows(database, { customerId });

/** The SQL of the reads above, so that their plans can be asserted. */
export const loyaltyQueries = {
  ledgerOf: ledgerOf.sql,
  page: page.sql,
  sumOfNewest: sumOfNewest.sql,
  standingOfVisit: standingOfVisit.sql,
  inOrder: inOrder.sql,
};
