import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 492: nobody has growth yet; a row says of which visit, and stays as it is. */
export const growthStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
  },
  expectAfter: () => {
    const store = database();
    const [visit] = plainRows<{ id: string }>(store, 'SELECT id FROM visits LIMIT 1');
    const add = (kind: string, growth: number) =>
      plainRun(
        store,
        `INSERT INTO growth_entries (id, customer_id, at, business_date, kind, growth, visit_id)
         VALUES (@kind, @owner, 1, '2026-11-01', @kind, @growth, @visit)`,
        { kind, growth, owner: customerIdOf(1), visit: visit?.id ?? '' },
      );
    expect(() => add('return', -1)).toThrow(/CHECK/);
    expect(() => add('earn', 0)).toThrow(/CHECK/);
    add('earn', 5);
    expect(() => plainRun(store, 'UPDATE growth_entries SET growth = 6')).toThrow(/append-only/);
    plainRun(store, 'DELETE FROM growth_entries');
  },
});
