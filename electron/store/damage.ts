import BetterSqlite3 from 'better-sqlite3';
import { integrityProblems } from './audit.ts';
import { readLastChange } from './backup.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { unlock } from './storeKey.ts';
import type { StoreKey } from './storeKey.ts';
import { quoted } from './quoted.ts';

// What can still be told about a damaged store. It is only read: not a byte of it changes.

/** Runs the work on a store that may be damaged anywhere, through a connection that cannot write. */
export const withDamaged = <T>(path: string, key: StoreKey | null, work: (database: StoreDatabase) => T): T => {
  const connection = new BetterSqlite3(path, { readonly: true, timeout: 5000 });
  try {
    if (key !== null) unlock(connection, key);
    return work({ connection, key, statements: new Map() });
  } finally {
    connection.close();
  }
};

/** What is not readable counts as not known. */
const ifReadable = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

const one = (database: StoreDatabase, text: string): number | null =>
  ifReadable(() => plainRows<{ value: number | null }>(database, text)[0]?.value ?? null);

export interface Examined {
  /** When anything was last written down in it, as far as can be read; milliseconds since 1970. */
  readonly lastWrittenAt: number | null;
  readonly customers: number | null;
  readonly visits: number | null;
  /** Every row can be read, and only indexes are damaged: they can be made anew. */
  readonly isIndexOnly: boolean;
}

/** Reads what can be read of a damaged store. A store that does not open at all tells nothing. */
export const examine = (path: string, key: StoreKey | null): Examined => {
  const nothing: Examined = { lastWrittenAt: null, customers: null, visits: null, isIndexOnly: false };
  return (
    ifReadable(() =>
      withDamaged(path, key, (database) => {
        const moments = [
          one(database, 'SELECT at AS value FROM audit_log ORDER BY sequence DESC LIMIT 1'),
          ifReadable(() => readLastChange(database).at),
        ].filter((at) => at !== null);
        const problems = integrityProblems(database);
        return {
          lastWrittenAt: moments.length === 0 ? null : Math.max(...moments),
          customers: one(database, 'SELECT count(*) AS value FROM customers WHERE removed_at IS NULL'),
          visits: one(database, 'SELECT count(*) AS value FROM visits WHERE undone_at IS NULL'),
          isIndexOnly: problems.length > 0 && everyRowReads(database),
        };
      }),
    ) ?? nothing
  );
};

const everyRowReads = (database: StoreDatabase): boolean =>
  ifReadable(() => {
    const tables = plainRows<{ name: string }>(
      database,
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    );
    for (const { name } of tables) {
      for (const row of database.connection.prepare(`SELECT * FROM ${quoted(name)} NOT INDEXED`).iterate()) void row;
    }
    return true;
  }) ?? false;
