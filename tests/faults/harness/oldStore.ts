import { plainRun, transaction } from '../../../electron/store/database.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { closeStore, openStore } from '../../../electron/store/open.ts';

const AT = Date.UTC(2026, 10, 20, 2);
const id = (kind: number, number: number): string => `00000000-0000-7000-${kind}-${number.toString(16).padStart(12, '0')}`;
const PEOPLE = 40;

/** The schema version at which `makeOldStore` writes its rows: the first release. */
const first = migrations[0]?.version ?? 0;

/**
 * A store as an older program left it: people with visits, lines, points and running sums, written at the first version and
 * carried on to the one wanted.
 */
export const makeOldStore = (path: string, version: number): void => {
  const database = openStore(path);
  try {
    migrate(
      database,
      migrations.filter((step) => step.version <= first),
    );
    const run = (sql: string, ...values: readonly (string | number)[]): void => {
      plainRun(database, sql, values);
    };
    transaction(database, () => {
      for (let person = 1; person <= PEOPLE; person += 1) {
        const [customer, visit] = [id(8001, person), id(8002, person)];
        const cents = 1000 * person;
        run(
          'INSERT INTO customers (id, number, name, name_pinyin, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
          customer,
          String(person),
          `旧客${person}`,
          `jiuke${person}`,
          AT,
          AT,
        );
        run(
          `INSERT INTO visits (id, customer_id, at, business_date, is_purchase, total_cents, item_quantity, points_earned)
           VALUES (?, ?, ?, '2026-11-20', 1, ?, 1000, ?)`,
          visit,
          customer,
          AT,
          cents,
          person,
        );
        run(
          `INSERT INTO visit_lines (visit_id, position, id, name, quantity, unit_price_cents, amount_cents)
           VALUES (?, 0, ?, '剪发', 1000, ?, ?)`,
          visit,
          id(8003, person),
          cents,
          cents,
        );
        run(
          `INSERT INTO points_entries (id, customer_id, at, business_date, kind, points, visit_id)
           VALUES (?, ?, ?, '2026-11-20', 'earn', ?, ?)`,
          id(8004, person),
          customer,
          AT,
          person,
          visit,
        );
        run(
          `INSERT INTO customer_summaries (customer_id, visit_count, purchase_day_count, spend_cents, item_quantity,
             first_visit_on, last_visit_on, last_purchase_on, last_interaction_on, points_balance)
           VALUES (?, 1, 1, ?, 1000, '2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20', ?)`,
          customer,
          cents,
          person,
        );
      }
    });
    migrate(
      database,
      migrations.filter((step) => step.version <= version),
    );
  } finally {
    closeStore(database);
  }
};
