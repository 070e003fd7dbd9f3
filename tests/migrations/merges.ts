import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const points = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM points_entries ORDER BY id');
let before: unknown;

/** To version 60: everyone is present and active, and the ledger is as closed as before. */
export const mergesStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = points(database());
  },
  expectAfter: () => {
    expect(points(database())).toEqual(before);
    expect(plainRows(database(), 'SELECT DISTINCT merged_into_id, is_inactive FROM customers')).toEqual([
      { merged_into_id: null, is_inactive: 0 },
    ]);
    const change = (what: string) => () => plainRun(database(), `UPDATE points_entries SET ${what}`);
    expect(change('points = points + 1')).toThrow();
    expect(change(`customer_id = '${customerIdOf(1)}'`)).toThrow();
  },
});
