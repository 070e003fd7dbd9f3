import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 440: everybody and every visit stays as it was; cards keep their terms, and their ledger is only ever added to. */
export const countCardsStep = (database: () => StoreDatabase) => {
  const before = (): unknown[] => [
    plainRows(database(), 'SELECT id, name, revision FROM customers ORDER BY id'),
    plainRows(database(), 'SELECT id, customer_id, total_cents FROM visits ORDER BY id'),
    plainRows(database(), 'SELECT * FROM visit_lines ORDER BY visit_id, position'),
    plainRows(database(), 'SELECT id, points FROM points_entries ORDER BY id'),
  ];
  let stood: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      stood = before();
    },
    expectAfter: () => {
      const store = database();
      expect(before()).toEqual(stood);
      const add = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
        const names = Object.keys(row);
        const values = names.map((name) => `@${name}`).join(', ');
        plainRun(store, `INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, row);
      };
      const terms = { name: '次卡', price_cents: 100, scope: '{}', freeze_days: 0 };
      const type = { id: 'type', position: 0, created_at: 1, changed_at: 1, ...terms };
      expect(() => {
        add('count_card_types', { ...type, uses: null });
      }).toThrow(/CHECK/);
      expect(() => {
        add('count_card_types', { ...type, uses: 10, valid_count: 3 });
      }).toThrow(/CHECK/);
      add('count_card_types', { ...type, uses: 10 });
      const visit = plainRows<{ id: string }>(store, 'SELECT id FROM visits LIMIT 1')[0]?.id ?? '';
      const card = { id: 'card', customer_id: customerIdOf(1), type_id: 'type', number: 'K1', issued_on: '2026-11-01', ...terms };
      add('count_cards', { ...card, uses: 10, visit_id: visit });
      expect(() => {
        add('count_cards', { ...card, id: 'again', uses: 10 });
      }).toThrow(/UNIQUE/);
      const entry = { card_id: 'card', at: 1, business_date: '2026-11-01', days: 0, visit_id: visit };
      add('count_card_entries', { id: 'first', position: 0, kind: 'issue', uses: 10, ...entry });
      expect(() => {
        add('count_card_entries', { id: 'second', position: 0, kind: 'use', uses: -1, ...entry });
      }).toThrow(/UNIQUE/);
      expect(() => plainRun(store, 'UPDATE count_card_entries SET uses = 11')).toThrow(/append-only/);
      expect(() => plainRun(store, 'UPDATE count_cards SET uses = 11')).toThrow(/keeps its terms/);
      expect(() => plainRun(store, 'UPDATE count_cards SET customer_id = @other', { other: customerIdOf(2) })).toThrow(
        /keeps its owner/,
      );
      expect(() => plainRun(store, 'DELETE FROM count_card_types')).toThrow(/FOREIGN KEY/);
      plainRun(store, 'DELETE FROM count_cards');
      expect(plainRows(store, 'SELECT id FROM count_card_entries')).toEqual([]);
      plainRun(store, 'DELETE FROM count_card_types');
    },
  };
};
