import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const people = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM customers ORDER BY id');
let before: unknown;

/** To version 80: nobody changes, and what a bulk edit or the box keeps of somebody goes with that person. */
export const listsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = people(database());
  },
  expectAfter: () => {
    expect(people(database())).toEqual(before);
    const customerId = customerIdOf(3);
    plainRun(database(), 'INSERT INTO recent_customers (customer_id, opened_at) VALUES (@customerId, 1)', { customerId });
    plainRun(
      database(),
      `INSERT INTO bulk_edits (id, at, business_date, action) VALUES ('edit', 1, '2026-11-21', '{"kind":"remove"}')`,
    );
    plainRun(database(), `INSERT INTO bulk_edit_rows (bulk_edit_id, customer_id, before) VALUES ('edit', @customerId, 'null')`, {
      customerId,
    });
    for (const table of ['points_entries', 'visits', 'customers'])
      plainRun(database(), `DELETE FROM ${table} WHERE ${table === 'customers' ? 'id' : 'customer_id'} = @customerId`, {
        customerId,
      });
    expect(plainRows(database(), 'SELECT * FROM recent_customers')).toEqual([]);
    expect(plainRows(database(), 'SELECT * FROM bulk_edit_rows')).toEqual([]);
  },
});
