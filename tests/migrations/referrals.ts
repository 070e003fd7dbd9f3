import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 460: who brought whom stays as it was, without an event; what is said from now on is append-only. */
export const referralsStep = (database: () => StoreDatabase) => {
  const referrers = (): unknown[] => plainRows(database(), 'SELECT id, referrer_id FROM customers ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(database(), 'UPDATE customers SET referrer_id = @one WHERE id = @two', {
        one: customerIdOf(1),
        two: customerIdOf(2),
      });
      before = referrers();
    },
    expectAfter: () => {
      const store = database();
      expect(referrers()).toEqual(before);
      expect(plainRows(store, 'SELECT * FROM referral_events')).toEqual([]);
      plainRun(
        store,
        `INSERT INTO referral_events (id, customer_id, referrer_id, at, business_date, kind)
         VALUES ('a', @two, @one, 1, '2026-11-01', 'named')`,
        { one: customerIdOf(1), two: customerIdOf(2) },
      );
      for (const change of ['at = 2', 'referrer_id = customer_id'])
        expect(() => plainRun(store, `UPDATE referral_events SET ${change}`)).toThrow(/append-only/);
      plainRun(store, 'DELETE FROM referral_events');
    },
  };
};
