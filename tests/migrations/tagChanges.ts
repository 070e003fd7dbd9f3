import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const tags = (database: StoreDatabase): unknown =>
  plainRows(database, 'SELECT * FROM customer_tags ORDER BY customer_id, tag_id');
let before: unknown;

/** To version 180: who has which tag is kept, and what gives way goes with its change or its customer. */
export const tagChangesStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    fillDatabase(database());
    plainRun(database(), `INSERT INTO tag_groups (id, name, kind, position) VALUES ('g', '尺码', 'size', 90)`);
    for (const id of ['s', 'm'])
      plainRun(database(), `INSERT INTO tags (id, group_id, name, position) VALUES (@id, 'g', @id, 0)`, { id });
    for (const id of ['s', 'm'])
      plainRun(
        database(),
        `INSERT INTO customer_tags (customer_id, tag_id, source, tagged_on) VALUES (@customer, @id, 'by_hand', '2026-11-01')`,
        { id, customer: customerIdOf(1) },
      );
    plainRun(database(), `INSERT INTO tag_changes (id, at, before) VALUES ('change', 1, '{}')`);
    before = tags(database());
  },
  expectAfter: () => {
    expect(tags(database())).toEqual(before);
    const drop = (id: string) =>
      plainRun(
        database(),
        `INSERT INTO tag_change_dropped (change_id, customer_id, tag_id, source, tagged_on)
         VALUES ('change', @customer, @id, 'by_hand', '2026-11-01')`,
        { id, customer: customerIdOf(1) },
      );
    drop('s');
    expect(() => drop('s')).toThrow();
    plainRun(database(), `DELETE FROM tag_changes`);
    expect(plainRows(database(), 'SELECT * FROM tag_change_dropped')).toEqual([]);
  },
});
