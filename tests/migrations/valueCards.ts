import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const payments = (database: StoreDatabase): unknown =>
  plainRows(database, 'SELECT visit_id, method, cents, points, gift_cents FROM visit_payments ORDER BY visit_id, method');
let before: unknown;

/**
 * To version 520: payments of visits are carried over and can be by card; a gift card has a code, a shopping card whose it is, and the ledger of
 * cards is append-only.
 */
export const valueCardsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    plainRun(
      database(),
      `INSERT INTO visit_payments (visit_id, method, cents, points, gift_cents)
       SELECT id, 'points', 100, 10, NULL FROM visits UNION ALL SELECT id, 'account', 200, NULL, NULL FROM visits`,
    );
    before = payments(database());
    expect(before).not.toEqual([]);
  },
  expectAfter: () => {
    const store = database();
    expect(payments(store)).toEqual(before);
    plainRun(store, `INSERT INTO visit_payments (visit_id, method, cents) SELECT id, 'value_card', 5 FROM visits LIMIT 1`);
    plainRun(store, 'DELETE FROM visit_payments');
    plainRun(
      store,
      `INSERT INTO value_card_types (id, name, position, kind, scope, faces, created_at, changed_at)
       VALUES ('type', '礼品卡', 0, 'gift', '{}', '[]', 1, 1)`,
    );
    const add = (id: string, kind: string, code: string | null, owner: string | null) =>
      plainRun(
        store,
        `INSERT INTO value_cards (id, type_id, kind, code, code_end, customer_id, name, scope, face_cents, paid_cents, at, issued_on, left_cents)
         VALUES (@id, 'type', @kind, @code, @code, @owner, '卡', '{}', 500, 500, 1, '2026-11-01', 500)`,
        { id, kind, code, owner },
      );
    const owner = customerIdOf(1);
    add('gift', 'gift', 'ABCD', null);
    add('shopping', 'shopping', null, owner);
    expect(() => add('a', 'gift', null, null)).toThrow(/CHECK/);
    expect(() => add('a', 'gift', 'EFGH', owner)).toThrow(/CHECK/);
    expect(() => add('a', 'shopping', null, null)).toThrow(/CHECK/);
    expect(() => add('a', 'gift', 'ABCD', null)).toThrow(/UNIQUE/);
    const enter = (id: string, kind: string, cents: number, reverses: string | null = null) =>
      plainRun(
        store,
        `INSERT INTO value_card_entries (id, card_id, at, business_date, kind, cents, reverses_id)
         VALUES (@id, 'gift', 1, '2026-11-01', @kind, @cents, @reverses)`,
        { id, kind, cents, reverses },
      );
    enter('issue', 'issue', 500);
    for (const [kind, cents] of [
      ['issue', -5],
      ['spend', -5],
      ['return', 5],
      ['void', -5],
      ['reverse', -5],
    ] as const)
      expect(() => enter('wrong', kind, cents)).toThrow(/CHECK/);
    enter('back', 'reverse', -500, 'issue');
    expect(() => enter('again', 'reverse', -500, 'issue')).toThrow(/UNIQUE/);
    for (const change of ['cents = 1', `method = 'card'`, `reason = 'x'`, `line_position = 1`])
      expect(() => plainRun(store, `UPDATE value_card_entries SET ${change}`)).toThrow(/append-only/);
    expect(() => plainRun(store, 'UPDATE value_cards SET left_cents = -1')).toThrow(/CHECK/);
    for (const table of ['value_card_entries', 'value_cards', 'value_card_types']) plainRun(store, `DELETE FROM ${table}`);
  },
});
