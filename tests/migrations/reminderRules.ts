import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { fillDatabase } from '../faults/support/fill.ts';

/** To version 630: products stay as they were; a rule is kept as data, and what is no data is refused. */
export const reminderRulesStep = (database: () => StoreDatabase) => {
  const products = (): unknown[] => plainRows(database(), 'SELECT * FROM products ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO products (id, name, name_pinyin, initials, price_cents, is_service, category, created_at, changed_at)
         VALUES ('p', '护发素', 'hu fa su', 'hfs', 1000, 0, '护发', 1, 1)`,
      );
      before = products();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(products()).toEqual(before);
      const add = (id: string, terms: string) =>
        plainRun(
          store,
          `INSERT INTO reminder_rules (id, name, terms, position, created_at, changed_at) VALUES (@id, '护理', @terms, 1, 1, 1)`,
          { id, terms },
        );
      add('rule', '{}');
      expect(plainRows(store, 'SELECT is_on FROM reminder_rules')).toEqual([{ is_on: 1 }]);
      expect(() => add('other', '护理')).toThrow(/CHECK/);
      plainRun(store, 'DELETE FROM reminder_rules');
    },
  };
};
