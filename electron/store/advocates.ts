import type { Insertable } from 'kysely';
import type { AdvocateKind } from '../../shared/domain/referrals/advocates.ts';
import type { AdvocateId, CustomerId, ProductTestId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

// Advocates and product testers, and what they were given to test (R094).

const rights = sqlite
  .selectFrom('advocates')
  .leftJoin('staff', 'staff.id', 'advocates.staff_id')
  .select(['advocates.id', 'advocates.customer_id', 'advocates.kind', 'advocates.number', 'advocates.title'])
  .select(['advocates.since_on', 'advocates.ended_on', 'staff.name as staff_name']);
export type AdvocateRow = Awaited<ReturnType<typeof rights.executeTakeFirstOrThrow>>;

const rightsOf = hotQuery<{ customerId: CustomerId }, AdvocateRow>(
  rights
    .where('advocates.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('advocates.since_on', 'desc')
    .orderBy('advocates.id', 'desc'),
);
const rightById = hotQuery<{ id: AdvocateId }, AdvocateRow>(rights.where('advocates.id', '=', parameter<AdvocateId>('id')));

/** What somebody is and was, the latest first. */
export const listAdvocateRights = (database: StoreDatabase, customerId: CustomerId): AdvocateRow[] =>
  rightsOf.rows(database, { customerId });
export const findAdvocate = (database: StoreDatabase, id: AdvocateId): AdvocateRow | undefined =>
  rightById.first(database, { id });

/** Behind the highest number that is in use. */
export const nextAdvocateNumber = (database: StoreDatabase): number =>
  plainRows<{ next: number }>(database, 'SELECT ifnull(max(number), 0) + 1 AS next FROM advocates')[0]?.next ?? 1;

export const insertAdvocate = (database: StoreDatabase, row: Insertable<Schema['advocates']>): void => {
  execute(database, sqlite.insertInto('advocates').values(row));
};
export const writeAdvocateEnd = (database: StoreDatabase, id: AdvocateId, endedOn: LocalDate | null): void => {
  execute(database, sqlite.updateTable('advocates').set({ ended_on: endedOn }).where('id', '=', id));
};
export const deleteAdvocate = (database: StoreDatabase, id: AdvocateId): void => {
  execute(database, sqlite.deleteFrom('advocates').where('id', '=', id));
};

const tests = sqlite.selectFrom('product_tests').select(['id', 'customer_id', 'what', 'given_on', 'said', 'removed_at']);
export type ProductTestRow = Awaited<ReturnType<typeof tests.executeTakeFirstOrThrow>>;

const testsOf = hotQuery<{ customerId: CustomerId; limit: number }, ProductTestRow>(
  tests
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('removed_at', 'is', null)
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
    .limit(parameter<number>('limit')),
);
const testById = hotQuery<{ id: ProductTestId }, ProductTestRow>(tests.where('id', '=', parameter<ProductTestId>('id')));

/** What somebody was given to test, the latest first. */
export const listProductTests = (database: StoreDatabase, customerId: CustomerId, limit: number): ProductTestRow[] =>
  testsOf.rows(database, { customerId, limit });
export const findProductTest = (database: StoreDatabase, id: ProductTestId): ProductTestRow | undefined =>
  testById.first(database, { id });

/** Writes a test down, or over the one of that id. */
export const putProductTest = (database: StoreDatabase, row: Insertable<Schema['product_tests']>): void => {
  const { what, given_on, said } = row;
  execute(
    database,
    sqlite
      .insertInto('product_tests')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ what, given_on, said })),
  );
};
export const markProductTestRemoved = (database: StoreDatabase, id: ProductTestId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('product_tests').set({ removed_at: removedAt }).where('id', '=', id));
};

interface Asked {
  readonly kind: AdvocateKind;
  readonly withEnded: 0 | 1;
}
const standing = `advocates.kind = @kind AND (advocates.ended_on IS NULL OR @withEnded = 1) AND customers.removed_at IS NULL`;
const testedText = 'product_tests WHERE product_tests.customer_id = advocates.customer_id AND product_tests.removed_at IS NULL';
const pageText = `SELECT advocates.id, advocates.customer_id AS customerId, customers.name, advocates.kind, advocates.number, advocates.title,
    advocates.since_on AS sinceOn, advocates.ended_on AS endedOn, (SELECT count(*) FROM ${testedText}) AS tests,
    (SELECT said FROM ${testedText} AND said <> '' ORDER BY given_on DESC, product_tests.id DESC LIMIT 1) AS lastSaid
  FROM advocates JOIN customers ON customers.id = advocates.customer_id
  WHERE ${standing} ORDER BY advocates.since_on DESC, advocates.id DESC LIMIT @limit OFFSET @offset`;
const countText = `SELECT count(*) AS total FROM advocates JOIN customers ON customers.id = advocates.customer_id WHERE ${standing}`;

export interface ListedAdvocate {
  readonly id: AdvocateId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly kind: AdvocateKind;
  readonly number: number;
  readonly title: string;
  readonly sinceOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly tests: number;
  readonly lastSaid: string | null;
}

/** A page of those who are one, the latest first, and how many there are. */
export const listAdvocates = (
  database: StoreDatabase,
  asked: Asked,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: ListedAdvocate[] } => ({
  total: plainRows<{ total: number }>(database, countText, { ...asked })[0]?.total ?? 0,
  rows: plainRows(database, pageText, { ...asked, ...page }),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const advocateQueries = {
  rightsOf: rightsOf.sql,
  rightById: rightById.sql,
  testsOf: testsOf.sql,
  testById: testById.sql,
  page: pageText,
  count: countText,
};
