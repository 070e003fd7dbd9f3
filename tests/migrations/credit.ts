import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { fillDatabase } from '../faults/support/fill.ts';

const payments = (database: StoreDatabase): unknown =>
  plainRows(database, 'SELECT visit_id, method, cents, points, gift_cents FROM visit_payments ORDER BY visit_id, method');
let before: unknown;

/** To version 470: payments of visits are carried over and can be on account; the ledger of what is owed is empty and append-only. */
export const creditStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    plainRun(
      database(),
      `INSERT INTO visit_payments (visit_id, method, cents, points, gift_cents)
       SELECT id, 'points', 100, 10, NULL FROM visits UNION ALL SELECT id, 'stored', 200, NULL, 20 FROM visits`,
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
    plainRun(store, `INSERT INTO visit_payments (visit_id, method, cents) VALUES (@id, 'account', 5)`, { id: visit?.id ?? '' });
    plainRun(store, 'DELETE FROM visit_payments');
    const enter = (id: string, kind: string, cents: number, due: string | null, method: string | null) =>
      plainRun(
        store,
        `INSERT INTO credit_entries (id, customer_id, at, business_date, kind, cents, due_on, method)
         VALUES (@id, @customer, 1, '2026-11-01', @kind, @cents, @due, @method)`,
        { id, customer: visit?.customer ?? '', kind, cents, due, method },
      );
    enter('charge', 'charge', 500, '2026-12-01', null);
    for (const [kind, cents, due, method] of [
      ['charge', 500, null, null],
      ['charge', -500, '2026-12-01', null],
      ['repay', -5, null, null],
      ['repay', 5, null, 'cash'],
      ['write_off', -5, null, null],
      ['return', -5, null, null],
      ['reverse', -5, null, null],
    ] as const)
      expect(() => enter('wrong', kind, cents, due, method)).toThrow(/CHECK/);
    for (const change of ['cents = 1', `due_on = '2027-01-01'`, `method = 'card'`, `reason = 'x'`])
      expect(() => plainRun(store, `UPDATE credit_entries SET ${change}`)).toThrow(/append-only/);
    plainRun(store, 'DELETE FROM credit_entries');
  },
});
