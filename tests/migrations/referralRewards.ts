import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 461: visits stay as they were; what was given for bringing somebody is append-only, and taking back names what it takes. */
export const referralRewardsStep = (database: () => StoreDatabase) => {
  const visits = (): unknown[] => plainRows(database(), 'SELECT * FROM visits ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = visits();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(visits()).toEqual(before);
      const [visit] = plainRows<{ id: string }>(store, 'SELECT id FROM visits LIMIT 1');
      const add = (id: string, kind: string, reverses: string | null) =>
        plainRun(
          store,
          `INSERT INTO referral_rewards (id, customer_id, referrer_id, visit_id, at, business_date, kind, reverses_id, least_cents, referrer_state)
           VALUES (@id, @two, @one, @visit, 1, '2026-11-01', @kind, @reverses, 0, 'given')`,
          { id, kind, reverses, one: customerIdOf(1), two: customerIdOf(2), visit: visit?.id ?? null },
        );
      add('a', 'given', null);
      expect(() => add('b', 'taken_back', null)).toThrow(/CHECK/);
      add('b', 'taken_back', 'a');
      expect(() => add('c', 'taken_back', 'a')).toThrow(/UNIQUE/);
      for (const change of ['least_cents = 1', 'customer_id = referrer_id'])
        expect(() => plainRun(store, `UPDATE referral_rewards SET ${change}`)).toThrow(/append-only/);
      plainRun(store, 'DELETE FROM referral_rewards');
    },
  };
};
