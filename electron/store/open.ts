import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import type { StoreDatabase } from './database.ts';
import { latestVersion } from './migrations/index.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';

/** 'RGLR': marks a file as a store of ours. */
export const APPLICATION_ID = 0x52474c52;

const HEADER = 'SQLite format 3\0';

const readHeader = (path: string): string => {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(HEADER.length);
    const length = readSync(file, buffer, 0, buffer.length, 0);
    return buffer.toString('latin1', 0, length);
  } finally {
    closeSync(file);
  }
};

/** Refuses what is no SQLite file before SQLite gets to touch it; an empty or missing file is a new store. */
const requireDatabaseFile = (path: string): void => {
  const header = readHeader(path);
  if (header !== '' && header !== HEADER) throw new AppError('db_not_database', {});
};

const requireOurs = (connection: BetterSqlite3.Database): void => {
  const tables = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  const applicationId = connection.pragma('application_id', { simple: true });
  if (tables !== 0 && applicationId !== APPLICATION_ID) throw new AppError('db_not_database', {});
  const version = Number(connection.pragma('user_version', { simple: true }));
  if (version > latestVersion) throw new AppError('db_from_future', { version, supported: latestVersion });
};

/**
 * SQLite would open a file it may not write without a word and fail at the first save; a shop must hear of it at the start.
 * Throws folder_missing or db_readonly.
 */
const requireWritable = (path: string): void => {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new AppError('folder_missing', {});
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch {
    throw new AppError('db_readonly', {});
  }
};

/**
 * What a killed newer program left in its WAL would be folded into the file when we close it again: such a store is looked at
 * through a connection that cannot write before one is opened that can.
 */
const refuseThroughWal = (path: string): void => {
  const wal = `${path}-wal`;
  if (!existsSync(wal) || statSync(wal).size === 0) return;
  const connection = new BetterSqlite3(path, { readonly: true, timeout: 5000 });
  try {
    requireOurs(connection);
  } finally {
    connection.close();
  }
};

export interface OpenOptions {
  /** A second connection that never writes. The file must exist. */
  readonly isReadonly?: boolean;
}

/**
 * Opens a store: WAL, synchronous=FULL, foreign keys on. Makes a new file when there is none (not when read-only).
 * Errors: file_missing, folder_missing, file_unreadable, db_not_database, db_corrupt, db_readonly, db_from_future, disk_full. A file from a newer version is left
 * as it is, to the byte.
 */
export const openStore = (path: string, options: OpenOptions = {}): StoreDatabase => {
  const isReadonly = options.isReadonly ?? false;
  try {
    if (existsSync(path)) requireDatabaseFile(path);
    else if (isReadonly) throw new AppError('file_missing', {});
    if (!isReadonly && path !== ':memory:') {
      requireWritable(path);
      refuseThroughWal(path);
    }
    const connection = new BetterSqlite3(path, { readonly: isReadonly, timeout: 5000 });
    try {
      requireOurs(connection);
      if (!isReadonly) {
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = FULL');
      }
      connection.pragma('foreign_keys = ON');
      connection.pragma('trusted_schema = OFF');
      connection.pragma('temp_store = MEMORY');
      connection.pragma('cache_size = -32000');
      return { connection, statements: new Map() };
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};

/** Closes the connection; the last one folds the WAL into the file. */
export const closeStore = (database: StoreDatabase): void => {
  database.statements.clear();
  database.connection.close();
};
