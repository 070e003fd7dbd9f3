import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 505: every rule that was there gives all at once, as before; a part that was given cannot be stopped too. */
export const giftPartsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    const store = database();
    fillDatabase(store);
    plainRun(
      store,
      `INSERT INTO stored_value_rules (id, name, position, from_cents, gift_kind, gift, is_repeated, created_at, changed_at)
       VALUES ('r', '充500送50', 0, 50000, 'amount', 5000, 0, 1, 1)`,
    );
  },
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT name, gift, months FROM stored_value_rules')).toEqual([
      { name: '充500送50', gift: 5000, months: 1 },
    ]);
    expect(() => plainRun(store, 'UPDATE stored_value_rules SET months = 0')).toThrow(/CHECK/);
    const run = (text: string) => plainRun(store, text, { owner: customerIdOf(1) });
    run(`INSERT INTO stored_value_entries (id, customer_id, at, business_date, kind, principal_cents, gift_cents, method)
      VALUES ('t', @owner, 1, '2026-11-01', 'top_up', 50000, 1000, 'cash')`);
    run(`INSERT INTO stored_gift_parts (id, customer_id, top_up_id, due_on, cents, reason)
      VALUES ('p', @owner, 't', '2026-12-01', 1000, '充500送50 2/5')`);
    expect(() => run(`UPDATE stored_gift_parts SET given_by = 't', stopped_by = 't'`)).toThrow(/CHECK/);
    expect(() => run('UPDATE stored_gift_parts SET cents = 0')).toThrow(/CHECK/);
    run('DELETE FROM stored_value_entries');
    expect(plainRows(store, 'SELECT id FROM stored_gift_parts')).toEqual([]);
    run('DELETE FROM stored_value_rules');
  },
});
