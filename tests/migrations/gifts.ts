import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 466: rewards and their pieces stay as they were; pieces of a gift stay counted when a person goes. */
export const giftsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    const store = database();
    fillDatabase(store);
    plainRun(
      store,
      `INSERT INTO rewards (id, name, position, points, cash_cents, stock_rule, tier_ids, created_at, changed_at)
        VALUES ('r', '杯', 0, 500, 0, 'stop', '[]', 1, 1)`,
    );
    plainRun(
      store,
      `INSERT INTO reward_movements (id, reward_id, at, business_date, kind, quantity) VALUES ('in', 'r', 1, '2026-11-01', 'received', 5)`,
    );
  },
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT id, points, is_sample FROM rewards')).toEqual([{ id: 'r', points: 500, is_sample: 0 }]);
    const run = (text: string) => plainRun(store, text, { owner: customerIdOf(1) });
    run(`INSERT INTO gifts (id, customer_id, at, business_date, reason, what, cost_cents)
      VALUES ('g', @owner, 1, '2026-11-01', '赔礼', '', 1200)`);
    run(`INSERT INTO gift_items (gift_id, reward_id, name, quantity, cost_cents) VALUES ('g', 'r', '杯', 1, 1200)`);
    run(`INSERT INTO reward_movements (id, reward_id, at, business_date, kind, quantity, gift_id)
      VALUES ('out', 'r', 2, '2026-11-01', 'given', -1, 'g')`);
    plainRun(store, 'DELETE FROM gifts');
    expect(plainRows(store, 'SELECT id, quantity, gift_id FROM reward_movements ORDER BY id')).toEqual([
      { id: 'in', quantity: 5, gift_id: null },
      { id: 'out', quantity: -1, gift_id: null },
    ]);
    for (const table of ['reward_movements', 'rewards']) plainRun(store, `DELETE FROM ${table}`);
  },
});
