import { sql } from 'kysely';
import type { CustomerId, MergeId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, plainRun, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

export interface MergeRecord {
  readonly id: MergeId;
  readonly at: Instant;
  readonly business_date: LocalDate;
  readonly survivor_id: CustomerId | null;
  readonly other_id: CustomerId | null;
  readonly undone_at: Instant | null;
  readonly forgotten_at: Instant | null;
}

/** Writes down a merge that begins; it is marked as moving until `endMoving`. */
export const insertMerge = (
  database: StoreDatabase,
  merge: {
    readonly id: MergeId;
    readonly at: Instant;
    readonly businessDate: LocalDate;
    readonly survivorId: CustomerId;
    readonly otherId: CustomerId;
    readonly choices: object;
    readonly staffId: StaffId | null;
  },
): void => {
  const { id, at, businessDate, survivorId, otherId, choices, staffId } = merge;
  execute(
    database,
    sqlite.insertInto('merges').values({
      id,
      at,
      business_date: businessDate,
      survivor_id: survivorId,
      other_id: otherId,
      choices: JSON.stringify(choices),
      staff_id: staffId,
      is_moving: 1,
    }),
  );
};

/** Opens the ledger's owner to the two sides of this merge. Only inside a transaction that ends with `endMoving`. */
export const beginMoving = (database: StoreDatabase, id: MergeId): void => {
  execute(database, sqlite.updateTable('merges').set({ is_moving: 1 }).where('id', '=', id));
};
export const endMoving = (database: StoreDatabase, id: MergeId): void => {
  execute(database, sqlite.updateTable('merges').set({ is_moving: 0 }).where('id', '=', id));
};

export const markMergeUndone = (database: StoreDatabase, id: MergeId, at: Instant): void => {
  execute(database, sqlite.updateTable('merges').set({ undone_at: at }).where('id', '=', id));
};

const byId = hotQuery<{ id: MergeId }, MergeRecord>(
  sqlite
    .selectFrom('merges')
    .select(['id', 'at', 'business_date', 'survivor_id', 'other_id', 'undone_at', 'forgotten_at'])
    .where('id', '=', parameter<MergeId>('id')),
);

export const findMerge = (database: StoreDatabase, id: MergeId): MergeRecord | undefined => byId.first(database, { id });

/** A later standing merge into the same card, or of that card into another: it has to be undone first. */
export interface BlockingMerge {
  readonly id: MergeId;
  readonly name: string;
}

const blocking = hotQuery<{ id: MergeId; survivorId: CustomerId }, BlockingMerge>(
  sqlite
    .selectFrom('merges')
    .innerJoin('customers', 'customers.id', 'merges.survivor_id')
    .select(['merges.id', 'customers.name'])
    .where((of) =>
      of.or([
        of('survivor_id', '=', parameter<CustomerId>('survivorId')),
        of('other_id', '=', parameter<CustomerId>('survivorId')),
      ]),
    )
    .where('undone_at', 'is', null)
    .where('merges.id', '>', parameter<MergeId>('id'))
    .orderBy('merges.id', 'desc')
    .limit(sql.lit(1)),
);

/** The latest merge that stands in the way of undoing this one; undefined when nothing does. */
export const findBlockingMerge = (
  database: StoreDatabase,
  merge: Pick<MergeRecord, 'id' | 'survivor_id'>,
): BlockingMerge | undefined =>
  merge.survivor_id === null ? undefined : blocking.first(database, { id: merge.id, survivorId: merge.survivor_id });

export interface MergeListRow extends MergeRecord {
  readonly staff_name: string | null;
  readonly survivor_name: string | null;
  readonly survivor_number: string | null;
  readonly survivor_removed_at: Instant | null;
  readonly other_name: string | null;
  readonly other_number: string | null;
  readonly other_removed_at: Instant | null;
}

const listRows = sqlite
  .selectFrom('merges')
  .leftJoin('staff', 'staff.id', 'merges.staff_id')
  .leftJoin('customers as survivors', 'survivors.id', 'merges.survivor_id')
  .leftJoin('customers as others', 'others.id', 'merges.other_id')
  .select([
    'merges.id',
    'merges.at',
    'merges.business_date',
    'merges.survivor_id',
    'merges.other_id',
    'merges.undone_at',
    'merges.forgotten_at',
    'staff.name as staff_name',
    'survivors.name as survivor_name',
    'survivors.number as survivor_number',
    'survivors.removed_at as survivor_removed_at',
    'others.name as other_name',
    'others.number as other_number',
    'others.removed_at as other_removed_at',
  ]);

const latest = hotQuery<{ limit: number; offset: number }, MergeListRow>(
  listRows
    .orderBy('merges.at', 'desc')
    .orderBy('merges.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);

const oneListed = hotQuery<{ id: MergeId }, MergeListRow>(listRows.where('merges.id', '=', parameter<MergeId>('id')));

/** One merge as the history shows it. */
export const findListedMerge = (database: StoreDatabase, id: MergeId): MergeListRow | undefined =>
  oneListed.first(database, { id });

/** The history of merges, latest first. */
export const listMerges = (
  database: StoreDatabase,
  page: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: readonly MergeListRow[] } => {
  const [count] = rows(
    database,
    sqlite.selectFrom('merges').select((of) => of.fn.countAll<number>().as('total')),
  );
  return { total: count?.total ?? 0, rows: latest.rows(database, { limit: page.limit, offset: page.offset }) };
};

/** Marks the card merged away: removed, and leading to the survivor. */
export const markMergedAway = (
  database: StoreDatabase,
  merge: { survivorId: CustomerId; otherId: CustomerId; at: Instant },
): void => {
  execute(
    database,
    sqlite
      .updateTable('customers')
      .set({ removed_at: merge.at, merged_into_id: merge.survivorId })
      .where('id', '=', merge.otherId),
  );
};

/** Counts both revisions up: a form opened before is out of date. */
export const touchCustomers = (database: StoreDatabase, ids: readonly CustomerId[], at: Instant): void => {
  execute(
    database,
    sqlite
      .updateTable('customers')
      .set((row) => ({ changed_at: at, revision: row('revision', '+', 1) }))
      .where('id', 'in', ids),
  );
};

/** Gives a card number, or null, to a customer. Two swap theirs in three steps: a number belongs to one at a time. */
export const setCardNo = (database: StoreDatabase, id: CustomerId, cardNo: string | null): void => {
  execute(database, sqlite.updateTable('customers').set({ card_no: cardNo }).where('id', '=', id));
};

/** Makes one of a customer's contact methods the first of its types. */
export const makePrimary = (
  database: StoreDatabase,
  of: { readonly customerId: CustomerId; readonly types: readonly string[]; readonly contactMethodId: string },
): void => {
  plainRun(
    database,
    `UPDATE contact_methods SET is_primary = (id = @contactMethodId)
     WHERE customer_id = @customerId AND type IN (SELECT value FROM json_each(@types))`,
    { customerId: of.customerId, contactMethodId: of.contactMethodId, types: JSON.stringify(of.types) },
  );
};

/**
 * Forgets what merges of before that instant moved: they can no longer be undone. The card merged away stays, so that its number still
 * leads to the person. Returns how many.
 */
export const forgetMergesBefore = (database: StoreDatabase, before: Instant, at: Instant): number => {
  const old = plainRows<{ id: MergeId }>(
    database,
    'SELECT id FROM merges WHERE forgotten_at IS NULL AND at < @before ORDER BY at LIMIT 20',
    { before },
  );
  for (const { id } of old) {
    plainRun(database, 'DELETE FROM merge_moves WHERE merge_id = @id', { id });
    execute(database, sqlite.updateTable('merges').set({ forgotten_at: at }).where('id', '=', id));
  }
  return old.length;
};

const survivor = hotQuery<{ id: CustomerId }, { merged_into_id: CustomerId | null }>(
  sqlite.selectFrom('customers').select('merged_into_id').where('id', '=', parameter<CustomerId>('id')),
);

/** The customer, or the one it was merged into. A merge re-points who was merged before, so one step is enough. */
export const survivorOf = (database: StoreDatabase, id: CustomerId): CustomerId =>
  survivor.first(database, { id })?.merged_into_id ?? id;

/** The SQL of the reads above, so that their plans can be asserted. */
export const mergeQueries = { byId: byId.sql, latest: latest.sql, blocking: blocking.sql, survivor: survivor.sql };
