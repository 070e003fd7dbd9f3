import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 360: everybody stays as they were; an opportunity goes with its customer, and its history is only ever added to. */
export const opportunitiesStep = (database: () => StoreDatabase) => {
  const before = (): unknown[] => [
    plainRows(database(), 'SELECT id, name, revision FROM customers ORDER BY id'),
    plainRows(database(), 'SELECT id, customer_id, total_cents FROM visits ORDER BY id'),
    plainRows(database(), 'SELECT id, title, due_on FROM tasks ORDER BY id'),
  ];
  let stood: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO tasks (id, customer_id, title, due_on, created_at, changed_at) VALUES ('task', @owner, '打扫', '2026-11-01', 1, 1)`,
        { owner: customerIdOf(1) },
      );
      stood = before();
    },
    expectAfter: () => {
      const store = database();
      expect(before()).toEqual(stood);
      const add = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
        const names = Object.keys(row);
        const values = names.map((name) => `@${name}`).join(', ');
        plainRun(store, `INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, row);
      };
      const times = { created_at: 1, changed_at: 1 };
      add('opportunity_stages', { id: 'stage', name: '有意向', probability: 20, position: 0, ...times });
      expect(() => {
        add('opportunity_stages', { id: 'more', name: '一定', probability: 101, position: 1, ...times });
      }).toThrow(/CHECK/);
      const customer_id = customerIdOf(1);
      const said = { customer_id, title: '年卡', stage_id: 'stage', opened_on: '2026-11-01', ...times };
      add('opportunities', { id: 'one', ...said });
      expect(() => plainRun(store, `UPDATE opportunities SET outcome = 'won'`)).toThrow(/CHECK/);
      expect(() => plainRun(store, `UPDATE opportunities SET outcome = 'lost', closed_on = '2026-11-02'`)).toThrow(/CHECK/);
      const entry = { opportunity_id: 'one', customer_id, at: 1, business_date: '2026-11-01' };
      const standing = { event: 'opened', stage_id: 'stage', outcome: 'open' };
      add('opportunity_events', { id: 'first', position: 1, ...entry, ...standing });
      expect(() => {
        add('opportunity_events', { id: 'again', position: 1, ...entry, ...standing });
      }).toThrow(/UNIQUE/);
      expect(() => plainRun(store, `UPDATE opportunity_events SET outcome = 'lost'`)).toThrow(/append-only/);
      plainRun(store, 'UPDATE opportunity_events SET customer_id = @other', { other: customerIdOf(2) });
      expect(() => plainRun(store, 'DELETE FROM opportunity_stages')).toThrow(/FOREIGN KEY/);
      plainRun(store, 'DELETE FROM opportunities');
      expect(plainRows(store, 'SELECT id FROM opportunity_events')).toEqual([]);
      plainRun(store, 'DELETE FROM opportunity_stages');
      plainRun(store, 'DELETE FROM tasks');
    },
  };
};
