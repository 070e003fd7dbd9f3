import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 580: what was to be brought up still is; a reason left unsaid until a day names the day, and no other does. */
export const reminderSnoozesStep = (database: () => StoreDatabase) => {
  const reminders = (): unknown[] => plainRows(database(), 'SELECT * FROM reminders ORDER BY customer_id, rule, occurrence');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO reminders (customer_id, rule, occurrence, due_on, params, weight)
         VALUES (@customer, 'dormant', '2026-01-01', '2026-07-02', '{}', 1)`,
        { customer: customerIdOf(1) },
      );
      before = reminders();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(reminders()).toEqual(before);
      const add = (until: string, on: string | null) =>
        plainRun(
          store,
          `INSERT INTO reminder_snoozes (id, customer_id, rule, until, until_on, at, business_date)
           VALUES (@id, @customer, 'dormant', @until, @on, 1, '2026-11-21')`,
          { id: until, customer: customerIdOf(1), until, on },
        );
      add('day', '2026-12-01');
      add('for_good', null);
      expect(() => add('debt_paid', '2026-12-01')).toThrow(/CHECK/);
      plainRun(store, `DELETE FROM reminder_snoozes WHERE id = 'day'`);
      expect(() => add('day', null)).toThrow(/CHECK/);
      plainRun(store, 'DELETE FROM reminder_snoozes');
    },
  };
};
