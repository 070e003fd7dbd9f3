import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainRows } from '../../electron/store/database.ts';
import { mergeTables } from '../../electron/store/mergePolicy.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

let store: TestStore;
beforeAll(() => {
  store = openTestStore();
});
afterAll(() => {
  store.close();
});

/** Every column of the present schema that refers to a customer. */
const references = (): string[] =>
  plainRows<{ name: string }>(
    store.database,
    `SELECT tables.name || '.' || keys."from" AS name
     FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.type = 'table' AND keys."table" = 'customers' ORDER BY 1`,
  ).map(({ name }) => name);

const columnsOf = (table: string): string[] =>
  plainRows<{ name: string }>(store.database, 'SELECT name FROM pragma_table_info(@table)', { table }).map(({ name }) => name);

const uniqueTogether = (table: string): string[][] =>
  plainRows<{ columns: string }>(
    store.database,
    `SELECT (SELECT json_group_array(name) FROM pragma_index_info(indexes.name)) AS columns
     FROM pragma_index_list(@table) AS indexes WHERE indexes."unique" = 1`,
    { table },
  ).map(({ columns }) =>
    z
      .array(z.string().nullable())
      .parse(JSON.parse(columns))
      // An expression has no name.
      .map((name) => name ?? ''),
  );

describe('what a merge does with each table', () => {
  it('is stated in electron/store/mergePolicy.ts for every column that refers to a customer, and for no other (R184)', () => {
    const stated = mergeTables.map(({ table, column }) => `${table}.${column}`).sort();
    expect(stated).toEqual(references());
  });

  it('names columns that are there', () => {
    for (const entry of mergeTables) {
      if (entry.policy !== 'move' && entry.policy !== 'unite') continue;
      const known = columnsOf(entry.table);
      const sql = [...('same' in entry ? entry.same : []), entry.except ?? ''].join(' ');
      const named = [
        ...(entry.key ?? ['id']),
        ...(entry.policy === 'move' ? (entry.follows ?? []).map(({ column }) => column) : []),
        ...[...sql.matchAll(/\$\.(\w+)/g)].map((match) => match[1] ?? ''),
      ];
      expect(
        named.filter((column) => !known.includes(column)),
        entry.table,
      ).toEqual([]);
    }
  });

  it('identifies one row by the key and the moved column together', () => {
    for (const entry of mergeTables) {
      if (entry.policy !== 'move' && entry.policy !== 'unite') continue;
      const key = new Set([...(entry.key ?? ['id']), entry.column]);
      expect(
        uniqueTogether(entry.table).some((columns) => columns.every((column) => key.has(column))),
        entry.table,
      ).toBe(true);
    }
  });

  it('never moves rows of which a customer may have only one kind: those are united', () => {
    for (const entry of mergeTables.filter(({ policy }) => policy === 'move'))
      expect(
        uniqueTogether(entry.table).filter((columns) => columns.includes(entry.column)),
        entry.table,
      ).toEqual([]);
  });
});
