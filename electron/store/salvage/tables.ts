import { plainRows } from '../database.ts';
import type { StoreDatabase } from '../database.ts';
import type { DamagedTable } from './walk.ts';

/** What the engine works out anew from the rest: there is nothing to rescue in it. */
const derivedTables: ReadonlySet<string> = new Set(['reminders', 'callback_queue', 'customer_classes', 'engine_runs']);

interface ColumnRow {
  readonly name: string;
  readonly pk: number;
}

const columnsOf = (database: StoreDatabase, table: string): readonly ColumnRow[] =>
  plainRows<ColumnRow>(database, 'SELECT name, pk FROM pragma_table_info(@table) ORDER BY cid', { table });

/** The tables of a whole store of that version, with the order in which their rows lie; those the engine makes anew left out. */
export const tablesToRescue = (whole: StoreDatabase): DamagedTable[] =>
  plainRows<{ name: string; hasRowid: number }>(
    whole,
    `SELECT name, wr = 0 AS hasRowid FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  )
    .filter(({ name }) => !derivedTables.has(name))
    .map(({ name, hasRowid }) => {
      const columns = columnsOf(whole, name);
      const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
      return {
        name,
        columns: columns.map((column) => column.name),
        key: hasRowid === 1 ? ['rowid'] : key.map((column) => column.name),
      };
    });
