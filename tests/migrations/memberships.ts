import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/**
 * To version 540: the steps of tiers and what they brought stay as they were and are append-only still, and one may come of a membership; a term
 * stays as it was sold, a cycle gives once.
 */
export const membershipsStep = (database: () => StoreDatabase) => {
  const steps = (): unknown[] => [
    plainRows(database(), 'SELECT * FROM tier_events ORDER BY id'),
    plainRows(database(), 'SELECT * FROM bonuses ORDER BY id'),
  ];
  const step = (id: string, kind: string): void => {
    plainRun(
      database(),
      `INSERT INTO tier_events (id, customer_id, at, business_date, kind, tier_id) VALUES (@id, @owner, 1, '2026-11-01', @kind, 'g')`,
      { id, kind, owner: customerIdOf(1) },
    );
  };
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      const store = database();
      fillDatabase(store);
      plainRun(
        store,
        `INSERT INTO tiers (id, name, position, threshold, perks, created_at, changed_at) VALUES ('g', '金卡', 0, 1, '[]', 1, 1)`,
      );
      step('s', 'upgrade');
      expect(() => step('m', 'membership')).toThrow(/CHECK/);
      plainRun(
        store,
        `INSERT INTO bonuses (id, customer_id, at, business_date, occasion, tier_event_id) VALUES ('b', @owner, 1, '2026-11-01', 'tier', 's')`,
        { owner: customerIdOf(1) },
      );
      before = steps();
    },
    expectAfter: () => {
      const store = database();
      expect(steps()).toEqual(before);
      expect(() => plainRun(store, 'UPDATE tier_events SET tier_id = NULL')).toThrow(/append-only/);
      step('m', 'membership');
      plainRun(store, `DELETE FROM tier_events WHERE id = 's'`);
      expect(plainRows(store, 'SELECT id FROM bonuses')).toEqual([]);
      plainRun(store, 'DELETE FROM tier_events');
      plainRun(store, 'DELETE FROM tiers');
      plainRun(
        store,
        `INSERT INTO membership_plans (id, name, position, price_cents, months, every, coupons, points, created_at, changed_at)
         VALUES ('p', '年费', 0, 365, 12, 'once', 0, 0, 1, 1)`,
      );
      expect(() => plainRun(store, `UPDATE membership_plans SET every = 'days'`)).toThrow(/CHECK/);
      plainRun(
        store,
        `INSERT INTO membership_terms (id, customer_id, plan_id, name, paid_cents, from_on, sold_until_on, until_on, every, coupons, points, at)
         VALUES ('t', @owner, 'p', '年费', 365, '2026-11-01', '2027-10-31', '2027-10-31', 'once', 0, 0, 1)`,
        { owner: customerIdOf(1) },
      );
      for (const change of [`paid_cents = 1`, `from_on = '2026-10-01'`, `customer_id = 'x'`])
        expect(() => plainRun(store, `UPDATE membership_terms SET ${change}`)).toThrow(/stay as they were sold/);
      plainRun(store, `UPDATE membership_terms SET until_on = '2026-12-01', is_ended = 1`);
      const grant = (): void => {
        plainRun(
          store,
          `INSERT INTO membership_grants (term_id, cycle, from_on, until_on, business_date, is_missed)
           VALUES ('t', 0, '2026-11-01', '2027-10-31', '2026-11-01', 0)`,
        );
      };
      grant();
      expect(grant).toThrow(/UNIQUE/);
      plainRun(
        store,
        `INSERT INTO membership_entries (id, term_id, at, business_date, kind, cents, method) VALUES ('e', 't', 1, '2026-11-01', 'sell', 365, 'cash')`,
      );
      expect(() => plainRun(store, 'UPDATE membership_entries SET cents = 1')).toThrow(/append-only/);
      plainRun(store, 'DELETE FROM membership_terms');
      expect(plainRows(store, 'SELECT id FROM membership_entries')).toEqual([]);
      plainRun(store, 'DELETE FROM membership_plans');
    },
  };
};
