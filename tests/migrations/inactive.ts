import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const changes = (database: StoreDatabase): unknown =>
  plainRows(
    database,
    'SELECT id, customer_id, at, business_date, action, fields, before, import_id, staff_id FROM customer_changes ORDER BY id',
  );
let before: unknown;

/** To version 110: what was done to cards is kept, active people stay active, and a mark of before gets a day. */
export const inactiveStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    plainRun(
      database(),
      `INSERT INTO customer_changes (id, customer_id, at, business_date, action, fields, before)
       VALUES ('c1', @id, 5, '2026-11-01', 'edited', '["phone"]', '{"phone":"1"}')`,
      { id: customerIdOf(1) },
    );
    plainRun(database(), 'UPDATE customers SET is_inactive = 1, changed_at = 1763700000000 WHERE id = @id', {
      id: customerIdOf(2),
    });
    before = changes(database());
  },
  expectAfter: () => {
    expect(changes(database())).toEqual(before);
    expect(plainRows(database(), 'SELECT id, inactive_on, inactive_reason FROM customers WHERE inactive_on IS NOT NULL')).toEqual(
      [{ id: customerIdOf(2), inactive_on: '2025-11-21', inactive_reason: null }],
    );
    const insert = (id: string, action: string) => () =>
      plainRun(
        database(),
        `INSERT INTO customer_changes (id, customer_id, at, business_date, action, fields, before)
         VALUES (@id, @customerId, 6, '2026-11-02', @action, '[]', '{}')`,
        { id, action, customerId: customerIdOf(1) },
      );
    expect(insert('c2', 'forgotten')).toThrow();
    for (const [index, action] of ['made_inactive', 'made_active', 'merged', 'merge_undone'].entries())
      expect(insert(`d${index}`, action)()).toBe(1);
  },
});
