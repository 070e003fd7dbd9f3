import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 484: entries of stored value are as they were; what somebody else gave keeps the day on which it came in first. */
export const storedValueTransfersStep = (database: () => StoreDatabase) => {
  const enter = (id: string, kind: string, more = '', values = '') =>
    plainRun(
      database(),
      `INSERT INTO stored_value_entries (id, customer_id, at, business_date, kind, principal_cents, gift_cents, method${more})
       VALUES (@id, @owner, 1, '2026-11-01', @kind, 500, 50, @method${values})`,
      { id, owner: customerIdOf(1), kind, method: kind === 'top_up' ? 'cash' : null },
    );
  const entries = (): unknown[] =>
    plainRows(database(), 'SELECT id, customer_id, kind, principal_cents, gift_cents FROM stored_value_entries ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      enter('top-up', 'top_up');
      before = entries();
    },
    expectAfter: () => {
      const store = database();
      expect(entries()).toEqual(before);
      expect(() => enter('wrong', 'top_up', ', came_on', `, '2026-01-01'`)).toThrow(/CHECK/);
      enter('given', 'transfer', ', came_on', `, '2026-01-01'`);
      expect(() => plainRun(store, `UPDATE stored_value_entries SET came_on = '2026-02-01'`)).toThrow(/append-only/);
      plainRun(store, `INSERT INTO stored_value_transfers (entry_id, transfer_id) VALUES ('given', 'one')`);
      expect(() => plainRun(store, `UPDATE stored_value_transfers SET transfer_id = 'two'`)).toThrow(/stays as it was made/);
      plainRun(store, 'DELETE FROM stored_value_entries');
      expect(plainRows(store, 'SELECT 1 FROM stored_value_transfers')).toEqual([]);
    },
  };
};
