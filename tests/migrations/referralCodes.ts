import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 501: customers stay as they were; a code is one person's, who may have several. */
export const referralCodesStep = (database: () => StoreDatabase) => {
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
      const add = (code: string, customer: number) =>
        plainRun(store, 'INSERT INTO referral_codes (code, customer_id, at) VALUES (@code, @customer, 1)', {
          code,
          customer: customerIdOf(customer),
        });
      add('A23456', 1);
      add('B23456', 1);
      expect(() => add('A23456', 2)).toThrow(/UNIQUE/);
      plainRun(store, 'DELETE FROM referral_codes');
    },
  };
};
