import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Selectable } from 'kysely';
import { plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import { unlock } from './storeKey.ts';
import type { StoreKey } from './storeKey.ts';

// Rows of an import on their way in: the engine fills a file of its own beside the store, table by table in the store's own shape;
// the writer attaches it and takes them over some people at a time.

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
    'income_band',
    'education',
    'address',
    'region',
    'source',
    'referrer_id',
    'owner_id',
    'is_vip',
    'vip_reason',
    'need_type',
    'preferred_channel',
    'contact_from_hour',
    'contact_to_hour',
    'do_not_contact',
    'consent_on',
    'consent_source',
    'consent_withdrawn_on',
    'stated_age',
    'stated_age_on',
    'safety_note',
    'likes',
    'motive',
    'needs',
    'usage_habits',
    'pain_points',
    'note',
    'status',
    'is_inactive',
    'inactive_on',
    'inactive_reason',
    'import_id',
    'created_at',
    'changed_at',
  ],
  contact_methods: ['id', 'customer_id', 'type', 'label', 'value', 'e164', 'is_primary', 'is_valid', 'verified_on', 'created_at'],
  important_dates: [
    'id',
    'customer_id',
    'kind',
    'label',
    'calendar',
    'year',
    'month',
    'day',
    'is_leap_month',
    'is_yearly',
    'lead_days',
    'import_id',
  ],
  family_members: [
    'id',
    'customer_id',
    'name',
    'relation',
    'calendar',
    'birth_year',
    'birth_month',
    'birth_day',
    'is_leap_month',
    'import_id',
  ],
  things: [
    'id',
    'customer_id',
    'type',
    'name',
    'plate',
    'fields',
    'birth_calendar',
    'birth_year',
    'birth_month',
    'birth_day',
    'birth_is_leap_month',
    'note',
    'retired_on',
    'retired_because',
    'import_id',
    'created_at',
    'changed_at',
  ],
  expiring_facts: [
    'id',
    'customer_id',
    'thing_id',
    'kind',
    'label',
    'valid_until',
    'lead_days',
    'note',
    'import_id',
    'created_at',
    'changed_at',
  ],
  expiring_periods: ['id', 'fact_id', 'at', 'renewed_on', 'valid_until', 'staff_id'],
  interests: [
    'id',
    'customer_id',
    'at',
    'business_date',
    'kind',
    'product_id',
    'name',
    'note',
    'requirements',
    'wanted_by',
    'state',
    'settled_on',
    'staff_id',
    'import_id',
  ],
  safety_facts: [
    'id',
    'customer_id',
    'kind',
    'what',
    'severity',
    'since_on',
    'ended_on',
    'source',
    'note',
    'staff_id',
    'import_id',
    'created_at',
  ],
  patch_tests: [
    'id',
    'customer_id',
    'product_id',
    'what',
    'result',
    'done_on',
    'valid_days',
    'reading_due_on',
    'note',
    'staff_id',
    'import_id',
    'created_at',
  ],
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

/** How much there is to take over. */
export interface ScratchExtent {
  /** People in line: newcomers first, in the file's order, then those who are here already. */
  readonly people: number;
  readonly newcomers: number;
  readonly rejectedRows: number;
  readonly hasReferrers: boolean;
  /** The highest plain number given. */
  readonly highestNumber: number | null;
}

export interface Scratch {
  readonly path: string;
  add<Table extends ScratchTable>(table: Table, row: ScratchRow<Table>): void;
  addUpdate(update: ScratchUpdate): void;
  /** Gives everyone without a number the next one from `numbersFrom(above)` on, `above` being higher than any plain number of the file. */
  giveNumbers(numbersFrom: (above: number) => number): void;
  /** Says who brought whom, both by id; for people of this file, who may stand after the ones they brought. */
  setReferrers(pairs: readonly { readonly customerId: string; readonly referrerId: string }[]): void;
  /** Writes everything out and puts the people in line; after this the writer may take them over. */
  finish(): ScratchExtent;
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

const highestNumber = (connection: BetterSqlite3.Database): number | null =>
  connection
    .prepare<[], number | null>(
      `SELECT max(CAST(number AS INTEGER)) FROM customers WHERE length(number) <= 9 AND number NOT GLOB '*[^0-9]*'`,
    )
    .pluck()
    .get() ?? null;

/** The tables by how their rows belong to a person. */
const byCustomer = tableNames.filter((table) => columnsOf(table).includes('customer_id'));

/** Gives everybody a place in the line in which the writer takes them over, and indexes what belongs to them. */
const putPeopleInLine = (connection: BetterSqlite3.Database): ScratchExtent => {
  connection.exec('CREATE INDEX IF NOT EXISTS customers_by_id ON customers (id)');
  for (const table of [...byCustomer, 'customer_updates']) connection.exec(`CREATE INDEX ${table}_of ON ${table} (customer_id)`);
  connection.exec(`CREATE INDEX visit_lines_of ON visit_lines (visit_id);
    CREATE INDEX expiring_periods_of ON expiring_periods (fact_id);
    CREATE TABLE people (position INTEGER PRIMARY KEY, customer_id TEXT NOT NULL);
    INSERT INTO people (customer_id) SELECT id FROM customers ORDER BY rowid`);
  const count = (text: string): number => connection.prepare<[], number>(`SELECT count(*) FROM ${text}`).pluck().get() ?? 0;
  const newcomers = count('customers');
  const others = [...byCustomer, 'customer_updates'].map((table) => `SELECT customer_id FROM ${table}`).join(' UNION ');
  connection.exec(
    `INSERT INTO people (customer_id) SELECT customer_id FROM (${others})
     WHERE customer_id NOT IN (SELECT id FROM customers) ORDER BY customer_id`,
  );
  return {
    people: count('people'),
    newcomers,
    rejectedRows: count('import_rejected_rows'),
    hasReferrers: count('customers WHERE referrer_id IS NOT NULL') > 0,
    highestNumber: highestNumber(connection),
  };
};

/** Makes the file, beside the store so that it fits where the store fits. `id` keeps two imports apart. */
export const createScratch = (storePath: string, id: string, key: StoreKey | null): Scratch => {
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
    // It holds people's data as the store does.
    if (key !== null) unlock(connection, key);
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
        let next = numbersFrom((highestNumber(connection) ?? 0) + 1);
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
    setReferrers: (pairs) => {
      if (pairs.length === 0) return;
      attempt(() => {
        tables.get('customers')?.flush();
        connection.exec('CREATE INDEX IF NOT EXISTS customers_by_id ON customers (id)');
        const set = connection.prepare<[{ customerId: string; referrerId: string }]>(
          'UPDATE customers SET referrer_id = @referrerId WHERE id = @customerId',
        );
        for (const pair of pairs) set.run(pair);
      });
    },
    finish: () => {
      const extent = attempt(() => {
        for (const filler of tables.values()) filler.flush();
        const found = putPeopleInLine(connection);
        connection.exec('COMMIT');
        return found;
      });
      close();
      return extent;
    },
    remove: () => {
      close();
      if (existsSync(path)) rmSync(path);
    },
  };
};

