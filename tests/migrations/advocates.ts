import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 502: customers stay as they were; a number is given once. */
export const advocatesStep = (database: () => StoreDatabase) => {
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
      const add = (id: string, kind: string, number: number) =>
        plainRun(
          store,
          `INSERT INTO advocates (id, customer_id, kind, number, title, since_on, at)
           VALUES (@id, @customer, @kind, @number, '体验官', '2026-11-21', 1)`,
          { id, kind, number, customer: customerIdOf(1) },
        );
      add('a', 'advocate', 1);
      add('b', 'tester', 2);
      expect(() => add('c', 'tester', 2)).toThrow(/UNIQUE/);
      expect(() => add('d', 'critic', 3)).toThrow(/CHECK/);
      plainRun(store, 'DELETE FROM advocates');
    },
  };
};
