import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 555: the ledger of points stays; what a visit earned somebody else goes with the visit, the points themselves do not. */
export const sharedEarningsStep = (database: () => StoreDatabase) => {
  const ledger = (): unknown[] => plainRows(database(), 'SELECT * FROM points_entries ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO visits (id, customer_id, at, business_date, is_purchase, total_cents, item_quantity, points_earned)
         VALUES ('paid', @sharer, 1, '2026-11-01', 1, 100, 1000, 0)`,
        { sharer: customerIdOf(2) },
      );
      plainRun(
        database(),
        `INSERT INTO points_entries (id, customer_id, at, business_date, kind, points)
         VALUES ('earned', @owner, 1, '2026-11-01', 'adjust', 5)`,
        { owner: customerIdOf(1) },
      );
      before = ledger();
    },
    expectAfter: () => {
      const store = database();
      expect(ledger()).toEqual(before);
      const tell = () => plainRun(store, `INSERT INTO shared_earnings (entry_id, visit_id) VALUES ('earned', 'paid')`);
      tell();
      expect(tell).toThrow(/UNIQUE/);
      plainRun(store, `DELETE FROM visits WHERE id = 'paid'`);
      expect(plainRows(store, 'SELECT * FROM shared_earnings')).toEqual([]);
      expect(ledger()).toEqual(before);
      plainRun(store, `DELETE FROM points_entries WHERE id = 'earned'`);
    },
  };
};
