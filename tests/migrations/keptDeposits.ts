import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 362: what was kept before is booked on the day it was; entries are only ever added, and go with what they were for. */
export const keptDepositsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    const store = database();
    fillDatabase(store);
    const owner = customerIdOf(1);
    const at = Date.UTC(2026, 10, 3, 4);
    for (const [id, status, paid] of [
      ['kept', 'cancelled', 60],
      ['returned', 'cancelled', 0],
      ['open', 'ordered', 60],
    ] as const) {
      plainRun(
        store,
        `INSERT INTO orders (id, number, customer_id, kind, status, former_status, lines, total_cents, paid_cents, at, business_date)
         VALUES (@id, @id, @owner, 'special', @status, @former, '[]', 100, @paid, 1, '2026-11-01')`,
        { id, status, former: status === 'cancelled' ? 'ordered' : null, paid, owner },
      );
      for (const [event, when] of [
        ['cancelled', 1],
        ['cancelled', at],
      ] as const)
        if (status === 'cancelled')
          plainRun(
            store,
            `INSERT INTO order_events (id, order_id, at, event, status) VALUES (@key, @id, @when, @event, 'cancelled')`,
            { key: `${id} ${when}`, id, when, event },
          );
    }
    for (const [id, status, paid] of [
      ['missed', 'no_show', 30],
      ['came', 'done', 30],
      ['free', 'no_show', 0],
    ] as const)
      plainRun(
        store,
        `INSERT INTO appointments (id, customer_id, starts_on, start_minute, length_minutes, status, deposit_paid_cents, at, business_date)
         VALUES (@id, @owner, '2026-11-02', 600, 60, @status, @paid, 5, '2026-11-02')`,
        { id, owner, status, paid },
      );
  },
  expectAfter: () => {
    const store = database();
    const kept = () =>
      plainRows(
        store,
        'SELECT coalesce(order_id, appointment_id) AS source, at, business_date, cents FROM kept_deposits ORDER BY cents',
      );
    expect(kept()).toEqual([
      { source: 'missed', at: 5, business_date: '2026-11-02', cents: 30 },
      {
        source: 'kept',
        at: Date.UTC(2026, 10, 3, 4),
        business_date: expect.stringMatching(/^2026-11-0[234]$/) as unknown,
        cents: 60,
      },
    ]);
    expect(() => plainRun(store, 'UPDATE kept_deposits SET cents = 1')).toThrow(/append-only/);
    plainRun(store, `DELETE FROM orders WHERE id = 'kept'`);
    plainRun(store, `DELETE FROM appointments WHERE id = 'missed'`);
    expect(kept()).toEqual([]);
    plainRun(store, 'DELETE FROM orders');
    plainRun(store, 'DELETE FROM appointments');
  },
});
