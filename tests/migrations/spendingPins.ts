import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 480: everybody stays as they were, without a PIN; how a spending was proven cannot be changed. */
export const spendingPinsStep = (database: () => StoreDatabase) => {
  const people = (): unknown[] => plainRows(database(), 'SELECT id, name, revision FROM customers ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = people();
    },
    expectAfter: () => {
      const store = database();
      expect(people()).toEqual(before);
      const pin = (id: string) =>
        plainRun(store, `INSERT INTO spending_pins (id, customer_id, pin_hash, changed_at) VALUES (@id, @owner, 'x', 1)`, {
          id,
          owner: customerIdOf(1),
        });
      pin('one');
      expect(() => pin('two')).toThrow(/UNIQUE/);
      const prove = (way: string, strokes: string, reason: string | null) =>
        plainRun(
          store,
          `INSERT INTO visit_proofs (visit_id, way, value_cents, strokes, reason)
           SELECT id, @way, 5, @strokes, @reason FROM visits LIMIT 1`,
          { way, strokes, reason },
        );
      expect(() => prove('signature', '[]', null)).toThrow(/CHECK/);
      expect(() => prove('waived', '[]', null)).toThrow(/CHECK/);
      prove('signature', '[[1,2]]', null);
      expect(() => plainRun(store, `UPDATE visit_proofs SET strokes = '[[3,4]]'`)).toThrow(/stays as it was given/);
      plainRun(store, 'DELETE FROM visit_proofs');
      plainRun(store, 'DELETE FROM spending_pins');
    },
  };
};

/** To version 506: nothing has been proven away from a visit; a proof cannot be changed. */
export const spendingProofsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
  },
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT id FROM spending_proofs')).toEqual([]);
    const prove = (spending: string, way: string) =>
      plainRun(
        store,
        `INSERT INTO spending_proofs (id, customer_id, at, business_date, spending, way, value_cents)
         VALUES ('a', @owner, 1, '2026-11-21', @spending, @way, 5)`,
        { owner: customerIdOf(1), spending, way },
      );
    expect(() => prove('theft', 'pin')).toThrow(/CHECK/);
    expect(() => prove('refund', 'signature')).toThrow(/CHECK/);
    prove('refund', 'pin');
    expect(() => plainRun(store, 'UPDATE spending_proofs SET value_cents = 6')).toThrow(/stays as it was given/);
    plainRun(store, 'DELETE FROM spending_proofs');
  },
});
