import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { CustomerId, ImportId, ProductId, StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, plainRows, plainRun, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ImportsTable, ImportsTables } from './schema/imports.ts';

/** The standing import of a file with this content and form, if there is one. */
export const findStandingImport = (
  database: StoreDatabase,
  sha256: string,
  form: ImportsTable['form'] | null,
): { id: ImportId; at: Instant; form: ImportsTable['form']; counts: string } | undefined => {
  const standing = sqlite
    .selectFrom('imports')
    .select(['id', 'at', 'form', 'counts'])
    .where('file_sha256', '=', sha256)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  return firstRow(database, form === null ? standing : standing.where('form', '=', form));
};

export const insertImport = (database: StoreDatabase, row: ImportsTable): void => {
  execute(database, sqlite.insertInto('imports').values(row));
};

export const findImport = (database: StoreDatabase, id: ImportId): ImportsTable | undefined =>
  firstRow(database, sqlite.selectFrom('imports').selectAll().where('id', '=', id));

/** Imports, latest first; undone ones stay in the list. */
export const listImports = (database: StoreDatabase, page: { offset: number; limit: number }) => ({
  total:
    firstRow(
      database,
      sqlite.selectFrom('imports').select((of) => of.fn.countAll<number>().as('total')),
    )?.total ?? 0,
  rows: rows(
    database,
    sqlite.selectFrom('imports').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(page.limit).offset(page.offset),
  ),
});

/** The refused rows of an import in the file's order. */
export const listRejectedRows = (database: StoreDatabase, importId: ImportId, page: { offset: number; limit: number }) => {
  const ofImport = sqlite.selectFrom('import_rejected_rows').where('import_id', '=', importId);
  return {
    total:
      firstRow(
        database,
        ofImport.select((of) => of.fn.countAll<number>().as('total')),
      )?.total ?? 0,
    rows: rows(
      database,
      ofImport.select(['line', 'column_name', 'code', 'value', 'cells']).orderBy('line').limit(page.limit).offset(page.offset),
    ),
  };
};

const byName = hotQuery<{ name: string; pinyin: string }, { id: CustomerId }>(
  sqlite
    .selectFrom('customers')
    .select('id')
    .where('name_pinyin', '=', parameter<string>('pinyin'))
    .where('name', '=', parameter<string>('name'))
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(sql.lit(20)),
);
/** Present customers of exactly this name, twenty at most: one is a match, several are a doubt. `pinyin` is the name's sort key. */
export const findCustomersByName = (database: StoreDatabase, name: string, pinyin: string): CustomerId[] =>
  byName.rows(database, { name, pinyin }).map(({ id }) => id);

/** Numbers, cards and phones that somebody in the store has, removed people included. */
export interface KnownCodes {
  readonly numbers: ReadonlySet<string>;
  readonly cards: ReadonlySet<string>;
  readonly phones: ReadonlySet<string>;
}

/** Read once for a file: most rows of a first import mean nobody who is here, and a set says so a hundred times faster than a query. */
export const readKnownCodes = (database: StoreDatabase): KnownCodes => {
  const texts = (sqlText: string): Set<string> => new Set(plainRows<{ code: string }>(database, sqlText).map(({ code }) => code));
  return {
    numbers: texts('SELECT number AS code FROM customers'),
    cards: texts('SELECT card_no AS code FROM customers WHERE card_no IS NOT NULL'),
    phones: texts('SELECT DISTINCT e164 AS code FROM contact_methods WHERE e164 IS NOT NULL'),
  };
};

/** Ids of products by their name, and of staff by theirs; of several with one name, the first. */
export const listNamesOfProductsAndStaff = (
  database: StoreDatabase,
): { products: ReadonlyMap<string, ProductId>; staff: ReadonlyMap<string, StaffId> } => ({
  products: new Map(
    rows(database, sqlite.selectFrom('products').select(['name', 'id']).orderBy('id', 'desc')).map(({ name, id }) => [name, id]),
  ),
  staff: new Map(
    rows(database, sqlite.selectFrom('staff').select(['name', 'id']).orderBy('id', 'desc')).map(({ name, id }) => [name, id]),
  ),
});

/** Everyone to whom the attached rows bring visits or points: their summaries are to be recounted. */
export const listPeopleWithFactsInScratch = (database: StoreDatabase): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    'SELECT customer_id AS id FROM scratch.visits UNION SELECT customer_id FROM scratch.points_entries',
  ).map(({ id }) => id);

/** The summary of everyone in the attached file of whom nothing has been counted: the schema's own zeros. */
export const insertEmptySummaries = (database: StoreDatabase): void => {
  plainRun(
    database,
    `INSERT INTO main.customer_summaries (customer_id) SELECT id FROM scratch.customers AS fresh
     WHERE NOT EXISTS (SELECT 1 FROM main.customer_summaries AS counted WHERE counted.customer_id = fresh.id) ORDER BY id`,
  );
};

export const listUpdatesOfScratch = (database: StoreDatabase): { customerId: CustomerId; changes: string }[] =>
  plainRows(database, 'SELECT customer_id AS customerId, changes FROM scratch.customer_updates ORDER BY rowid');

/**
 * Whether the store has moved on since the file was read: somebody it counts on is gone, or a number or card it wants to give has been
 * taken. Then nothing is imported, and reading the file again finds out how things stand now.
 */
export const hasScratchConflict = (database: StoreDatabase): boolean =>
  (plainRows<{ conflicts: number }>(
    database,
    `SELECT
      (SELECT count(*) FROM scratch.customers AS fresh JOIN main.customers AS known ON known.number = fresh.number)
      + (SELECT count(*) FROM scratch.customers AS fresh JOIN main.customers AS known ON known.card_no = fresh.card_no)
      + (SELECT count(*) FROM (SELECT customer_id FROM scratch.visits UNION SELECT customer_id FROM scratch.customer_updates
           UNION SELECT customer_id FROM scratch.points_entries) AS named
         WHERE named.customer_id NOT IN (SELECT id FROM scratch.customers)
           AND NOT EXISTS (SELECT 1 FROM main.customers AS known WHERE known.id = named.customer_id AND known.removed_at IS NULL))
      AS conflicts`,
  )[0]?.conflicts ?? 0) > 0;

/** What was chosen for the last file with this header. */
export const findImportMapping = (database: StoreDatabase, signature: string) =>
  firstRow(database, sqlite.selectFrom('import_mappings').selectAll().where('signature', '=', signature));

/** Keeps what was chosen for files with a header, in the place of what was kept before. */
export const putImportMapping = (database: StoreDatabase, row: Selectable<ImportsTables['import_mappings']>): void => {
  execute(
    database,
    sqlite
      .insertInto('import_mappings')
      .values(row)
      .onConflict((conflict) => conflict.column('signature').doUpdateSet(row)),
  );
};

export const deleteImportMapping = (database: StoreDatabase, signature: string): void => {
  execute(database, sqlite.deleteFrom('import_mappings').where('signature', '=', signature));
};

/** Notes a row that an import added to what was here before, for its undo. */
export const insertImportAddition = (database: StoreDatabase, row: Selectable<ImportsTables['import_additions']>): void => {
  execute(database, sqlite.insertInto('import_additions').values(row));
};
