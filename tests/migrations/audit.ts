import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { fillDatabase } from '../faults/support/fill.ts';

const people = (database: StoreDatabase): unknown => plainRows(database, 'SELECT * FROM customers ORDER BY id');
let before: unknown;

const insert = (sequence: number): string =>
  `INSERT INTO audit_log (sequence, at, business_date, kind, operation, outcome, customer_ids, details, previous_hash, hash)
   VALUES (${sequence}, 1, '2026-11-21', 'value', 'visits.record', 'done', '[]', '{}', (SELECT hash FROM audit_head), randomblob(32))`;

/** To version 140: the log begins empty, grows at its end and nowhere else, and nothing in it can be edited or deleted. */
export const auditStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    before = people(database());
  },
  expectAfter: () => {
    const run = (text: string) => () => plainRun(database(), text);
    expect(people(database())).toEqual(before);
    expect(plainRows(database(), 'SELECT count FROM audit_head')).toEqual([{ count: 0 }]);
    expect(run(insert(2))).toThrow();
    expect(run(insert(1))()).toBe(1);
    expect(run(insert(2))()).toBe(1);
    for (const text of [
      insert(2),
      insert(4),
      insert(2).replace('INSERT', 'INSERT OR REPLACE'),
      `UPDATE audit_log SET details = '{"points":1}' WHERE sequence = 1`,
      'UPDATE audit_log SET at = at WHERE sequence = 2',
      'DELETE FROM audit_log WHERE sequence = 2',
      'UPDATE audit_head SET count = 1',
      'UPDATE audit_head SET hash = zeroblob(32)',
      'DELETE FROM audit_head',
      'INSERT OR REPLACE INTO audit_head (id, count, hash) VALUES (1, 0, zeroblob(32))',
    ])
      expect(run(text), text).toThrow();
    expect(
      plainRows(database(), 'SELECT count, hash = (SELECT hash FROM audit_log WHERE sequence = 2) AS isLast FROM audit_head'),
    ).toEqual([{ count: 2, isLast: 1 }]);
  },
});
