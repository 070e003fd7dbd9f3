import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const said = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM consents ORDER BY id');
const planOf = (database: StoreDatabase, sql: string): string =>
  plainRows<{ detail: string }>(database, `EXPLAIN QUERY PLAN ${sql}`)
    .map(({ detail }) => detail)
    .join('\n');
let before: unknown;

/** To version 200: what was said stands as it did, and who said yes is found by an index. */
export const consentFilterStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    for (const [id, state] of [
      ['one', 'given'],
      ['two', 'withdrawn'],
    ])
      plainRun(
        database(),
        `INSERT INTO consents (id, customer_id, purpose, state, on_date, way, wording_version, at)
         VALUES (@id, @customer, 'post', @state, '2026-11-01', 'in_person', 1, 1)`,
        { id, state, customer: customerIdOf(1) },
      );
    before = said(database());
  },
  expectAfter: () => {
    expect(said(database())).toEqual(before);
    expect(
      planOf(database(), `SELECT customer_id FROM consents WHERE purpose = 'post' AND state = 'given' AND undone_at IS NULL`),
    ).toContain('consents_given');
    expect(planOf(database(), 'SELECT id FROM customers WHERE consent_withdrawn_on IS NOT NULL')).toContain(
      'customers_withdrawn',
    );
  },
});
