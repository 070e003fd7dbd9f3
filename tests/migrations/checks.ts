import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

/** To version 190: the store is checked and the clock confirmed from now on; what the audit log holds is untouched and found by its time. */
export const checksStep = (database: () => StoreDatabase) => {
  const read = (): unknown[] => plainRows(database(), 'SELECT sequence, at, hex(hash) AS hash FROM audit_log ORDER BY sequence');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      before = read();
    },
    expectAfter: () => {
      const store = database();
      expect(read()).toEqual(before);
      plainRun(store, `INSERT INTO store_checks (id, at, problems) VALUES ('one', 10, '["points"]')`);
      expect(plainRows(store, 'SELECT at, problems FROM store_checks')).toEqual([{ at: 10, problems: '["points"]' }]);
      plainRun(store, 'INSERT INTO clock_marks (at, ignored_until) VALUES (10, 20)');
      expect(() => plainRun(store, 'INSERT INTO clock_marks (at, ignored_until) VALUES (30, 20)')).toThrow(/CHECK/);
      expect(
        plainRows<{ detail: string }>(store, 'EXPLAIN QUERY PLAN SELECT max(at) FROM audit_log WHERE at > 5')[0]?.detail,
      ).toMatch(/audit_log_by_time/);
      plainRun(store, 'DELETE FROM store_checks');
      plainRun(store, 'DELETE FROM clock_marks');
    },
  };
};
