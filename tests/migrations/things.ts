import { expect } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { readSettings } from '../../electron/store/settings.ts';
import { fillDatabase } from '../faults/support/fill.ts';

const lines = (database: StoreDatabase): unknown =>
  plainRows(database, 'SELECT visit_id, position, id, name, amount_cents FROM visit_lines ORDER BY id');
let before: unknown;

/** To version 40: every line of every visit is still there, for no thing yet, and the shop's choice of rules stands. */
export const thingsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = lines(database());
    const rules = { birthday: true, follow_up: false, overdue: true, dormant: true, silence: false };
    database()
      .connection.prepare(`INSERT INTO settings (name, value, changed_at) VALUES ('reminderRules', ?, 1)`)
      .run(JSON.stringify(rules));
  },
  expectAfter: () => {
    expect(lines(database())).toEqual(before);
    expect(plainRows(database(), 'SELECT DISTINCT thing_id FROM visit_lines')).toEqual([{ thing_id: null }]);
    expect(readSettings(database()).reminderRules).toMatchObject({ follow_up: false, silence: false, expiring: true });
  },
});
