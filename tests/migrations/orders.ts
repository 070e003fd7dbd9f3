import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 310: visits stay as they were and are of no order; an order goes with its customer, and its money is only ever added to. */
export const ordersStep = (database: () => StoreDatabase) => {
  const visits = (): unknown[] =>
    plainRows(database(), 'SELECT id, customer_id, at, total_cents, points_earned, undone_at FROM visits ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = visits();
    },
    expectAfter: () => {
      const store = database();
      expect(visits()).toEqual(before);
      expect(plainRows(store, 'SELECT id FROM visits WHERE order_id IS NOT NULL')).toEqual([]);
      const add = (id: string, paid: number): number =>
        plainRun(
          store,
          `INSERT INTO orders (id, number, customer_id, kind, status, lines, total_cents, paid_cents, at, business_date)
           VALUES (@id, @id, @customer, 'layaway', 'ordered', '[]', 100, @paid, 1, '2026-11-01')`,
          { id, paid, customer: customerIdOf(1) },
        );
      add('one', 60);
      expect(() => add('two', 101)).toThrow(/CHECK/);
      expect(() => add('two', -1)).toThrow(/CHECK/);
      plainRun(
        store,
        `INSERT INTO order_payments (id, order_id, at, business_date, kind, cents, method)
         VALUES ('p', 'one', 1, '2026-11-01', 'deposit', 60, 'cash')`,
      );
      expect(() => plainRun(store, 'UPDATE order_payments SET cents = 1')).toThrow(/append-only/);
      plainRun(store, `UPDATE visits SET order_id = 'one' WHERE id = (SELECT min(id) FROM visits)`);
      plainRun(store, `DELETE FROM orders`);
      expect(visits()).toEqual(before);
      expect(plainRows(store, 'SELECT id FROM order_payments')).toEqual([]);
    },
  };
};
