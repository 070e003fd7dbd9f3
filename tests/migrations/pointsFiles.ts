import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 550: the ledger of points stays as it was; a row of a file has an entry exactly when it was written, and stays as confirmed. */
export const pointsFilesStep = (database: () => StoreDatabase) => {
  const ledger = (): unknown[] => plainRows(database(), 'SELECT * FROM points_entries ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = ledger();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(ledger()).toEqual(before);
      plainRun(
        store,
        `INSERT INTO points_files (id, at, business_date, file_name, file_sha256) VALUES ('file', 1, '2026-11-21', 'a.csv', 'a')`,
      );
      const add = (line: number, state: string, why: string | null, points = 5) =>
        plainRun(
          store,
          `INSERT INTO points_file_rows (file_id, line, customer_id, points, reason, state, why)
           VALUES ('file', @line, @customerId, @points, '补', @state, @why)`,
          { line, state, why, points, customerId: customerIdOf(1) },
        );
      add(2, 'planned', null);
      expect(() => add(2, 'planned', null)).toThrow(/UNIQUE/);
      expect(() => add(3, 'done', null)).toThrow(/CHECK/);
      expect(() => add(3, 'left', null)).toThrow(/CHECK/);
      expect(() => add(3, 'planned', null, 0)).toThrow(/CHECK/);
      expect(() => plainRun(store, 'UPDATE points_file_rows SET points = 6')).toThrow(/stays as it was/);
      plainRun(store, `UPDATE points_file_rows SET state = 'left', why = 'below_zero'`);
      expect(() => plainRun(store, `UPDATE points_files SET back_count = 1`)).toThrow(/CHECK/);
      plainRun(store, `DELETE FROM points_files`);
      expect(plainRows(store, 'SELECT * FROM points_file_rows')).toEqual([]);
    },
  };
};
