import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const due = (database: StoreDatabase): unknown => plainRows(database, 'SELECT customer_id FROM care_due ORDER BY customer_id');
const groups = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM care_groups ORDER BY score');
let scores: unknown;

/** To version 120: scores and views stay, their sums are counted, and from now on every change of a fact notes whose it is. */
export const careDueStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    for (const [index, score] of [40, 40, 90].entries())
      plainRun(database(), 'INSERT INTO customer_care (customer_id, score, missing, flawed) VALUES (@id, @score, 3, 0)', {
        id: customerIdOf(index + 1),
        score,
      });
    plainRun(
      database(),
      `INSERT INTO customer_views (id, name, filter, columns, sort, direction, position, created_at, changed_at)
       VALUES ('view', '本月生日', '{}', '[]', 'name', 'ascending', 1, 1, 1)`,
    );
    scores = plainRows(database(), 'SELECT customer_id, score, missing, flawed FROM customer_care ORDER BY customer_id');
  },
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT customer_id, score, missing, flawed FROM customer_care ORDER BY customer_id')).toEqual(
      scores,
    );
    expect(groups(store)).toEqual([
      { score: 40, missing: 3, flawed: 0, people: 2 },
      { score: 90, missing: 3, flawed: 0, people: 1 },
    ]);
    expect(plainRows(store, 'SELECT name, widths, is_default FROM customer_views')).toEqual([
      { name: '本月生日', widths: '{}', is_default: 0 },
    ]);
    expect(due(store)).toEqual([]);
    const customerId = customerIdOf(2);
    plainRun(store, `UPDATE customers SET note = 'nothing to do with it' WHERE id = @customerId`, { customerId });
    expect(due(store)).toEqual([]);
    plainRun(store, `UPDATE customers SET likes = '普洱' WHERE id = @customerId`, { customerId });
    expect(due(store)).toEqual([{ customer_id: customerId }]);
    plainRun(store, 'UPDATE customer_care SET score = 90 WHERE customer_id = @customerId', { customerId });
    expect(groups(store)).toEqual([
      { score: 40, missing: 3, flawed: 0, people: 1 },
      { score: 90, missing: 3, flawed: 0, people: 2 },
    ]);
    plainRun(store, 'DELETE FROM customer_care');
    expect(groups(store)).toEqual([]);
    plainRun(store, 'DELETE FROM care_due');
    plainRun(store, 'DELETE FROM customer_views');
  },
});
