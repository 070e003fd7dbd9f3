import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 490: tiers bring nothing yet; a bonus says what it was for, and stays as it is. */
export const bonusesStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    plainRun(
      database(),
      `INSERT INTO tiers (id, name, position, threshold, perks, created_at, changed_at) VALUES ('g', '金卡', 0, 1, '[]', 1, 1)`,
      {},
    );
  },
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT gift_points, gift_coupon_type_id FROM tiers')).toEqual([
      { gift_points: 0, gift_coupon_type_id: null },
    ]);
    const add = (occasion: string) =>
      plainRun(
        store,
        `INSERT INTO bonuses (id, customer_id, at, business_date, occasion) VALUES (@id, @owner, 1, '2026-11-01', @occasion)`,
        {
          id: occasion,
          owner: customerIdOf(1),
          occasion,
        },
      );
    expect(() => add('tier')).toThrow(/CHECK/);
    add('check_in');
    expect(() => plainRun(store, `UPDATE bonuses SET at = 2`, {})).toThrow(/append-only/);
    plainRun(store, 'DELETE FROM bonuses');
    plainRun(store, 'DELETE FROM tiers');
  },
});
