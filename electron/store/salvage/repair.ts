import { foreignKeyProblems } from '../audit.ts';
import { plainRows, plainRun } from '../database.ts';
import type { StoreDatabase } from '../database.ts';
import { quoted } from '../quoted.ts';

// Rows that were read although what they belong to was not: a store must hold its own laws again before anybody works in it.

interface ForeignKey {
  readonly id: number;
  readonly parent: string;
  readonly child: string;
  readonly column: string;
  readonly parentColumn: string;
  readonly isNullable: number;
  readonly onDelete: string;
}

const keysOf = (database: StoreDatabase): ForeignKey[][] => {
  const all = plainRows<ForeignKey>(
    database,
    `SELECT keys.id, keys."table" AS parent, tables.name AS child, keys."from" AS "column",
       ifnull(keys."to", 'id') AS parentColumn, columns."notnull" = 0 AND columns.pk = 0 AS isNullable, keys.on_delete AS onDelete
     FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys, pragma_table_info(tables.name) AS columns
     WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.name = keys."from"
     ORDER BY tables.name, keys.id, keys.seq`,
  );
  const groups = new Map<string, ForeignKey[]>();
  for (const key of all) {
    const name = `${key.child}.${key.id}`;
    groups.set(name, [...(groups.get(name) ?? []), key]);
  }
  return [...groups.values()];
};

/** Rows of a table whose parent by this key is not there. */
const orphansOf = (columns: readonly ForeignKey[]): string => {
  const [first] = columns;
  const child = quoted(first?.child ?? '');
  const isSet = columns.map(({ column }) => `${child}.${quoted(column)} IS NOT NULL`).join(' AND ');
  const fits = columns.map((key) => `parent.${quoted(key.parentColumn)} = ${child}.${quoted(key.column)}`).join(' AND ');
  return `${isSet} AND NOT EXISTS (SELECT 1 FROM ${quoted(first?.parent ?? '')} AS parent WHERE ${fits})`;
};

const settle = (database: StoreDatabase, columns: readonly ForeignKey[]): void => {
  const [first] = columns;
  if (first === undefined) return;
  const mayForget = columns.every(({ isNullable, onDelete }) => isNullable === 1 && onDelete !== 'CASCADE');
  if (mayForget) {
    const forgotten = columns.map(({ column }) => `${quoted(column)} = NULL`).join(', ');
    try {
      plainRun(database, `UPDATE ${quoted(first.child)} SET ${forgotten} WHERE ${orphansOf(columns)}`);
      return;
    } catch {
      // A row that cannot do without goes, as below.
    }
  }
  plainRun(database, `DELETE FROM ${quoted(first.child)} WHERE ${orphansOf(columns)}`);
};

/** A row let go may leave others behind that belonged to it. */
const MOST_ROUNDS = 12;

/** Takes out, table by table, what refers to a row that is lost, or lets it forget that row where it may. */
export const settleForeignKeys = (database: StoreDatabase): void => {
  const keys = keysOf(database);
  for (let round = 0; round < MOST_ROUNDS && foreignKeyProblems(database).length > 0; round += 1)
    for (const columns of keys) settle(database, columns);
};

/**
 * What must add up again: totals stand although lines are lost (then the lines that are left say too little and go), sums kept beside the
 * rows are made anew, and the audit log's head is its last entry.
 */
export const settleSums = (database: StoreDatabase): void => {
  plainRun(
    database,
    `DELETE FROM visit_lines WHERE visit_id IN (SELECT visits.id FROM visits JOIN visit_lines ON visit_lines.visit_id = visits.id
       GROUP BY visits.id HAVING sum(visit_lines.amount_cents) <> visits.total_cents)`,
  );
  const has = (table: string): boolean =>
    plainRows(database, `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = @table`, { table }).length > 0;
  if (has('attachment_usage')) {
    plainRun(database, 'DELETE FROM attachment_usage');
    plainRun(database, 'INSERT INTO attachment_usage (id, bytes) SELECT 1, ifnull(sum(bytes), 0) FROM attachment_blobs');
  }
  if (has('care_groups')) {
    plainRun(database, 'DELETE FROM care_groups');
    plainRun(
      database,
      'INSERT INTO care_groups (score, missing, flawed, people) SELECT score, missing, flawed, count(*) FROM customer_care GROUP BY 1, 2, 3',
    );
  }
  if (has('store_identity'))
    plainRun(
      database,
      'INSERT INTO store_identity (id) SELECT lower(hex(randomblob(16))) WHERE NOT EXISTS (SELECT 1 FROM store_identity)',
    );
  if (has('audit_head')) {
    plainRun(
      database,
      `DELETE FROM audit_head WHERE NOT EXISTS (SELECT 1 FROM audit_log WHERE sequence = audit_head.count AND hash = audit_head.hash)`,
    );
    plainRun(
      database,
      `INSERT INTO audit_head (id, count, hash) SELECT 1, sequence, hash FROM audit_log WHERE NOT EXISTS (SELECT 1 FROM audit_head)
       ORDER BY sequence DESC LIMIT 1`,
    );
    plainRun(
      database,
      'INSERT INTO audit_head (id, count, hash) SELECT 1, 0, zeroblob(32) WHERE NOT EXISTS (SELECT 1 FROM audit_head)',
    );
  }
};
