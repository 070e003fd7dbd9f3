import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Selectable } from 'kysely';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';

// Rows of an import on their way in: the engine fills a file of its own beside the store, table by table in the store's own shape;
// the writer attaches it and takes all of them over in one transaction.

/** The tables an import fills, in the order in which their keys allow it, with the columns it writes. */
const scratchTables = {
  import_rejected_rows: ['import_id', 'line', 'column_name', 'code', 'value', 'cells'],
  customers: [
    'id',
    'number',
    'name',
    'name_pinyin',
    'gender',
    'card_no',
    'occupation',
    'address',
    'region',
    'source',
    'is_vip',
    'do_not_contact',
    'safety_note',
    'note',
    'status',
    'import_id',
    'created_at',
    'changed_at',
  ],
  contact_methods: ['id', 'customer_id', 'type', 'value', 'e164', 'is_primary', 'is_valid', 'created_at'],
  important_dates: ['id', 'customer_id', 'kind', 'label', 'calendar', 'year', 'month', 'day', 'is_leap_month'],
  customer_changes: ['id', 'customer_id', 'at', 'business_date', 'action', 'fields', 'before', 'import_id', 'staff_id'],
  visits: [
    'id',
    'customer_id',
    'at',
    'business_date',
    'staff_id',
    'note',
    'is_purchase',
    'total_cents',
    'cost_cents',
    'item_quantity',
    'points_earned',
    'import_id',
  ],
  visit_lines: [
    'visit_id',
    'position',
    'id',
    'product_id',
    'name',
    'quantity',
    'unit_price_cents',
    'amount_cents',
    'cost_cents',
    'staff_id',
  ],
  points_entries: ['id', 'customer_id', 'at', 'business_date', 'kind', 'points', 'reason', 'visit_id', 'staff_id', 'import_id'],
} as const satisfies { [Table in keyof Schema]?: readonly (keyof Schema[Table])[] };

type ScratchTables = typeof scratchTables;
export type ScratchTable = keyof ScratchTables;
type StoreRow<Table extends ScratchTable> = Pick<
  Selectable<Schema[Table]>,
  ScratchTables[Table][number] & keyof Selectable<Schema[Table]>
>;
/** Whoever has no number in the file gets one at the end, and it stands in for a missing name. */
type Unnumbered = { readonly number: string | null; readonly name: string | null; readonly name_pinyin: string | null };
/** A row of one of them, as the store keeps it. */
export type ScratchRow<Table extends ScratchTable> = Table extends 'customers'
  ? Readonly<Omit<StoreRow<'customers'>, keyof Unnumbered>> & Unnumbered
  : Readonly<StoreRow<Table>>;

/** New values for somebody who is already here; the writer compares and keeps the former ones. */
export interface ScratchUpdate {
  readonly customerId: string;
  readonly changes: string;
}

export interface Scratch {
  readonly path: string;
  add<Table extends ScratchTable>(table: Table, row: ScratchRow<Table>): void;
  addUpdate(update: ScratchUpdate): void;
  /** Gives everyone without a number the next one from `numbersFrom(above)` on, `above` being higher than any plain number of the file. */
  giveNumbers(numbersFrom: (above: number) => number): void;
  /** Writes everything out; after this the writer may take it over. */
  finish(): void;
  /** Deletes the file. */
  remove(): void;
}

const tableNames = Object.keys(scratchTables).filter((name): name is ScratchTable => Object.hasOwn(scratchTables, name));
const columnsOf = (table: ScratchTable): readonly string[] => scratchTables[table];

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const prefixOf = (storePath: string): string => `${basename(storePath)}.import-`;

/** Deletes what imports of programs that were killed left beside the store: it holds people's data and is of no use. */
export const removeStaleScratches = (storePath: string): void => {
  const folder = dirname(storePath);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefixOf(storePath))) continue;
    const pid = Number(name.slice(prefixOf(storePath).length).split('-')[0]);
    if (Number.isInteger(pid) && pid > 0 && pid !== process.pid && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
};

/** Rows of a table go in so many at a time: half the time of one by one. */
const ROWS_AT_A_TIME = 16;

type Cell = string | number | null;

