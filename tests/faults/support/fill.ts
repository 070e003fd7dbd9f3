import { transaction } from '../../../electron/store/database.ts';
import type { StoreDatabase } from '../../../electron/store/database.ts';
import { writeSettings } from '../../../electron/store/settings.ts';
import { recountSummaries } from '../../../electron/store/summaries.ts';
import { customerId } from '../../../shared/types/ids.ts';
import { instant } from '../../../shared/types/time.ts';

const AT = Date.UTC(2026, 10, 20, 2);
const id = (kind: string, number: number): string => `00000000-0000-7000-${kind}-${number.toString(16).padStart(12, '0')}`;
export const customerIdOf = (number: number) => customerId(id('8001', number));

/** Three customers with four visits in five lines and what they earned: small enough to count by hand. */
export const fillDatabase = (database: StoreDatabase): void => {
  const run = (text: string, ...values: unknown[]): void => {
    database.connection.prepare(text).run(...values);
  };
  transaction(database, () => {
    writeSettings(database, { shopName: '小满造型' }, instant(AT));
    for (const [index, name] of ['王小满', '单立春', '李四'].entries())
      run(
        `INSERT INTO customers (id, number, name, name_pinyin, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)`,
        customerIdOf(index + 1),
        String(index + 1),
        name,
        `name-${index}`,
        AT,
        AT,
      );
    const visits = [
      [1, '2026-10-01', [8800]],
      [1, '2026-11-20', [8800, 3000]],
      [2, '2026-11-01', [19_900]],
      [3, '2026-09-09', [800]],
    ] as const;
    for (const [index, [customer, date, amounts]] of visits.entries()) {
      const total = amounts.reduce((sum: number, amount) => sum + amount, 0);
      const visit = id('8002', index);
      run(
        `INSERT INTO visits (id, customer_id, at, business_date, is_purchase, total_cents, item_quantity, points_earned)
         VALUES (?, ?, ?, ?, 1, ?, ?, ?)`,
        visit,
        customerIdOf(customer),
        AT,
        date,
        total,
        1000 * amounts.length,
        Math.floor(total / 1000),
      );
      for (const [position, amount] of amounts.entries())
        run(
          `INSERT INTO visit_lines (visit_id, position, id, name, quantity, unit_price_cents, amount_cents) VALUES (?, ?, ?, '剪发', 1000, ?, ?)`,
          visit,
          position,
          id('8003', index * 10 + position),
          amount,
          amount,
        );
      run(
        `INSERT INTO points_entries (id, customer_id, at, business_date, kind, points, visit_id) VALUES (?, ?, ?, ?, 'earn', ?, ?)`,
        id('8004', index),
        customerIdOf(customer),
        AT,
        date,
        Math.floor(total / 1000),
        visit,
      );
    }
    // A store of an older version has no lots yet.
    recountSummaries(database, [1, 2, 3].map(customerIdOf));
  });
};

export const fillStore = (store: { readonly database: StoreDatabase }): void => {
  fillDatabase(store.database);
};
