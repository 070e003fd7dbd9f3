import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** Somebody who never came, so that nothing else keeps their card. */
const goer = customerIdOf(4);

/** To version 595: everybody's groups stay, and are known from the last day of judging; a row has every group or none. */
export const classChangesStep = (database: () => StoreDatabase) => {
  const classes = (): unknown[] => plainRows(database(), 'SELECT * FROM customer_classes ORDER BY customer_id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(database(), 'DELETE FROM customer_classes');
      plainRun(
        database(),
        `INSERT INTO customers (id, number, name, name_pinyin, created_at, changed_at)
         VALUES (@id, '4', '赵六', 'zhao liu', 1, 1)`,
        { id: goer },
      );
      for (const [index, on] of ['2026-03-01', '2026-11-20'].entries())
        plainRun(
          database(),
          `INSERT INTO customer_classes (customer_id, as_of, recency_score, frequency_score, money_score, rfm, rfm8, value, activity,
             is_dormant, lifecycle, window_purchase_days, window_spend_cents, year_spend_cents)
           VALUES (@customer, @on, 5, 5, 5, 'champions', 'important_value', 'high', 'active', @dormant, 'loyal', 9, 900, 900)`,
          { customer: index === 0 ? customerIdOf(1) : goer, on, dormant: index },
        );
      before = classes();
    },
    expectAfter: () => {
      const store = database();
      expect(classes()).toEqual(before);
      const group = { rfm: 'champions', rfm8: 'important_value', value: 'high', activity: 'active', lifecycle: 'loyal' };
      expect(plainRows(store, 'SELECT * FROM class_changes ORDER BY customer_id')).toEqual([
        { customer_id: customerIdOf(1), on_date: '2026-11-20', ...group, is_dormant: 0 },
        { customer_id: goer, on_date: '2026-11-20', ...group, is_dormant: 1 },
      ]);
      const add = (on: string, columns: string, given: string) => {
        plainRun(store, `INSERT INTO class_changes (customer_id, on_date${columns}) VALUES (@customer, @on${given})`, {
          customer: customerIdOf(1),
          on,
        });
      };
      add('2026-11-21', '', '');
      expect(() => {
        add('2026-11-22', ', rfm', `, 'lost'`);
      }).toThrow(/CHECK/);
      expect(() => {
        add('2026-11-21', '', '');
      }).toThrow(/UNIQUE|PRIMARY/);
      plainRun(store, 'DELETE FROM customer_classes');
      plainRun(store, 'DELETE FROM customers WHERE id = @customer', { customer: goer });
      expect(plainRows(store, `SELECT * FROM class_changes WHERE customer_id = '${goer}'`)).toEqual([]);
    },
  };
};
