import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 345: everybody stays as they were; a task is followed by one only. */
export const tasksStep = (database: () => StoreDatabase) => {
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
      const add = (id: string, follows: string | null): void => {
        plainRun(
          store,
          `INSERT INTO tasks (id, customer_id, title, due_on, follows_id, created_at, changed_at)
           VALUES (@id, @owner, '打扫', '2026-11-01', @follows, 1, 1)`,
          { id, owner: customerIdOf(1), follows },
        );
      };
      add('one', null);
      add('two', 'one');
      expect(() => {
        add('again', 'one');
      }).toThrow(/UNIQUE/);
      expect(() => plainRun(store, `UPDATE tasks SET repeat_unit = 'week'`)).toThrow(/CHECK/);
      expect(() => plainRun(store, `UPDATE tasks SET settled = 'done'`)).toThrow(/CHECK/);
      plainRun(store, `DELETE FROM tasks WHERE id = 'one'`);
      expect(plainRows(store, 'SELECT id, follows_id FROM tasks')).toEqual([{ id: 'two', follows_id: null }]);
      plainRun(store, 'DELETE FROM tasks');
    },
  };
};