/** Attaches a finished scratch file to the writer as `scratch`, unless it is. May be called inside a transaction; see `detachScratch`. */
export const attachScratch = (database: StoreDatabase, path: string): void => {
  if (isAttached(database)) return;
  try {
    database.connection.prepare('ATTACH ? AS scratch').run(path);
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};

const isAttached = ({ connection }: StoreDatabase): boolean => {
  const attached: unknown = connection.pragma('database_list');
  return Array.isArray(attached) && attached.some((entry: unknown) => isNamedScratch(entry));
};

/** Lets go of the scratch file, if one is attached. Only outside a transaction: SQLite holds on to it until the commit. */
export const detachScratch = (database: StoreDatabase): void => {
  if (isAttached(database)) database.connection.exec('DETACH scratch');
};

const isNamedScratch = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'name' in entry && entry.name === 'scratch';

/** Some of the people in line: those after one place, up to another. */
export interface Places {
  readonly after: number;
  readonly upTo: number;
}

/** The ids of some people in line, as SQL with @after and @upTo. */
export const PEOPLE_OF_SCRATCH = '(SELECT customer_id FROM scratch.people WHERE position > @after AND position <= @upTo)';

const rowsOf: Readonly<Partial<Record<ScratchTable, string>>> = {
  customers: `id IN ${PEOPLE_OF_SCRATCH}`,
  visit_lines: `visit_id IN (SELECT id FROM scratch.visits WHERE customer_id IN ${PEOPLE_OF_SCRATCH})`,
  expiring_periods: `fact_id IN (SELECT id FROM scratch.expiring_facts WHERE customer_id IN ${PEOPLE_OF_SCRATCH})`,
};

/** Whoever brought somebody may come later than they do: until then it stays open. */
const valueOf = (column: string): string =>
  column === 'referrer_id' ? '(SELECT id FROM main.customers AS known WHERE known.id = fresh.referrer_id)' : column;

/** Moves some people of the attached file into the store with all that belongs to them. The import's own row must be there already. */
export const takeOverPeople = (database: StoreDatabase, places: Places): void => {
  for (const table of tableNames) {
    if (table === 'import_rejected_rows') continue;
    const columns = columnsOf(table);
    plainRun(
      database,
      `INSERT INTO main.${table} (${columns.join(', ')}) SELECT ${columns.map(valueOf).join(', ')} FROM scratch.${table} AS fresh
       WHERE ${rowsOf[table] ?? `customer_id IN ${PEOPLE_OF_SCRATCH}`} ORDER BY rowid`,
      places,
    );
  }
};

/** Moves some refused rows into the store, by their places in the file. */
export const takeOverRejectedRows = (database: StoreDatabase, places: Places): void => {
  const columns = columnsOf('import_rejected_rows').join(', ');
  plainRun(
    database,
    `INSERT INTO main.import_rejected_rows (${columns}) SELECT ${columns} FROM scratch.import_rejected_rows
     WHERE rowid > @after AND rowid <= @upTo ORDER BY rowid`,
    places,
  );
};

/** Says of some people in line who brought them, where that is still open and whoever brought them is there. */
export const takeOverReferrers = (database: StoreDatabase, places: Places): void => {
  plainRun(
    database,
    `UPDATE main.customers SET referrer_id = (SELECT known.id FROM scratch.customers AS fresh
       JOIN main.customers AS known ON known.id = fresh.referrer_id WHERE fresh.id = main.customers.id)
     WHERE referrer_id IS NULL AND id IN ${PEOPLE_OF_SCRATCH}
       AND id IN (SELECT id FROM scratch.customers WHERE referrer_id IS NOT NULL)`,
    places,
  );
};
