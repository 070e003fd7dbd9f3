import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const people = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM customers ORDER BY id');
let before: unknown;
let exported: unknown;

/** To version 150: what the cards said of consent begins the history, files that left are still listed, nobody was erased. */
export const privacyStep = (opened: () => StoreDatabase) => ({
  insertBefore: () => {
    const database = opened();
    fillDatabase(database);
    const [one, two] = [customerIdOf(1), customerIdOf(2)];
    plainRun(database, `UPDATE customers SET consent_on = '2025-01-02', consent_source = '书面' WHERE id IN (@one, @two)`, {
      one,
      two,
    });
    plainRun(database, `UPDATE customers SET consent_withdrawn_on = '2026-03-04' WHERE id = @two`, { two });
    plainRun(
      database,
      `INSERT INTO exports (id, at, kind, format, row_count, columns, file_name)
      VALUES ('export', 1, 'labels', 'pdf', 3, '[]', 'a.pdf')`,
    );
    before = people(database);
    exported = plainRows(database, 'SELECT * FROM exports');
  },
  expectAfter: () => {
    const database = opened();
    expect(people(database)).toEqual(before);
    expect(plainRows(database, 'SELECT * FROM exports')).toEqual(exported);
    expect(
      plainRows(
        database,
        'SELECT customer_id, purpose, state, on_date, way, note, undone_at FROM consents ORDER BY customer_id, on_date',
      ),
    ).toEqual([
      {
        customer_id: customerIdOf(1),
        purpose: 'records',
        state: 'given',
        on_date: '2025-01-02',
        way: 'card',
        note: '书面',
        undone_at: null,
      },
      {
        customer_id: customerIdOf(2),
        purpose: 'records',
        state: 'given',
        on_date: '2025-01-02',
        way: 'card',
        note: '书面',
        undone_at: null,
      },
      {
        customer_id: customerIdOf(2),
        purpose: 'records',
        state: 'withdrawn',
        on_date: '2026-03-04',
        way: 'card',
        note: null,
        undone_at: null,
      },
    ]);
    for (const { id } of plainRows<{ id: string }>(database, 'SELECT id FROM consents'))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(() => plainRun(database, `UPDATE consents SET state = 'given'`)).toThrow(/append-only/);
    plainRun(database, 'UPDATE consents SET undone_at = 5');
    expect(() => plainRun(database, 'UPDATE consents SET undone_at = NULL')).toThrow(/append-only/);
    for (const table of ['erasures', 'erased_customers', 'anonymous_sums', 'training_acknowledgements'])
      expect(plainRows(database, `SELECT * FROM ${table}`)).toEqual([]);
  },
});
