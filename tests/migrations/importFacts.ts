import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const rows: Readonly<Record<string, string>> = {
  important_dates: `(id, customer_id, kind, label, calendar, month, day) VALUES ('d', @owner, 'anniversary', '结婚', 'solar', 5, 20)`,
  family_members: `(id, customer_id, name, relation) VALUES ('f', @owner, '豆豆', '女儿')`,
  safety_facts: `(id, customer_id, kind, what, created_at) VALUES ('s', @owner, 'allergy', '青霉素', 0)`,
  patch_tests: `(id, customer_id, what, result, done_on, created_at) VALUES ('p', @owner, '染发', 'pass', '2026-01-01', 0)`,
};

/** To version 100: what stood there came with no import, and an import can be named from now on, but none that is not there. */
export const importFactsStep = (database: () => StoreDatabase) => {
  let before: Record<string, unknown>[] = [];
  const all = (): Record<string, unknown>[] =>
    Object.keys(rows).flatMap((table) => plainRows<Record<string, unknown>>(database(), `SELECT * FROM ${table} ORDER BY id`));
  return {
    insertBefore: () => {
      fillDatabase(database());
      for (const [table, row] of Object.entries(rows))
        plainRun(database(), `INSERT INTO ${table} ${row}`, { owner: customerIdOf(1) });
      before = all();
    },
    expectAfter: () => {
      expect(before.length).toBeGreaterThanOrEqual(Object.keys(rows).length);
      expect(all()).toEqual(before.map((row) => ({ ...row, import_id: null })));
      for (const table of Object.keys(rows))
        expect(() => plainRun(database(), `UPDATE ${table} SET import_id = 'nobody'`)).toThrow(/FOREIGN KEY/);
    },
  };
};
