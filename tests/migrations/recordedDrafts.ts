import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 355: whatever is parked stays parked; what was written down goes with its visit. */
export const recordedDraftsStep = (database: () => StoreDatabase) => {
  const parked = (): unknown[] => plainRows(database(), 'SELECT id, customer_id, draft FROM parked_visits ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      for (const [id, owner] of [
        ['window', null],
        ['chair', customerIdOf(1)],
      ] as const)
        plainRun(
          database(),
          `INSERT INTO parked_visits (id, customer_id, label, draft, parked_at, changed_at) VALUES (@id, @owner, '', '{}', 1, 1)`,
          { id, owner },
        );
      before = parked();
    },
    expectAfter: () => {
      const store = database();
      expect(parked()).toEqual(before);
      expect(plainRows(store, 'SELECT id FROM parked_visits WHERE visit_id IS NOT NULL')).toEqual([]);
      plainRun(
        store,
        `INSERT INTO visits (id, at, business_date, is_purchase, total_cents, item_quantity)
         VALUES ('tea', 1, '2026-11-01', 1, 100, 1000)`,
      );
      plainRun(store, `UPDATE parked_visits SET visit_id = 'tea' WHERE id = 'window'`);
      plainRun(store, `DELETE FROM visits WHERE id = 'tea'`);
      expect(plainRows(store, 'SELECT id FROM parked_visits')).toEqual([{ id: 'chair' }]);
      plainRun(store, 'DELETE FROM parked_visits');
    },
  };
};
