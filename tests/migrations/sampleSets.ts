import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 503: gifts of before began as no set; what one held is JSON. */
export const sampleSetsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    plainRun(
      database(),
      `INSERT INTO gifts (id, customer_id, at, business_date, reason, what, cost_cents) VALUES ('g', @owner, 1, '2026-11-01', 'vip', '茶', 5)`,
      { owner: customerIdOf(1) },
    );
  },
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT what, set_name, set_items FROM gifts')).toEqual([
      { what: '茶', set_name: null, set_items: null },
    ]);
    expect(plainRows(store, 'SELECT id FROM sample_sets')).toEqual([]);
    expect(() => plainRun(store, `UPDATE gifts SET set_items = 'two creams'`)).toThrow(/CHECK/);
    plainRun(store, 'DELETE FROM gifts');
  },
});
