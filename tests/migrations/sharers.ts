import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 530: the ledger of stored value stays as it was and append-only; nobody shares with themselves, and with each other once. */
export const sharersStep = (database: () => StoreDatabase) => {
  const ledger = (): unknown[] => plainRows(database(), 'SELECT * FROM stored_value_entries ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO visits (id, customer_id, at, business_date, is_purchase, total_cents, item_quantity, points_earned)
         VALUES ('paid', @sharer, 1, '2026-11-01', 1, 100, 1000, 0)`,
        { sharer: customerIdOf(2) },
      );
      plainRun(
        database(),
        `INSERT INTO stored_value_entries (id, customer_id, at, business_date, kind, principal_cents, gift_cents, visit_id)
         VALUES ('spent', @owner, 1, '2026-11-01', 'spend', -100, 0, 'paid')`,
        { owner: customerIdOf(1) },
      );
      before = ledger();
    },
    expectAfter: () => {
      const store = database();
      expect(ledger()).toEqual(before);
      const detach = `UPDATE stored_value_entries SET visit_id = NULL WHERE id = 'spent'`;
      expect(() => plainRun(store, detach)).toThrow(/append-only/);
      plainRun(store, `INSERT INTO shared_spendings (visit_id, entry_id) VALUES ('paid', 'spent')`);
      expect(() => plainRun(store, `UPDATE stored_value_entries SET principal_cents = -50 WHERE id = 'spent'`)).toThrow(
        /append-only/,
      );
      expect(() =>
        plainRun(store, `UPDATE stored_value_entries SET visit_id = NULL, customer_id = @other WHERE id = 'spent'`, {
          other: customerIdOf(3),
        }),
      ).toThrow(/append-only/);
      plainRun(store, detach);
      const name = (id: string, owner: string, other: string, endedOn: string | null = null, stored = 1) =>
        plainRun(
          store,
          `INSERT INTO sharers (id, customer_id, other_id, may_spend_stored, may_use_cards, note, since_on, ended_on, at)
           VALUES (@id, @owner, @other, @stored, 0, '', '2026-11-01', @endedOn, 1)`,
          { id, owner, other, endedOn, stored },
        );
      const [one, two] = [customerIdOf(1), customerIdOf(2)];
      expect(() => name('a', one, one)).toThrow(/CHECK/);
      expect(() => name('a', one, two, null, 0)).toThrow(/CHECK/);
      name('a', one, two, '2026-11-02');
      name('b', one, two);
      expect(() => name('c', one, two)).toThrow(/UNIQUE/);
      name('c', two, one);
      plainRun(store, 'DELETE FROM sharers');
      plainRun(store, 'DELETE FROM shared_spendings');
      plainRun(store, `DELETE FROM stored_value_entries WHERE id = 'spent'`);
      plainRun(store, `DELETE FROM visits WHERE id = 'paid'`);
    },
  };
};
