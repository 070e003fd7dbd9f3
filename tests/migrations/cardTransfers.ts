import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 510: the ledgers of cards and the figures of coupons are as they were; what changes hands stays as it was made. */
export const cardTransfersStep = (database: () => StoreDatabase) => {
  const add = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
    const names = Object.keys(row);
    const values = names.map((name) => `@${name}`).join(', ');
    plainRun(database(), `INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, row);
  };
  const before = (): unknown[] => [
    plainRows(database(), 'SELECT * FROM count_card_entries ORDER BY id'),
    plainRows(database(), 'SELECT * FROM coupon_days'),
  ];
  const day = { at: 1, business_date: '2026-11-01' };
  const entry = { card_id: 'card', days: 0, ...day };
  let stood: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      const terms = { name: '次卡', uses: 10, price_cents: 100, scope: '{}', freeze_days: 0 };
      add('count_card_types', { id: 'type', position: 0, created_at: 1, changed_at: 1, ...terms });
      add('count_cards', {
        id: 'card',
        customer_id: customerIdOf(1),
        type_id: 'type',
        number: 'K1',
        issued_on: '2026-11-01',
        ...terms,
      });
      add('count_card_entries', { id: 'first', position: 0, kind: 'issue', uses: 10, ...entry });
      add('count_card_entries', { id: 'used', position: 1, kind: 'use', uses: -1, ...entry });
      add('count_card_entries', { id: 'back', position: 2, kind: 'reverse', uses: 1, reverses_id: 'used', ...entry });
      const issued = { name: '券', terms: '{}', occasion: 'none' };
      add('coupon_types', { id: 'kind', position: 0, created_at: 1, changed_at: 1, ...issued });
      for (const id of ['one', 'two'])
        add('coupons', { id, customer_id: customerIdOf(1), number: id, type_id: 'kind', ...issued, ...day });
      add('coupon_entries', { id: 'issue', coupon_id: 'one', kind: 'issue', uses: 1, ...day });
      stood = before();
    },
    expectAfter: () => {
      const store = database();
      expect(before()).toEqual(stood);
      expect(() => {
        add('count_card_entries', { id: 'wrong', position: 3, kind: 'transfer', uses: 1, ...entry });
      }).toThrow(/CHECK/);
      add('count_card_entries', { id: 'given', position: 3, kind: 'transfer', uses: -1, ...entry });
      expect(() => plainRun(store, 'UPDATE count_card_entries SET uses = 11')).toThrow(/append-only/);
      add('count_card_transfers', { given_id: 'given', received_id: 'first' });
      expect(() => plainRun(store, `UPDATE count_card_transfers SET received_id = 'used'`)).toThrow(/stays as it was made/);
      add('coupon_entries', { id: 'void', coupon_id: 'one', kind: 'void', uses: -1, ...day });
      add('coupon_transfers', { given_id: 'void', received_id: 'two' });
      expect(() => plainRun(store, `UPDATE coupon_transfers SET received_id = 'one'`)).toThrow(/stays as it was made/);
      // What goes on in other hands was issued once.
      add('coupon_entries', { id: 'again', coupon_id: 'two', kind: 'issue', uses: 1, ...day });
      expect(plainRows(store, 'SELECT issued FROM coupon_days')).toEqual([{ issued: 1 }]);
      plainRun(store, 'DELETE FROM count_cards');
      expect(plainRows(store, 'SELECT 1 FROM count_card_entries')).toEqual([]);
      expect(plainRows(store, 'SELECT 1 FROM count_card_transfers')).toEqual([]);
    },
  };
};
