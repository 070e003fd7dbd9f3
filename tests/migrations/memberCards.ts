import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 482: everybody keeps their card number; what is done to one from now on cannot be changed. */
export const memberCardsStep = (database: () => StoreDatabase) => {
  const people = (): unknown[] => plainRows(database(), 'SELECT id, name, card_no FROM customers ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = people();
    },
    expectAfter: () => {
      const store = database();
      expect(people()).toEqual(before);
      const enter = (id: string, kind: string, reverses: string | null) =>
        plainRun(
          store,
          `INSERT INTO member_card_events (id, customer_id, at, business_date, kind, card_no, reverses_id)
           VALUES (@id, @owner, 1, '2026-11-01', @kind, 'A1', @reverses)`,
          { id, kind, reverses, owner: customerIdOf(1) },
        );
      enter('one', 'lost', null);
      expect(() => enter('two', 'found', 'one')).toThrow(/CHECK/);
      expect(() => enter('two', 'reverse', null)).toThrow(/CHECK/);
      enter('two', 'reverse', 'one');
      expect(() => enter('three', 'reverse', 'one')).toThrow(/UNIQUE/);
      expect(() => plainRun(store, `UPDATE member_card_events SET card_no = 'A2'`)).toThrow(/stays written/);
      const print = (first: string, last: string) =>
        plainRun(
          store,
          `INSERT INTO member_card_batches (id, name, position, prefix, first, last, has_check_digit, created_at, changed_at)
           VALUES (@first, '金卡', 0, '', @first, @last, 0, 1, 1)`,
          { first, last },
        );
      expect(() => print('0010', '0009')).toThrow(/CHECK/);
      expect(() => print('001', '0009')).toThrow(/CHECK/);
      plainRun(store, 'DELETE FROM member_card_events');
    },
  };
};
