import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupsInternal } from '../../electron/handlers/backups.ts';
import { checkStore, lastCheckOf } from '../../electron/handlers/backups/check.ts';
import { recordAudit } from '../../electron/handlers/audit/record.ts';
import { tidyUp } from '../../electron/handlers/bin.ts';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { readConsents } from '../../electron/handlers/privacy/consents.ts';
import { confirmClock, readClock } from '../../electron/handlers/clock.ts';
import { clockQueries } from '../../electron/store/clock.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { addDays, instant, localDate } from '../../shared/types/time.ts';
import { TEST_NOW, TEST_TODAY, openTestStore, openTestStudy } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';
import { customerIdOf, fillStore } from '../faults/support/fill.ts';

const DAY = 24 * 60 * 60 * 1000;
let store: TestStore;

beforeEach(() => {
  store = openTestStore({ onDisk: true });
  fillStore(store);
  store.command(() => recordAudit(store.context, { operation: 'settings.update', kind: 'settings' }));
});
afterEach(() => store.close());

/** Days forward or back, as somebody sets the clock. */
const step = (days: number): void => {
  store.clock.now = instant(TEST_NOW + days * DAY);
  store.clock.today = addDays(TEST_TODAY, days);
};

describe('a clock behind the last entry (R7)', () => {
  test('is told with both times until it is right; small corrections are no matter', () => {
    expect(readClock(store.context)).toEqual({ now: TEST_NOW, lastAt: TEST_NOW, isBehind: false });
    store.clock.now = instant(TEST_NOW - 60_000);
    expect(readClock(store.context).isBehind).toBe(false);
    step(-3);
    expect(readClock(store.context)).toEqual({ now: TEST_NOW - 3 * DAY, lastAt: TEST_NOW, isBehind: true });
    step(1);
    expect(readClock(store.context).isBehind).toBe(false);
  });

  test('of 1970 blocks what lapses by date: the bin keeps whoever lies in it, and a right clock empties it', () => {
    const removed = (at: number): number =>
      plainRun(store.database, 'UPDATE customers SET removed_at = @at WHERE id = @id', { at, id: customerIdOf(1) });
    removed(TEST_NOW - 40 * DAY);
    // Ahead by a wrong clock, an entry is written; then the clock is set back.
    step(400);
    store.command(() => recordAudit(store.context, { operation: 'settings.update', kind: 'settings' }));
    step(0);
    store.command(() => tidyUp(store.context));
    expect(plainRows(store.database, 'SELECT id FROM customers')).toHaveLength(3);
    step(400);
    store.command(() => tidyUp(store.context));
    expect(plainRows(store.database, 'SELECT id FROM customers')).toHaveLength(2);
  });

  test('that ran ahead and was set right is confirmed: the warning goes, and comes again for a clock that is really behind', () => {
    step(400);
    store.command(() => recordAudit(store.context, { operation: 'settings.update', kind: 'settings' }));
    step(1);
    expect(readClock(store.context).isBehind).toBe(true);
    store.command(() => confirmClock(store.context));
    expect(readClock(store.context).isBehind).toBe(false);
    expect(() => confirmClock(store.context)).toThrow(expect.objectContaining({ code: 'conflict' }));
    step(-5);
    expect(readClock(store.context).isBehind).toBe(true);
  });

  test('shows by the last visit too, when nobody has done anything audited since', () => {
    plainRun(store.database, 'DELETE FROM clock_marks');
    step(-60);
    plainRun(store.database, 'UPDATE visits SET business_date = @day', { day: localDate('2026-11-20') });
    expect(readClock(store.context).isBehind).toBe(true);
  });

  test('does not let a consent outlive the withdrawal typed after it', () => {
    const customerId = customerIdOf(1);
    const type = (changes: Readonly<Record<string, unknown>>) =>
      store.command(() =>
        customersHandlers['customers.update'](
          store.context,
          contract.customers.update.input.parse({ customerId, revision: null, changes }),
        ),
      );
    type({ consentOn: TEST_TODAY, consentSource: '当面' });
    step(-20);
    type({ consentWithdrawnOn: store.clock.today });
    const stands = readConsents(store.context, customerId).standing.find(({ purpose }) => purpose === 'records');
    expect(stands).toEqual({ purpose: 'records', state: 'withdrawn', on: TEST_TODAY });
  });

  test('is found along indexes, however long the history', () => {
    for (const sql of Object.values(clockQueries)) {
      const plan = plainRows<{ detail: string }>(store.database, `EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, '1')}`);
      expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN') && !detail.includes('INDEX'))).toEqual(
        [],
      );
    }
  });
});

describe('the weekly look at the whole store (R3)', () => {
  const check = async (onlyIfDue = true) => {
    const study = openTestStudy(store, backupsInternal);
    try {
      return await checkStore(study.context, { onlyIfDue });
    } finally {
      study.close();
    }
  };

  test('is due at first and a week later, is written down, and runs at any time by hand', async () => {
    expect(await check()).toEqual({ wasDue: true, problems: [] });
    expect(await check()).toEqual({ wasDue: false, problems: [] });
    expect(lastCheckOf(store.context)).toEqual({ at: TEST_NOW, problems: [] });
    step(3);
    expect(await check(false)).toMatchObject({ wasDue: true });
    step(9);
    expect(await check()).toMatchObject({ wasDue: false });
    step(10);
    expect(await check()).toMatchObject({ wasDue: true });
  });

  test('tells a balance that is not the sum of its entries, and an edited entry of the audit log', async () => {
    plainRun(store.database, 'UPDATE customer_summaries SET points_balance = points_balance + 1');
    store.database.connection.exec(`DROP TRIGGER audit_log_is_not_edited; UPDATE audit_log SET operation = 'exports.run'`);
    const { problems } = await check();
    expect(problems.some((problem) => problem.startsWith('points: 3 customers'))).toBe(true);
    expect(problems.some((problem) => problem.startsWith('audit log: '))).toBe(true);
    expect(lastCheckOf(store.context)?.problems).toEqual(problems);
  });
});
