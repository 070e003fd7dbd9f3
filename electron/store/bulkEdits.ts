import { bulkActionSchema } from '../../shared/contract/bulkEdits.ts';
import type { BulkAction } from '../../shared/contract/bulkEdits.ts';
import type { BulkEditId, CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, plainRows, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** A bulk edit as it is kept. */
export interface BulkEdit {
  readonly id: BulkEditId;
  readonly at: Instant;
  readonly action: BulkAction;
  readonly changed: number;
  readonly staffName: string | null;
  readonly finishedAt: Instant | null;
  readonly undoneAt: Instant | null;
  readonly left: number | null;
}

export const insertBulkEdit = (
  database: StoreDatabase,
  edit: { id: BulkEditId; at: Instant; businessDate: LocalDate; action: BulkAction; staffId: StaffId | null },
): void => {
  execute(
    database,
    sqlite.insertInto('bulk_edits').values({
      id: edit.id,
      at: edit.at,
      business_date: edit.businessDate,
      action: JSON.stringify(edit.action),
      staff_id: edit.staffId,
      finished_at: null,
      undone_at: null,
      left_count: null,
    }),
  );
};

export const updateBulkEdit = (
  database: StoreDatabase,
  id: BulkEditId,
  changes: { finished_at?: Instant; undone_at?: Instant; left_count?: number },
): void => {
  execute(database, sqlite.updateTable('bulk_edits').set(changes).where('id', '=', id));
};

const countUp = hotQuery<{ id: BulkEditId; changed: number }>(
  sqlite
    .updateTable('bulk_edits')
    .set((row) => ({ changed_count: row('changed_count', '+', parameter<number>('changed')) }))
    .where('id', '=', parameter<BulkEditId>('id')),
);
/** So many more people were changed. */
export const countChanged = (database: StoreDatabase, id: BulkEditId, changed: number): void => {
  countUp.run(database, { id, changed });
};

const edits = sqlite
  .selectFrom('bulk_edits')
  .leftJoin('staff', 'staff.id', 'bulk_edits.staff_id')
  .select([
    'bulk_edits.id',
    'at',
    'action',
    'changed_count',
    'staff.name as staff_name',
    'finished_at',
    'undone_at',
    'left_count',
  ]);
const parsed = (text: string): unknown => JSON.parse(text);
const editOf = (row: {
  id: BulkEditId;
  at: Instant;
  action: string;
  changed_count: number;
  staff_name: string | null;
  finished_at: Instant | null;
  undone_at: Instant | null;
  left_count: number | null;
}): BulkEdit => ({
  id: row.id,
  at: row.at,
  action: bulkActionSchema.parse(parsed(row.action)),
  changed: row.changed_count,
  staffName: row.staff_name,
  finishedAt: row.finished_at,
  undoneAt: row.undone_at,
  left: row.left_count,
});

export const findBulkEdit = (database: StoreDatabase, id: BulkEditId): BulkEdit | undefined => {
  const row = firstRow(database, edits.where('bulk_edits.id', '=', id));
  return row && editOf(row);
};

/** Edits made, latest first. */
export const listBulkEdits = (database: StoreDatabase, page: { readonly offset: number; readonly limit: number }): BulkEdit[] =>
  rows(database, edits.orderBy('at', 'desc').orderBy('bulk_edits.id', 'desc').limit(page.limit).offset(page.offset)).map(editOf);

export const countBulkEdits = (database: StoreDatabase): number =>
  firstRow(
    database,
    sqlite.selectFrom('bulk_edits').select((of) => of.fn.countAll<number>().as('count')),
  )?.count ?? 0;

const keepRow = hotQuery<{ id: BulkEditId; customerId: CustomerId; before: string }>(
  sqlite.insertInto('bulk_edit_rows').values({
    bulk_edit_id: parameter('id'),
    customer_id: parameter('customerId'),
    before: parameter('before'),
  }),
);
/** Keeps what an edit replaced for one customer. */
export const keepBefore = (database: StoreDatabase, id: BulkEditId, customerId: CustomerId, before: unknown): void => {
  keepRow.run(database, { id, customerId, before: JSON.stringify(before) });
};

const dropRow = hotQuery<{ id: BulkEditId; customerId: CustomerId }>(
  sqlite
    .deleteFrom('bulk_edit_rows')
    .where('bulk_edit_id', '=', parameter<BulkEditId>('id'))
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);
/** What was replaced has been put back. */
export const dropBefore = (database: StoreDatabase, id: BulkEditId, customerId: CustomerId): void => {
  dropRow.run(database, { id, customerId });
};

const nextRows = hotQuery<{ id: BulkEditId; after: string; limit: number }, { customer_id: CustomerId; before: string }>(
  sqlite
    .selectFrom('bulk_edit_rows')
    .select(['customer_id', 'before'])
    .where('bulk_edit_id', '=', parameter<BulkEditId>('id'))
    .where('customer_id', '>', parameter<CustomerId>('after'))
    .orderBy('customer_id')
    .limit(parameter<number>('limit')),
);
/** What an edit replaced and is not put back yet, by customer, after one of them. */
export const listBefore = (
  database: StoreDatabase,
  id: BulkEditId,
  after: string,
  limit: number,
): { readonly customerId: CustomerId; readonly before: unknown }[] =>
  nextRows.rows(database, { id, after, limit }).map((row) => ({ customerId: row.customer_id, before: parsed(row.before) }));

/** How many people's former values an edit still holds. */
export const countBefore = (database: StoreDatabase, id: BulkEditId): number =>
  plainRows<{ count: number }>(database, 'SELECT count(*) AS count FROM bulk_edit_rows WHERE bulk_edit_id = @id', { id })[0]
    ?.count ?? 0;

/** The SQL of the reads above, so that their plans can be asserted. */
export const bulkEditQueries = { nextRows: nextRows.sql };
