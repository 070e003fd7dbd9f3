import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 508: points stay as they were; the ledger of pending ones is append-only, and what is earned says from when on it counts. */
export const pendingPointsStep = (database: () => StoreDatabase) => {
  const balances = (): unknown[] => plainRows(database(), 'SELECT * FROM points_entries ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = balances();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(balances()).toEqual(before);
      const add = (id: string, lot: string, kind: string, points: number, ready: string | null) =>
        plainRun(
          store,
          `INSERT INTO pending_points_entries (id, customer_id, lot_id, at, business_date, kind, points, ready_on)
           VALUES (@id, @owner, @lot, 1, '2026-11-01', @kind, @points, @ready)`,
          { id, lot, kind, points, ready, owner: customerIdOf(1) },
        );
      expect(() => add('a', 'a', 'earn', 5, null)).toThrow(/CHECK/);
      expect(() => add('a', 'a', 'release', -5, null)).toThrow(/CHECK/);
      add('a', 'a', 'earn', 5, '2026-11-08');
      expect(() => add('b', 'a', 'release', 5, null)).toThrow(/CHECK/);
      add('b', 'a', 'release', -5, null);
      for (const change of ['points = 6', "customer_id = 'x'", "ready_on = '2026-11-09'"])
        expect(() => plainRun(store, `UPDATE pending_points_entries SET ${change} WHERE id = 'a'`)).toThrow(/append-only/);
      plainRun(store, 'DELETE FROM pending_points_entries');
    },
  };
};
