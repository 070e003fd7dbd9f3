import { existsSync, statSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import { quoted } from './quoted.ts';

/** Where damage shows while a table is read, its name goes with the error. */
const naming = (table: string, problem: 'page' | 'index', read: () => unknown): void => {
  try {
    read();
  } catch (error) {
    const known = appErrorFromSqlite(error);
    throw known instanceof AppError && known.code === 'db_corrupt' ? new AppError('db_corrupt', { problem, table }) : known;
  }
};

/** What lies in the WAL is not in the file yet: only without one must the file be as long as it says. */
const isCutShort = ({ connection }: StoreDatabase): boolean => {
  const wal = `${connection.name}-wal`;
  if (connection.memory || (existsSync(wal) && statSync(wal).size > 0)) return false;
  const pages = Number(connection.pragma('page_count', { simple: true }));
  const pageSize = Number(connection.pragma('page_size', { simple: true }));
  return statSync(connection.name).size < pages * pageSize;
};

/**
 * The look at every start (R3): the file is as long as it says and the beginning of every table can be read. Some reads for each table,
 * whatever the size of the shop; the whole file is read by the proof of a backup. Throws db_corrupt.
 */
export const requireReadable = (database: StoreDatabase): void => {
  if (isCutShort(database)) throw new AppError('db_corrupt', { problem: 'cut_short' });
  const tables = plainRows<{ name: string; key: string | null }>(
    database,
    `SELECT name, (SELECT group_concat('"' || name || '"') FROM (SELECT name FROM pragma_table_info(sqlite_schema.name) WHERE pk > 0 ORDER BY pk)) AS key
     FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );
  // As it lies, and by its key: another index that holds all columns would be read in the place of one of the two.
  for (const { name, key } of tables)
    for (const order of key === null ? [''] : ['', `ORDER BY ${key}`])
      naming(name, order === '' ? 'page' : 'index', () =>
        database.connection.prepare(`SELECT * FROM ${quoted(name)} ${order} LIMIT 1`).get(),
      );
};
