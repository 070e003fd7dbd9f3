import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const customers = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM customers ORDER BY id');
let before: unknown;

/** To version 90: nobody's data is touched, nobody is scored yet, and what belongs to a customer goes with them. */
export const careStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = customers(database());
  },
  expectAfter: () => {
    const store = database();
    expect(customers(store)).toEqual(before);
    expect(plainRows(store, 'SELECT * FROM customer_care')).toEqual([]);
    const customerId = customerIdOf(1);
    plainRun(store, 'INSERT INTO customer_care (customer_id, score, missing, flawed) VALUES (@customerId, 40, 3, 0)', {
      customerId,
    });
    plainRun(store, `INSERT INTO intakes (id, customer_id, fields, opened_at) VALUES ('one', @customerId, '[]', 1)`, {
      customerId,
    });
    const openAnother = (): unknown => plainRun(store, `INSERT INTO intakes (id, fields, opened_at) VALUES ('two', '[]', 2)`);
    expect(openAnother).toThrow();
    plainRun(store, `UPDATE intakes SET closed_at = 3`);
    openAnother();
    plainRun(store, `DELETE FROM intakes`);
    plainRun(store, `DELETE FROM customer_care`);
  },
});
