import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { fillDatabase } from '../faults/support/fill.ts';

const payments = (database: StoreDatabase): unknown =>
  plainRows(database, 'SELECT visit_id, method, cents, points FROM visit_payments ORDER BY visit_id, method');
let before: unknown;

/** To version 430: payments of visits are carried over and can be of stored value; the ledger of stored value is empty and append-only. */
export const storedValueStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    plainRun(
      database(),
      `INSERT INTO visit_payments (visit_id, method, cents, points)
       SELECT id, 'points', 100, 10 FROM visits UNION ALL SELECT id, 'cash', 200, NULL FROM visits`,
    );
    before = payments(database());
    expect(before).not.toEqual([]);
  },
  expectAfter: () => {
    const store = database();
    expect(payments(store)).toEqual(before);
    const [visit] = plainRows<{ id: string; customer: string }>(
      store,
      'SELECT id, customer_id AS customer FROM visits WHERE customer_id IS NOT NULL LIMIT 1',
    );
    const pay = (gift: number | null) =>
      plainRun(store, `INSERT INTO visit_payments (visit_id, method, cents, gift_cents) VALUES (@id, 'stored', 5, @gift)`, {
        id: visit?.id ?? '',
        gift,
      });
    expect(() => pay(null)).toThrow(/CHECK/);
    pay(1);
    plainRun(store, 'DELETE FROM visit_payments');
    const enter = (id: string, kind: string, principal: number, method: string | null) =>
      plainRun(
        store,
        `INSERT INTO stored_value_entries (id, customer_id, at, business_date, kind, principal_cents, gift_cents, method)
         VALUES (@id, @customer, 1, '2026-11-01', @kind, @principal, 0, @method)`,
        { id, customer: visit?.customer ?? '', kind, principal, method },
      );
    enter('top-up', 'top_up', 500, 'cash');
    for (const [kind, principal, method] of [
      ['top_up', 500, null],
      ['top_up', -500, 'cash'],
      ['spend', 5, null],
      ['refund', -5, null],
      ['adjust', 0, null],
      ['reverse', -500, 'cash'],
    ] as const)
      expect(() => enter('wrong', kind, principal, method)).toThrow(/CHECK/);
    for (const change of ['principal_cents = 1', 'gift_cents = 1', `method = 'card'`, `kind = 'adjust'`, `reason = 'x'`])
      expect(() => plainRun(store, `UPDATE stored_value_entries SET ${change}`)).toThrow(/append-only/);
    plainRun(store, 'DELETE FROM stored_value_entries');
  },
});
