import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 420: lines stay as they were, and do not know what they earned; a rule is about a product or a category, not both. */
export const earningRulesStep = (database: () => StoreDatabase) => {
  const lines = (): unknown[] => plainRows(database(), 'SELECT visit_id, position, id, name, amount_cents FROM visit_lines');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = lines();
      expect(before.length).toBeGreaterThan(0);
    },
    expectAfter: () => {
      const store = database();
      expect(lines()).toEqual(before);
      expect(plainRows(store, 'SELECT id FROM visit_lines WHERE points_earned IS NOT NULL')).toEqual([]);
      const add = (percent: number, weekdays: string) =>
        plainRun(
          store,
          `INSERT INTO earning_rules (id, name, percent, weekdays, month_days, position, created_at, changed_at)
           VALUES ('a', '双倍日', @percent, @weekdays, '[8]', 0, 1, 1)`,
          { percent, weekdays },
        );
      expect(() => add(-1, '[]')).toThrow(/CHECK/);
      expect(() => add(200, 'Monday')).toThrow(/CHECK/);
      add(200, '[1]');
      expect(() => plainRun(store, `UPDATE earning_rules SET category = '茶', product_id = 'p'`, {})).toThrow(/CHECK/);
      plainRun(store, 'DELETE FROM earning_rules');
    },
  };
};

/** To version 425: the steps of a tier are added, never changed. */
export const tiersStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
  },
  expectAfter: () => {
    const store = database();
    plainRun(
      store,
      `INSERT INTO tiers (id, name, position, threshold, perks, created_at, changed_at) VALUES ('g', '金卡', 0, 1, '[]', 1, 1)`,
      {},
    );
    plainRun(
      store,
      `INSERT INTO tier_events (id, customer_id, at, business_date, kind, tier_id)
       VALUES ('s', @owner, 1, '2026-11-01', 'upgrade', 'g')`,
      { owner: customerIdOf(1) },
    );
    expect(() => plainRun(store, `UPDATE tier_events SET tier_id = NULL`, {})).toThrow(/append-only/);
    plainRun(store, 'DELETE FROM tier_events');
    plainRun(store, 'DELETE FROM tiers');
  },
});
