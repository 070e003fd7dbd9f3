import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 465: points stay as they were; what was given for them is append-only, and pieces stay counted when a person goes. */
export const rewardsStep = (database: () => StoreDatabase) => {
  const points = (): unknown[] => plainRows(database(), 'SELECT * FROM points_entries ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = points();
    },
    expectAfter: () => {
      const store = database();
      expect(points()).toEqual(before);
      const run = (text: string) => plainRun(store, text, { owner: customerIdOf(1) });
      run(`INSERT INTO rewards (id, name, position, points, cash_cents, stock_rule, tier_ids, created_at, changed_at)
        VALUES ('r', '杯', 0, 500, 0, 'stop', '[]', 1, 1)`);
      run(
        `INSERT INTO points_entries (id, customer_id, at, business_date, kind, points) VALUES ('p', @owner, 1, '2026-11-01', 'redeem', -500)`,
      );
      const got = (id: string, cash: number, method: string) =>
        run(`INSERT INTO reward_redemptions (id, customer_id, reward_id, name, quantity, points, cash_cents, method, at, business_date)
          VALUES ('${id}', @owner, 'r', '杯', 1, 500, ${cash}, ${method}, 1, '2026-11-01')`);
      got('a', 0, 'NULL');
      expect(() => got('b', 100, 'NULL')).toThrow(/CHECK/);
      run(`INSERT INTO reward_entries (id, redemption_id, position, at, business_date, kind, points_entry_id, cash_cents)
        VALUES ('e', 'a', 0, 1, '2026-11-01', 'redeem', 'p', 0)`);
      run(`INSERT INTO reward_movements (id, reward_id, at, business_date, kind, quantity, entry_id)
        VALUES ('m', 'r', 1, '2026-11-01', 'given', -1, 'e')`);
      for (const change of [
        'reward_redemptions SET points = 1',
        'reward_entries SET cash_cents = 2',
        'reward_movements SET quantity = 0',
      ])
        expect(() => run(`UPDATE ${change}`)).toThrow(/append-only/);
      plainRun(store, 'DELETE FROM reward_redemptions');
      expect(plainRows(store, 'SELECT entry_id, quantity FROM reward_movements')).toEqual([{ entry_id: null, quantity: -1 }]);
      for (const table of ['reward_movements', 'rewards']) plainRun(store, `DELETE FROM ${table}`);
      plainRun(store, `DELETE FROM points_entries WHERE id = 'p'`);
    },
  };
};
