import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 340: everybody stays as they were; values go with their occasion and an incident stays without a thing that is gone. */
export const measurementsStep = (database: () => StoreDatabase) => {
  const people = (): unknown[] => plainRows(database(), 'SELECT id, name, revision FROM customers ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO things (id, customer_id, type, name, created_at, changed_at) VALUES ('dog', @owner, 'pet', '旺财', 1, 1)`,
        { owner: customerIdOf(1) },
      );
      before = people();
    },
    expectAfter: () => {
      const store = database();
      const owner = customerIdOf(1);
      expect(people()).toEqual(before);
      plainRun(
        store,
        `INSERT INTO measures (id, name, position, unit, decimals, created_at, changed_at) VALUES ('weight', '体重', 0, 'kg', 1, 1, 1)`,
      );
      expect(() => plainRun(store, 'UPDATE measures SET decimals = 4')).toThrow(/CHECK/);
      plainRun(
        store,
        `INSERT INTO measurements (id, customer_id, thing_id, at, business_date, created_at, changed_at)
         VALUES ('one', @owner, 'dog', 1, '2026-11-01', 1, 1)`,
        { owner },
      );
      plainRun(store, `INSERT INTO measurement_values (measurement_id, measure_id, value) VALUES ('one', 'weight', 4250)`);
      plainRun(
        store,
        `INSERT INTO incidents (id, customer_id, thing_id, at, business_date, what, severity, created_at, changed_at)
         VALUES ('fall', @owner, 'dog', 1, '2026-11-01', '滑了一跤', 'minor', 1, 1)`,
        { owner },
      );
      expect(() => plainRun(store, `UPDATE incidents SET severity = 'awful'`)).toThrow(/CHECK/);
      plainRun(store, `DELETE FROM things WHERE id = 'dog'`);
      expect(plainRows(store, 'SELECT id, thing_id FROM measurements UNION ALL SELECT id, thing_id FROM incidents')).toEqual([
        { id: 'one', thing_id: null },
        { id: 'fall', thing_id: null },
      ]);
      plainRun(store, 'DELETE FROM measurements');
      expect(plainRows(store, 'SELECT * FROM measurement_values')).toEqual([]);
      plainRun(store, 'DELETE FROM incidents');
      plainRun(store, 'DELETE FROM measures');
    },
  };
};
