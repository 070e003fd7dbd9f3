import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 507: visits stay as they were; the ledger of stamps is append-only, and what takes back or comes back names what. */
export const stampsStep = (database: () => StoreDatabase) => {
  const visits = (): unknown[] => plainRows(database(), 'SELECT * FROM visits ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = visits();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(visits()).toEqual(before);
      const define = (per: string, points: number) =>
        plainRun(
          store,
          `INSERT INTO stamp_cards (id, name, position, per, least_cents, scope, needed, points, created_at, changed_at)
           VALUES ('card', '集点', 0, @per, 0, '{}', 10, @points, 1, 1)`,
          { per, points },
        );
      expect(() => define('amount', 50)).toThrow(/CHECK/);
      expect(() => define('visit', 0)).toThrow(/CHECK/);
      define('visit', 50);
      const add = (id: string, kind: string, stamps: number, counted: string | null, reverses: string | null) =>
        plainRun(
          store,
          `INSERT INTO stamp_entries (id, customer_id, card_id, at, business_date, kind, stamps, counted, reverses_id)
           VALUES (@id, @owner, 'card', 1, '2026-11-01', @kind, @stamps, @counted, @reverses)`,
          { id, kind, stamps, counted, reverses, owner: customerIdOf(1) },
        );
      expect(() => add('a', 'earn', 1, null, null)).toThrow(/CHECK/);
      expect(() => add('a', 'earn', -1, '{}', null)).toThrow(/CHECK/);
      expect(() => add('a', 'reverse', -1, null, null)).toThrow(/CHECK/);
      add('a', 'earn', 1, '{}', null);
      add('b', 'reverse', -1, null, 'a');
      expect(() => add('c', 'reverse', -1, null, 'a')).toThrow(/UNIQUE/);
      for (const change of ['stamps = 2', "customer_id = 'x'", "counted = '[]'"])
        expect(() => plainRun(store, `UPDATE stamp_entries SET ${change}`)).toThrow(/append-only/);
      plainRun(store, 'DELETE FROM stamp_entries');
      plainRun(store, 'DELETE FROM stamp_cards');
    },
  };
};
