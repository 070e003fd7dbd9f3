import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 320: everybody stays as they were; a record goes with its customer, and stays without a thing or a visit that is gone. */
export const serviceRecordsStep = (database: () => StoreDatabase) => {
  const people = (): unknown[] => plainRows(database(), 'SELECT id, name, revision FROM customers ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO things (id, customer_id, type, name, created_at, changed_at) VALUES ('car', @owner, 'car', '奥迪', 1, 1)`,
        { owner: customerIdOf(1) },
      );
      before = people();
    },
    expectAfter: () => {
      const store = database();
      expect(people()).toEqual(before);
      plainRun(
        store,
        `INSERT INTO record_types (id, name, position, fields, created_at, changed_at) VALUES ('type', '保养单', 0, '[]', 1, 1)`,
      );
      for (const [id, customer, thing] of [
        ['one', customerIdOf(1), 'car'],
        ['two', customerIdOf(2), null],
      ] as const)
        plainRun(
          store,
          `INSERT INTO service_records (id, customer_id, type_id, type_name, thing_id, at, business_date, entries, created_at, changed_at)
           VALUES (@id, @customer, 'type', '保养单', @thing, 1, '2026-11-01', '[]', 1, 1)`,
          { id, customer, thing },
        );
      expect(() => plainRun(store, `UPDATE service_records SET entries = '{'`)).toThrow(/CHECK/);
      plainRun(store, `DELETE FROM things WHERE id = 'car'`);
      expect(plainRows(store, 'SELECT id, thing_id FROM service_records ORDER BY id')).toEqual([
        { id: 'one', thing_id: null },
        { id: 'two', thing_id: null },
      ]);
      plainRun(store, 'DELETE FROM service_records');
      plainRun(store, 'DELETE FROM record_types');
    },
  };
};
