import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const visits = (database: StoreDatabase): unknown =>
  plainRows(
    database,
    `SELECT id, customer_id, at, business_date, staff_id, note, is_purchase, total_cents, cost_cents, item_quantity, points_earned,
      satisfaction, import_id, undone_at FROM visits ORDER BY id`,
  );
const entries = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM points_entries ORDER BY id');
const lines = (database: StoreDatabase): unknown =>
  plainRows(
    database,
    'SELECT visit_id, position, id, name, quantity, unit_price_cents, amount_cents FROM visit_lines ORDER BY id',
  );
let before: unknown;

/** To version 300: visits, lines and ledger are carried over as they were; a walk-in has no customer, and the ledger stays append-only. */
export const salesStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = [visits(database()), entries(database()), lines(database())];
  },
  expectAfter: () => {
    expect([visits(database()), entries(database()), lines(database())]).toEqual(before);
    plainRun(
      database(),
      `INSERT INTO visits (id, at, business_date, receipt_number, is_purchase, total_cents, item_quantity)
       VALUES ('walk-in', 1, '2026-11-22', '20261122-0001', 1, 0, 0)`,
    );
    expect(() =>
      plainRun(
        database(),
        `INSERT INTO visits (id, at, business_date, receipt_number, is_purchase, total_cents, item_quantity)
         VALUES ('twice', 1, '2026-11-22', '20261122-0001', 1, 0, 0)`,
      ),
    ).toThrow();
    expect(() => plainRun(database(), 'UPDATE points_entries SET points = 1')).toThrow(/append-only/);
    plainRun(
      database(),
      `INSERT INTO deferred_items (id, customer_id, visit_id, business_date, name) VALUES ('d', @customer, 'walk-in', '2026-11-22', '护理')`,
      { customer: customerIdOf(1) },
    );
    plainRun(database(), `DELETE FROM visits WHERE id = 'walk-in'`);
    expect(plainRows(database(), 'SELECT visit_id FROM deferred_items')).toEqual([{ visit_id: null }]);
    plainRun(database(), 'DELETE FROM deferred_items');
  },
});
