import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

const people = (database: StoreDatabase): unknown[] => plainRows(database, 'SELECT * FROM customers ORDER BY id');
const SLOT = `'2026-11-25', 600, 60, 'booked', 1, '2026-11-21'`;

/** To version 330: everybody stays as they were; a booking is of a customer or of a name, and goes with the customer. */
export const appointmentsStep = (database: () => StoreDatabase) => {
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      plainRun(
        database(),
        `INSERT INTO customers (id, number, name, name_pinyin, created_at, changed_at) VALUES ('c', '1', '王芳', 'wang fang', 1, 1)`,
      );
      plainRun(database(), `INSERT INTO customer_summaries (customer_id) VALUES ('c')`);
      before = people(database());
    },
    expectAfter: () => {
      expect(people(database())).toEqual(before);
      const book = (id: string, who: string): number =>
        plainRun(
          database(),
          `INSERT INTO appointments (id, customer_id, name, starts_on, start_minute, length_minutes, status, at, business_date)
           VALUES ('${id}', ${who}, ${SLOT})`,
        );
      book('a', `'c', ''`);
      book('b', `NULL, '赵姐'`);
      expect(() => book('n', `NULL, ''`)).toThrow(/CHECK/);
      plainRun(
        database(),
        `INSERT INTO appointment_events (id, appointment_id, change_id, at, event) VALUES ('e', 'a', 'x', 1, 'booked')`,
      );
      const kept = plainRows(database(), 'SELECT id FROM appointments ORDER BY id');
      expect(kept).toEqual([{ id: 'a' }, { id: 'b' }]);
      plainRun(database(), `DELETE FROM customers WHERE id = 'c'`);
      expect(plainRows(database(), 'SELECT id FROM appointments')).toEqual([{ id: 'b' }]);
      expect(plainRows(database(), 'SELECT id FROM appointment_events')).toEqual([]);
    },
  };
};
