import { sql } from 'kysely';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { firstRow, hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { letGoOfSharedVisits } from './sharers.ts';
import { forgetPersonalMarks, readPersonalMarks } from './personalMarks.ts';

// The bin: customers who were removed, not merged away. And deleting them for good.

export interface BinRow {
  readonly id: CustomerId;
  readonly removed_at: Instant;
  readonly removed_by: string | null;
}

const inBin = sqlite.selectFrom('customers').where('removed_at', 'is not', null).where('merged_into_id', 'is', null);

const page = hotQuery<{ limit: number; offset: number }, BinRow>(
  inBin
    .select((of) => [
      'customers.id',
      'removed_at',
      of
        .selectFrom('customer_changes')
        .innerJoin('staff', 'staff.id', 'customer_changes.staff_id')
        .select('staff.name')
        .whereRef('customer_changes.customer_id', '=', 'customers.id')
        .where('action', '=', sql.lit('removed'))
        .orderBy('at', 'desc')
        .limit(sql.lit(1))
        .as('removed_by'),
    ])
    .orderBy('removed_at', 'desc')
    .orderBy('customers.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset'))
    .$castTo<BinRow>(),
);

/** Who is in the bin, latest removal first. */
export const listBin = (
  database: StoreDatabase,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: readonly BinRow[] } => ({
  total:
    firstRow(
      database,
      inBin.select((of) => of.fn.countAll<number>().as('total')),
    )?.total ?? 0,
  rows: page.rows(database, { limit, offset }),
});

/** How many cards were merged into each of these customers, over any number of merges; who has none is absent. */
export const countMergedInto = (database: StoreDatabase, ids: readonly CustomerId[]): ReadonlyMap<CustomerId, number> =>
  new Map(
    plainRows<{ id: CustomerId; merged: number }>(
      database,
      `WITH RECURSIVE going (survivor, id) AS (
         SELECT value, value FROM json_each(@ids)
         UNION SELECT going.survivor, customers.id FROM going JOIN customers ON customers.merged_into_id = going.id)
       SELECT survivor AS id, COUNT(*) - 1 AS merged FROM going GROUP BY survivor HAVING COUNT(*) > 1`,
      { ids: JSON.stringify(ids) },
    ).map(({ id, merged }) => [id, merged]),
  );

/** Of these customers, those who are in the bin. */
export const amongBin = (database: StoreDatabase, ids: readonly CustomerId[]): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    `SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(@ids)) AND removed_at IS NOT NULL AND merged_into_id IS NULL`,
    { ids: JSON.stringify(ids) },
  ).map(({ id }) => id);

/** Of these ids, those of a customer. */
export const amongCustomers = (database: StoreDatabase, ids: readonly CustomerId[]): CustomerId[] =>
  plainRows<{ id: CustomerId }>(database, 'SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(@ids))', {
    ids: JSON.stringify(ids),
  }).map(({ id }) => id);

/** Who was removed before that instant, longest ago first; at most `limit`. */
export const listBinBefore = (database: StoreDatabase, before: Instant, limit: number): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    `SELECT id FROM customers WHERE removed_at IS NOT NULL AND merged_into_id IS NULL AND removed_at < @before
     ORDER BY removed_at, id LIMIT @limit`,
    { before, limit },
  ).map(({ id }) => id);

interface Reference {
  readonly child: string;
  readonly column: string;
  readonly isRequired: 0 | 1;
}

/** Columns that refer to a customer and do not let go of themselves when the customer is deleted. */
const holdingReferences = (database: StoreDatabase): Reference[] =>
  plainRows<Reference>(
    database,
    `SELECT tables.name AS child, keys."from" AS "column", columns."notnull" AS isRequired
     FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys, pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND keys."table" = 'customers' AND keys.on_delete IN ('NO ACTION', 'RESTRICT')
       AND columns.name = keys."from"`,
  );

/** These customers and whoever was merged into them. */
export const withMergedAway = (database: StoreDatabase, ids: readonly CustomerId[]): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    `WITH RECURSIVE going (id) AS (
       SELECT value FROM json_each(@ids)
       UNION SELECT customers.id FROM going JOIN customers ON customers.merged_into_id = going.id)
     SELECT id FROM going`,
    { ids: JSON.stringify(ids) },
  ).map(({ id }) => id);

const hasTable = (database: StoreDatabase, name: string): boolean =>
  plainRows(database, `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = @name`, { name }).length > 0;

/** What the shop took in stays in its books as the sum of a month, without whose it was. */
const keepSums = (database: StoreDatabase, ids: string): void => {
  // A backup of an older version has no place for it.
  if (!hasTable(database, 'anonymous_sums')) return;
  plainRun(
    database,
    `INSERT INTO anonymous_sums (month, visit_count, spend_cents, cost_cents)
     SELECT substr(business_date, 1, 7) AS month, count(*), sum(total_cents), sum(ifnull(cost_cents, 0)) FROM visits
     WHERE undone_at IS NULL AND customer_id IN (SELECT value FROM json_each(@ids)) GROUP BY 1
     ON CONFLICT (month) DO UPDATE SET visit_count = visit_count + excluded.visit_count,
       spend_cents = spend_cents + excluded.spend_cents, cost_cents = cost_cents + excluded.cost_cents`,
    { ids },
  );
};

/**
 * Deletes these customers and everything that belongs to them or to those merged into them: whatever has to have an owner goes, whatever
 * merely names one (a referrer) forgets the name, texts elsewhere lose their numbers, what they spent stays as sums of a month. By the
 * schema itself, so that no table is overlooked. The bin's purge and the erasing of a person (R190) are this one way. Call it in a
 * transaction: foreign keys are checked at its end.
 */
export const deleteCustomers = (database: StoreDatabase, ids: readonly CustomerId[]): number => {
  database.connection.pragma('defer_foreign_keys = ON');
  const all = withMergedAway(database, ids);
  const values = { ids: JSON.stringify(all) };
  const going = '(SELECT value FROM json_each(@ids))';
  keepSums(database, values.ids);
  if (hasTable(database, 'shared_spendings')) letGoOfSharedVisits(database, all);
  plainRun(database, `UPDATE merges SET choices = '{}' WHERE survivor_id IN ${going}`, values);
  plainRun(database, `UPDATE merges SET choices = '{}' WHERE other_id IN ${going}`, values);
  forgetPersonalMarks(database, all, readPersonalMarks(database, all));
  for (const { child, column, isRequired } of holdingReferences(database))
    plainRun(
      database,
      isRequired === 1
        ? `DELETE FROM "${child}" WHERE "${column}" IN ${going}`
        : `UPDATE "${child}" SET "${column}" = NULL WHERE "${column}" IN ${going}`,
      values,
    );
  plainRun(database, `DELETE FROM customers WHERE id IN ${going}`, values);
  return all.length;
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const binQueries = { page: page.sql };
