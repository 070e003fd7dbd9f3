import type { Insertable } from 'kysely';
import { plainRows, plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

/** The values of one new row. All rows of a table handed to one inserter name the same columns. */
export type NewRow<Table extends keyof Schema> = Readonly<Insertable<Schema[Table]>>;

/**
 * Inserts many rows of one table: the statement is built from the columns of the first row and then only run. For work that
 * writes a million rows, where building each statement would cost more than running it.
 */
export const rowInserter = <Table extends keyof Schema>(
  database: StoreDatabase,
  table: Table,
): ((row: NewRow<Table>) => void) => {
  let text: string | undefined;
  return (row) => {
    if (text === undefined) {
      const columns = Object.keys(row);
      text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
    }
    plainRun(database, text, row);
  };
};

/** Whether nobody is in the store yet, removed people included. */
export const holdsNobody = (database: StoreDatabase): boolean =>
  plainRows<{ found: number }>(database, 'SELECT EXISTS (SELECT 1 FROM customers) AS found')[0]?.found === 0;
