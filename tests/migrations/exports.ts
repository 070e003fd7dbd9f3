import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { fillDatabase } from '../faults/support/fill.ts';

const people = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM customers ORDER BY id');
let before: unknown;

/** To version 95: nothing has left the shop yet, and only what can leave is written down. */
export const exportsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = people(database());
  },
  expectAfter: () => {
    expect(people(database())).toEqual(before);
    expect(plainRows(database(), 'SELECT * FROM exports')).toEqual([]);
    const insert = (kind: string) => () =>
      plainRun(
        database(),
        `INSERT INTO exports (id, at, kind, format, row_count, columns, file_name) VALUES ('e', 1, '${kind}', 'csv', 3, '[]', 'a.csv')`,
      );
    expect(insert('passwords')).toThrow();
    expect(insert('customers')()).toBe(1);
  },
});
