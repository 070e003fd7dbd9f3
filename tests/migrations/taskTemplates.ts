import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 410: tasks stay as they were; a template holds its steps as JSON. */
export const taskTemplatesStep = (database: () => StoreDatabase) => {
  const tasks = (): unknown[] => plainRows(database(), 'SELECT * FROM tasks');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO tasks (id, customer_id, title, due_on, created_at, changed_at) VALUES ('t', @owner, '打扫', '2026-11-01', 1, 1)`,
        { owner: customerIdOf(1) },
      );
      before = tasks();
    },
    expectAfter: () => {
      const store = database();
      expect(tasks()).toEqual(before);
      const add = (steps: string) =>
        plainRun(
          store,
          `INSERT INTO task_templates (id, name, position, steps, created_at, changed_at) VALUES ('a', '迎新', 0, @steps, 1, 1)`,
          { steps },
        );
      expect(() => add('no list')).toThrow(/CHECK/);
      add('[{"title":"打电话","afterDays":3}]');
      plainRun(store, 'DELETE FROM task_templates');
      plainRun(store, 'DELETE FROM tasks');
    },
  };
};
