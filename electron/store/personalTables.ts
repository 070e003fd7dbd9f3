import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Which rows belong to a person, told by the schema itself, so that no table can be overlooked (R190).

/** A column through which rows of a table belong to a row of another one, in the end to a customer. */
export interface Belonging {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
}

interface ForeignKey extends Belonging {
  readonly onDelete: string;
  readonly isRequired: 0 | 1;
}

const foreignKeys = (database: StoreDatabase): ForeignKey[] =>
  plainRows<ForeignKey>(
    database,
    `SELECT tables.name AS "table", keys."from" AS "column", keys."table" AS parent, coalesce(keys."to", 'id') AS parentColumn,
       keys.on_delete AS onDelete, columns."notnull" AS isRequired
     FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys, pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND columns.name = keys."from" ORDER BY tables.name, columns.cid`,
  );

/** A row that goes with its parent, or cannot be without it, is part of it; one that merely names it is not. */
const isPart = ({ onDelete, isRequired }: ForeignKey): boolean => onDelete === 'CASCADE' || isRequired === 1;

/**
 * Every column by which a row is about a customer: those that refer to one directly, and those of parts of such rows (the lines of a visit).
 * `customers` itself comes first. What a content is kept in for all who show it (attachment_blobs) is reached by its digest, not from here.
 */
export const personalTables = (database: StoreDatabase): Belonging[] => {
  const keys = foreignKeys(database);
  const found: Belonging[] = [];
  const reached = new Set<string>(['customers']);
  for (let frontier = ['customers']; frontier.length > 0;) {
    const next = keys.filter(
      (key) =>
        frontier.includes(key.parent) &&
        key.table !== 'customers' &&
        (key.parent === 'customers' || (isPart(key) && !reached.has(key.table))),
    );
    found.push(...next.map(({ table, column, parent, parentColumn }) => ({ table, column, parent, parentColumn })));
    frontier = [...new Set(next.map(({ table }) => table))].filter((table) => !reached.has(table));
    for (const table of frontier) reached.add(table);
  }
  return found;
};

type StoredRow = Readonly<Record<string, unknown>>;

/** What proves who somebody is goes into no file, nor what was made of it, wherever it is kept. */
const withoutSecrets = (row: StoredRow): StoredRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/\$scrypt\$[\w$=,+/]*/g, '***') : value,
    ]),
  );

/** Rows of every table about these customers, by the table's name; binary contents are left out. Tables without a row are left out too. */
export const readPersonalRows = (
  database: StoreDatabase,
  customerIds: readonly string[],
): ReadonlyMap<string, readonly StoredRow[]> => {
  const ids = JSON.stringify(customerIds);
  const rowsOf = (table: string, column: string, keys: string): StoredRow[] =>
    plainRows<StoredRow>(database, `SELECT * FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(@keys))`, {
      keys,
    }).map(withoutSecrets);
  const kept = new Map<string, Map<string, StoredRow>>();
  const keep = (table: string, rows: readonly StoredRow[]): void => {
    if (rows.length === 0) return;
    const known = kept.get(table) ?? new Map<string, StoredRow>();
    for (const row of rows) known.set(JSON.stringify(row), row);
    kept.set(table, known);
  };
  keep('customers', rowsOf('customers', 'id', ids));
  for (const { table, column, parent, parentColumn } of personalTables(database)) {
    const parents = [...(kept.get(parent)?.values() ?? [])].map((row) => row[parentColumn]);
    keep(table, rowsOf(table, column, parent === 'customers' ? ids : JSON.stringify(parents)));
  }
  return new Map([...kept].map(([table, rows]) => [table, [...rows.values()]]));
};
