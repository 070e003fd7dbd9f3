import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { CustomerId, ImportId, ProductId, StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, plainRows, plainRun, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { PEOPLE_OF_SCRATCH } from './scratch.ts';
import type { Places } from './scratch.ts';
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
    .where('state', '=', 'finished')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  return firstRow(database, form === null ? standing : standing.where('form', '=', form));
};

export type ImportRow = Selectable<ImportsTable>;

export const insertImport = (database: StoreDatabase, row: ImportRow): void => {
  execute(database, sqlite.insertInto('imports').values(row));
};

export const setImportState = (database: StoreDatabase, id: ImportId, state: ImportRow['state']): void => {
  execute(database, sqlite.updateTable('imports').set({ state }).where('id', '=', id));
};

/** Imports that have come in or gone back in part only. */
export const listUnfinishedImports = (database: StoreDatabase): ImportId[] =>
  plainRows<{ id: ImportId }>(database, `SELECT id FROM imports WHERE state <> 'finished' ORDER BY at, id`).map(({ id }) => id);

export const findImport = (database: StoreDatabase, id: ImportId): ImportRow | undefined =>
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

export const listPeopleInLine = (database: StoreDatabase, places: Places): CustomerId[] =>
  plainRows<{ id: CustomerId }>(database, `SELECT customer_id AS id FROM ${PEOPLE_OF_SCRATCH}`, places).map(({ id }) => id);

/** Of some people in line, those to whom the attached rows bring visits or points: their summaries are to be recounted. */
export const listPeopleWithFactsInScratch = (database: StoreDatabase, places: Places): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    `SELECT customer_id AS id FROM scratch.visits WHERE customer_id IN ${PEOPLE_OF_SCRATCH}
     UNION SELECT customer_id FROM scratch.points_entries WHERE customer_id IN ${PEOPLE_OF_SCRATCH}`,
    places,
  ).map(({ id }) => id);

/** The summary of every newcomer among some people in line of whom nothing has been counted: the schema's own zeros. */
export const insertEmptySummaries = (database: StoreDatabase, places: Places): void => {
  plainRun(
    database,
    `INSERT INTO main.customer_summaries (customer_id) SELECT id FROM scratch.customers AS fresh WHERE id IN ${PEOPLE_OF_SCRATCH}
     AND NOT EXISTS (SELECT 1 FROM main.customer_summaries AS counted WHERE counted.customer_id = fresh.id) ORDER BY id`,
    places,
  );
};

export const listUpdatesOfScratch = (database: StoreDatabase, places: Places): { customerId: CustomerId; changes: string }[] =>
  plainRows(
    database,
    `SELECT customer_id AS customerId, changes FROM scratch.customer_updates WHERE customer_id IN ${PEOPLE_OF_SCRATCH} ORDER BY rowid`,
    places,
  );

/**
 * Whether the store has moved on since the file was read: one of these people is gone, or a number or card that they are to get has
 * been given to somebody else. Then the whole import is taken back, and reading the file again finds out how things stand now.
 */
export const hasScratchConflict = (database: StoreDatabase, places: Places): boolean =>
  (plainRows<{ conflicts: number }>(
    database,
    `SELECT
      (SELECT count(*) FROM scratch.customers AS fresh CROSS JOIN main.customers AS known ON known.number = fresh.number
         WHERE fresh.id IN ${PEOPLE_OF_SCRATCH})
      + (SELECT count(*) FROM scratch.customers AS fresh CROSS JOIN main.customers AS known ON known.card_no = fresh.card_no
         WHERE fresh.id IN ${PEOPLE_OF_SCRATCH})
      + (SELECT count(*) FROM scratch.people AS named WHERE position > @after AND position <= @upTo
           AND NOT EXISTS (SELECT 1 FROM scratch.customers AS fresh WHERE fresh.id = named.customer_id)
           AND NOT EXISTS (SELECT 1 FROM main.customers AS known WHERE known.id = named.customer_id AND known.removed_at IS NULL))
      AS conflicts`,
    places,
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
