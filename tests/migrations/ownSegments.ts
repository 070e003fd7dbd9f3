import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 590: customers stay as they were; a static segment names its day, and its people go with it. */
export const ownSegmentsStep = (database: () => StoreDatabase) => {
  const customers = (): unknown[] => plainRows(database(), 'SELECT * FROM customers ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = customers();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(customers()).toEqual(before);
      const add = (id: string, kind: string, frozenOn: string | null) =>
        plainRun(
          store,
          `INSERT INTO own_segments (id, name, tree, kind, frozen_on, position, changed_on, created_at, changed_at)
           VALUES (@id, '老客', '{}', @kind, @frozenOn, 1, '2026-11-21', 1, 1)`,
          { id, kind, frozenOn },
        );
      add('live', 'live', null);
      add('static', 'static', '2026-11-21');
      expect(() => add('third', 'static', null)).toThrow(/CHECK/);
      plainRun(store, `INSERT INTO own_segment_members VALUES ('static', @customer)`, { customer: customerIdOf(1) });
      plainRun(store, `DELETE FROM own_segments`);
      expect(plainRows(store, 'SELECT * FROM own_segment_members')).toEqual([]);
    },
  };
};
