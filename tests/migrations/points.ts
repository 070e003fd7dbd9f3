import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { fillDatabase } from '../faults/support/fill.ts';

const entries = (database: StoreDatabase): unknown =>
  plainRows(
    database,
    `SELECT id, customer_id, at, business_date, kind, points, reason, visit_id, reverses_id, staff_id, import_id
     FROM points_entries ORDER BY id`,
  );
let before: unknown;

/** To version 400: every entry is carried over and never lapses; the ledger stays append-only; a visit says what it was paid with. */
export const pointsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = entries(database());
    expect(before).not.toEqual([]);
  },
  expectAfter: () => {
    const store = database();
    expect(entries(store)).toEqual(before);
    const lapsing = 'SELECT id FROM points_entries WHERE expires_on IS NOT NULL OR idle_months IS NOT NULL';
    expect(plainRows(store, lapsing)).toEqual([]);
    for (const change of ['points = 1', `expires_on = '2026-12-31'`, 'idle_months = 1', 'concerns_id = id'])
      expect(() => plainRun(store, `UPDATE points_entries SET ${change}`)).toThrow(/append-only/);
    const [visit] = plainRows<{ id: string }>(store, 'SELECT id FROM visits LIMIT 1');
    const pay = (method: string, points: number | null) =>
      plainRun(store, 'INSERT INTO visit_payments (visit_id, method, cents, points) VALUES (@visit, @method, 1, @points)', {
        visit: visit?.id ?? null,
        method,
        points,
      });
    pay('cash', null);
    pay('points', 5);
    expect(() => pay('cash', null)).toThrow(/UNIQUE/);
    expect(() => pay('wechat', 5)).toThrow(/CHECK/);
    plainRun(store, 'DELETE FROM visit_payments');
  },
});

/** To version 495: earnings and adjustments are found by their day; nothing in the ledger changes. */
export const unusualPointsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = entries(database());
    expect(before).not.toEqual([]);
  },
  expectAfter: () => {
    expect(entries(database())).toEqual(before);
    const plan = (kind: string) =>
      plainRows<{ detail: string }>(
        database(),
        `EXPLAIN QUERY PLAN SELECT 1 FROM points_entries WHERE kind = '${kind}' AND business_date >= '2026-11-01'`,
      ).map(({ detail }) => detail);
    expect(plan('earn')).toEqual([expect.stringContaining('points_entries_earned_by_day')]);
    expect(plan('adjust')).toEqual([expect.stringContaining('points_entries_adjusted_by_day')]);
  },
});
