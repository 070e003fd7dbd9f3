import { expect } from 'vitest';
import { countStore } from '../../electron/store/backup.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

let before: unknown;

/** To version 504: nothing that was there changes; movements of kept goods are only ever added, and less than nothing is never left. */
export const keptGoodsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = countStore(database());
  },
  expectAfter: () => {
    const store = database();
    expect(countStore(store)).toEqual(before);
    const run = (text: string) => plainRun(store, text, { owner: customerIdOf(1) });
    run(`INSERT INTO kept_goods (id, customer_id, name, is_bought, kept_on, left_quantity, created_at, changed_at)
      VALUES ('k', @owner, '红酒', 1, '2026-11-01', 6000, 1, 1)`);
    const enter = (id: string, kind: string, quantity: number, reverses: string | null) =>
      plainRun(
        store,
        `INSERT INTO kept_entries (id, kept_id, customer_id, at, business_date, kind, quantity, reverses_id)
         VALUES (@id, 'k', @owner, 1, '2026-11-01', @kind, @quantity, @reverses)`,
        { id, owner: customerIdOf(1), kind, quantity, reverses },
      );
    enter('in', 'keep', 6000, null);
    for (const [kind, quantity, reverses] of [
      ['keep', -1, null],
      ['keep', 0, null],
      ['take', 1, null],
      ['reverse', -6000, null],
      ['take', -1, 'in'],
    ] as const)
      expect(() => enter('wrong', kind, quantity, reverses)).toThrow(/CHECK/);
    enter('back', 'reverse', -6000, 'in');
    expect(() => enter('twice', 'reverse', -6000, 'in')).toThrow(/UNIQUE/);
    for (const change of ['quantity = 1', `kind = 'keep'`, `reason = 'x'`])
      expect(() => run(`UPDATE kept_entries SET ${change}`)).toThrow(/append-only/);
    expect(() => run('UPDATE kept_goods SET left_quantity = -1')).toThrow(/CHECK/);
    expect(plainRows(store, 'SELECT count(*) AS rows FROM kept_entries')).toEqual([{ rows: 2 }]);
    for (const table of ['kept_entries', 'kept_goods']) run(`DELETE FROM ${table}`);
  },
});