/** Collects rows of one table and writes them in groups. */
const makeFiller = (connection: BetterSqlite3.Database, table: ScratchTable) => {
  const columns = columnsOf(table);
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const insert = (count: number): BetterSqlite3.Statement<Cell[]> =>
    connection.prepare<Cell[]>(`INSERT INTO ${table} VALUES ${Array.from({ length: count }, () => marks).join(', ')}`);
  const [group, single] = [insert(ROWS_AT_A_TIME), insert(1)];
  let waiting: Cell[] = [];
  return {
    add: (row: Readonly<Record<string, Cell>>): void => {
      for (const column of columns) waiting.push(row[column] ?? null);
      if (waiting.length < columns.length * ROWS_AT_A_TIME) return;
      group.run(...waiting);
      waiting = [];
    },
    flush: (): void => {
      for (let at = 0; at < waiting.length; at += columns.length) single.run(...waiting.slice(at, at + columns.length));
      waiting = [];
    },
  };
};

/** Makes the file, beside the store so that it fits where the store fits. `id` keeps two imports apart. */
export const createScratch = (storePath: string, id: string): Scratch => {
  const path = join(dirname(storePath), `${prefixOf(storePath)}${process.pid}-${id}`);
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw appErrorFromSqlite(error);
    }
  };
  const connection = attempt(() => new BetterSqlite3(path));
  attempt(() => {
    // The file is worth nothing after a crash: no journal beside it, no sync.
    connection.pragma('journal_mode = MEMORY');
    connection.pragma('synchronous = OFF');
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('cache_size = -16000');
    for (const table of tableNames) connection.exec(`CREATE TABLE ${table} (${columnsOf(table).join(', ')})`);
    connection.exec('CREATE TABLE customer_updates (customer_id TEXT NOT NULL, changes TEXT NOT NULL)');
    connection.exec('BEGIN');
  });
  const tables = new Map(tableNames.map((table) => [table, makeFiller(connection, table)]));
  const insertUpdate = connection.prepare<[ScratchUpdate]>('INSERT INTO customer_updates VALUES (@customerId, @changes)');
  const close = (): void => {
    if (connection.open) connection.close();
  };
  return {
    path,
    add: (table, row) => {
      attempt(() => tables.get(table)?.add(row));
    },
    addUpdate: (update) => {
      attempt(() => insertUpdate.run(update));
    },
    giveNumbers: (numbersFrom) => {
      attempt(() => {
        tables.get('customers')?.flush();
        const unnumbered = connection
          .prepare<[], number>('SELECT rowid FROM customers WHERE number IS NULL ORDER BY rowid')
          .pluck()
          .all();
        if (unnumbered.length === 0) return;
        const highest = connection.prepare<[], number | null>(`SELECT max(CAST(number AS INTEGER)) FROM customers
          WHERE length(number) <= 9 AND number NOT GLOB '*[^0-9]*'`);
        let next = numbersFrom((highest.pluck().get() ?? 0) + 1);
        const give = connection.prepare<[{ rowid: number; number: string }]>(
          `UPDATE customers SET number = @number, name = coalesce(name, @number), name_pinyin = coalesce(name_pinyin, @number)
           WHERE rowid = @rowid`,
        );
        for (const rowid of unnumbered) {
          give.run({ rowid, number: String(next) });
          next += 1;
        }
      });
    },
    finish: () => {
      attempt(() => {
        for (const filler of tables.values()) filler.flush();
        connection.exec('COMMIT');
      });
      close();
    },
    remove: () => {
      close();
      if (existsSync(path)) rmSync(path);
    },
  };
};

/** Attaches a finished scratch file to the writer as `scratch`. May be called inside a transaction; see `detachScratch`. */
export const attachScratch = ({ connection }: StoreDatabase, path: string): void => {
  try {
    connection.prepare('ATTACH ? AS scratch').run(path);
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};

/** Lets go of the scratch file, if one is attached. Only outside a transaction: SQLite holds on to it until the commit. */
export const detachScratch = ({ connection }: StoreDatabase): void => {
  const attached: unknown = connection.pragma('database_list');
  const isAttached = Array.isArray(attached) && attached.some((entry: unknown) => isNamedScratch(entry));
  if (isAttached) connection.exec('DETACH scratch');
};

const isNamedScratch = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'name' in entry && entry.name === 'scratch';

/** Moves every row of the attached file into the store. The import's own row must be there already. */
export const takeOverScratch = ({ connection }: StoreDatabase): void => {
  try {
    for (const table of tableNames) {
      const columns = columnsOf(table).join(', ');
      connection.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM scratch.${table} ORDER BY rowid`);
    }
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};
