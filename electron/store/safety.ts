import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { CustomerId, PatchTestId, ProductId, SafetyFactId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

export type SafetyFactRow = Selectable<Schema['safety_facts']>;
export type PatchTestRow = Selectable<Schema['patch_tests']> & { product_days: number | null };

interface OfCustomer {
  customerId: CustomerId;
}
const customer = parameter<CustomerId>('customerId');

const facts = hotQuery<OfCustomer, SafetyFactRow>(
  sqlite
    .selectFrom('safety_facts')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id'),
);
const tests = hotQuery<OfCustomer, PatchTestRow>(
  sqlite
    .selectFrom('patch_tests')
    .leftJoin('products', 'products.id', 'patch_tests.product_id')
    .selectAll('patch_tests')
    .select('products.patch_test_days as product_days')
    .where('customer_id', '=', customer)
    .where('removed_at', 'is', null)
    .orderBy('patch_tests.created_at')
    .orderBy('patch_tests.id'),
);

/** Everything known that was not removed, ended ones too, in the order in which it was written down. */
export const listSafetyFacts = (database: StoreDatabase, customerId: CustomerId): SafetyFactRow[] =>
  facts.rows(database, { customerId });
/** Every patch test that was not removed, in the order in which they were written down. */
export const listPatchTests = (database: StoreDatabase, customerId: CustomerId): PatchTestRow[] =>
  tests.rows(database, { customerId });

const factById = hotQuery<{ id: SafetyFactId }, SafetyFactRow>(
  sqlite.selectFrom('safety_facts').selectAll().where('id', '=', parameter<SafetyFactId>('id')),
);
const testById = hotQuery<{ id: PatchTestId }, Selectable<Schema['patch_tests']>>(
  sqlite.selectFrom('patch_tests').selectAll().where('id', '=', parameter<PatchTestId>('id')),
);
/** The fact, removed or not. */
export const findSafetyFact = (database: StoreDatabase, id: SafetyFactId): SafetyFactRow | undefined =>
  factById.first(database, { id });
/** The test, removed or not. */
export const findPatchTest = (database: StoreDatabase, id: PatchTestId): Selectable<Schema['patch_tests']> | undefined =>
  testById.first(database, { id });

/** Adds the fact, or writes over the one of that id; what a person has written is no import's any more. */
export const putSafetyFact = (database: StoreDatabase, fact: Omit<SafetyFactRow, 'import_id'>): void => {
  const row = { ...fact, import_id: null };
  const { id: _id, customer_id: _customer, created_at: _created, ...changes } = row;
  execute(
    database,
    sqlite
      .insertInto('safety_facts')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Adds the test, or writes over the one of that id; what a person has written is no import's any more. */
export const putPatchTest = (database: StoreDatabase, test: Omit<Selectable<Schema['patch_tests']>, 'import_id'>): void => {
  const row = { ...test, import_id: null };
  const { id: _id, customer_id: _customer, created_at: _created, ...changes } = row;
  execute(
    database,
    sqlite
      .insertInto('patch_tests')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Marks the fact as removed, or with null brings it back. */
export const markSafetyFact = (database: StoreDatabase, id: SafetyFactId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('safety_facts').set({ removed_at: removedAt }).where('id', '=', id));
};
/** Marks the test as removed, or with null brings it back. */
export const markPatchTest = (database: StoreDatabase, id: PatchTestId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('patch_tests').set({ removed_at: removedAt }).where('id', '=', id));
};

interface TestedProductRow {
  id: ProductId;
  name: string;
  patch_test_days: number | null;
}
const products = hotQuery<{ ids: string }, TestedProductRow>(
  sqlite
    .selectFrom('products')
    .select(['id', 'name', 'patch_test_days'])
    .where('id', 'in', sql<ProductId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`),
);
/** What these products ask of a patch test. */
export const listTestedProducts = (database: StoreDatabase, ids: readonly ProductId[]): TestedProductRow[] =>
  ids.length === 0 ? [] : products.rows(database, { ids: JSON.stringify(ids) });

/** The SQL of the reads above, so that their plans can be asserted. */
export const safetyQueries = { facts: facts.sql, tests: tests.sql, products: products.sql };
