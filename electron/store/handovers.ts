import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { CustomerId, HandoverId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, plainRows, plainRun, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { HandoversTable } from './schema/card.ts';
import type { TimelinePage } from './timeline.ts';

/** Customers passed from one owner to another (R174, R175); null is nobody: the unowned. */
export interface NewHandover {
  readonly id: HandoverId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly fromStaffId: StaffId | null;
  readonly toStaffId: StaffId | null;
  readonly note: string | null;
  readonly staffId: StaffId | null;
}

/** Writes the handover itself; whom it moves is written by `handOver`. */
export const insertHandover = (database: StoreDatabase, handover: NewHandover): void => {
  execute(
    database,
    sqlite.insertInto('handovers').values({
      id: handover.id,
      at: handover.at,
      business_date: handover.businessDate,
      from_staff_id: handover.fromStaffId,
      to_staff_id: handover.toStaffId,
      note: handover.note,
      staff_id: handover.staffId,
      undone_at: null,
    }),
  );
};

/** Of these customers, or with null of all, those whom `fromStaffId` owns and who are present. */
const OWNED = `owner_id IS @fromStaffId AND removed_at IS NULL
  AND (@customerIds IS NULL OR id IN (SELECT value FROM json_each(@customerIds)))`;

/** Passes on whom the handover's `fromStaffId` owns: the given customers, or with null all of them. Returns how many. */
export const handOver = (database: StoreDatabase, handover: NewHandover, customerIds: readonly CustomerId[] | null): number => {
  const values = {
    handoverId: handover.id,
    at: handover.at,
    fromStaffId: handover.fromStaffId,
    toStaffId: handover.toStaffId,
    customerIds: customerIds === null ? null : JSON.stringify(customerIds),
  };
  plainRun(
    database,
    `INSERT INTO handover_customers (customer_id, at, handover_id) SELECT id, @at, @handoverId FROM customers WHERE ${OWNED}`,
    values,
  );
  return plainRun(
    database,
    `UPDATE customers SET owner_id = @toStaffId, changed_at = @at, revision = revision + 1
     WHERE id IN (SELECT customer_id FROM handover_customers WHERE handover_id = @handoverId)`,
    values,
  );
};

type Handover = Selectable<HandoversTable>;
const byId = hotQuery<{ id: HandoverId }, Handover>(
  sqlite.selectFrom('handovers').selectAll().where('id', '=', parameter<HandoverId>('id')),
);
export const findHandover = (database: StoreDatabase, id: HandoverId): Handover | undefined => byId.first(database, { id });

/**
 * Gives back whom the handover moved and who still belong to the new owner; who was passed on since stays. Returns how many went
 * back and how many stayed.
 */
export const takeBack = (
  database: StoreDatabase,
  { id, from_staff_id: from, to_staff_id: to }: Pick<Handover, 'id' | 'from_staff_id' | 'to_staff_id'>,
  at: Instant,
): { readonly returned: number; readonly kept: number } => {
  const values = { id, from, to, at };
  const returned = plainRun(
    database,
    `UPDATE customers SET owner_id = @from, changed_at = @at, revision = revision + 1
     WHERE owner_id IS @to AND id IN (SELECT customer_id FROM handover_customers WHERE handover_id = @id)`,
    values,
  );
  plainRun(
    database,
    `DELETE FROM handover_customers WHERE handover_id = @id
     AND customer_id IN (SELECT id FROM customers WHERE owner_id IS @from)`,
    values,
  );
  const [kept] = plainRows<{ count: number }>(
    database,
    'SELECT count(*) AS count FROM handover_customers WHERE handover_id = @id',
    { id },
  );
  execute(database, sqlite.updateTable('handovers').set({ undone_at: at }).where('id', '=', id));
  return { returned, kept: kept?.count ?? 0 };
};

export interface HandoverEntryRow {
  readonly id: HandoverId;
  readonly at: Instant;
  readonly business_date: LocalDate;
  readonly from_name: string | null;
  readonly to_name: string | null;
  readonly note: string | null;
  readonly staff_name: string | null;
}

const entries = sqlite
  .selectFrom('handover_customers as moved')
  .innerJoin('handovers', 'handovers.id', 'moved.handover_id')
  .leftJoin('staff as former', 'former.id', 'handovers.from_staff_id')
  .leftJoin('staff as next', 'next.id', 'handovers.to_staff_id')
  .leftJoin('staff', 'staff.id', 'handovers.staff_id')
  .select([
    'handovers.id',
    'moved.at',
    'handovers.business_date',
    'former.name as from_name',
    'next.name as to_name',
    'handovers.note',
    'staff.name as staff_name',
  ])
  .where('moved.customer_id', '=', parameter<CustomerId>('customerId'))
  .orderBy('moved.at', 'desc')
  .orderBy('moved.handover_id', 'desc');

const timeline = hotQuery<TimelinePage, HandoverEntryRow>(
  entries
    .where(sql<boolean>`(moved.at, moved.handover_id) < (${parameter<number>('at')}, ${parameter<string>('id')})`)
    .limit(parameter<number>('limit')),
);
export const listTimelineHandovers = (database: StoreDatabase, page: TimelinePage): HandoverEntryRow[] =>
  timeline.rows(database, page);

const unread = hotQuery<{ customerId: CustomerId }, HandoverEntryRow & { readonly to_staff_id: StaffId | null }>(
  entries.select('handovers.to_staff_id').where('moved.read_at', 'is', null).limit(sql.lit(1)),
);

/** The latest handover whose note nobody has put aside yet. */
export const findUnreadHandover = (database: StoreDatabase, customerId: CustomerId) => unread.first(database, { customerId });

/** Marks a handover as read for this customer (an instant) or not (null). Returns whether there was one. */
export const markHandoverRead = (
  database: StoreDatabase,
  customerId: CustomerId,
  handoverId: HandoverId,
  readAt: Instant | null,
): boolean =>
  execute(
    database,
    sqlite
      .updateTable('handover_customers')
      .set({ read_at: readAt })
      .where('customer_id', '=', customerId)
      .where('handover_id', '=', handoverId),
  ) > 0;

/** How many present customers each owner has, the unowned under null; whoever has none is left out. */
export const countOwners = (database: StoreDatabase): { staffId: StaffId | null; customers: number }[] =>
  rows(
    database,
    sqlite
      .selectFrom('customers')
      .select((of) => ['owner_id as staffId', of.fn.countAll<number>().as('customers')])
      .where('removed_at', 'is', null)
      .groupBy('owner_id'),
  );

export const countHandovers = (database: StoreDatabase): number =>
  firstRow(
    database,
    sqlite.selectFrom('handovers').select((of) => of.fn.countAll<number>().as('count')),
  )?.count ?? 0;

/** Handovers, the latest first. */
export const listHandovers = (database: StoreDatabase, page: { readonly offset: number; readonly limit: number }) =>
  rows(
    database,
    sqlite
      .selectFrom('handovers')
      .leftJoin('staff as former', 'former.id', 'handovers.from_staff_id')
      .leftJoin('staff as next', 'next.id', 'handovers.to_staff_id')
      .select((of) => [
        'handovers.id',
        'handovers.business_date as on',
        'handovers.at',
        'former.name as fromName',
        'next.name as toName',
        'handovers.note',
        'handovers.undone_at as undoneAt',
        of
          .selectFrom('handover_customers as moved')
          .select((row) => row.fn.countAll<number>().as('count'))
          .whereRef('moved.handover_id', '=', 'handovers.id')
          .$asScalar()
          .$notNull()
          .as('customers'),
      ])
      .orderBy('handovers.id', 'desc')
      .limit(page.limit)
      .offset(page.offset),
  );

/** The SQL of the reads above, so that their plans can be asserted. */
export const handoverQueries = { timeline: timeline.sql, unread: unread.sql };
