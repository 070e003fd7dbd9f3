import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { isPlainStore } from '../files/storeHeader.ts';
import { integrityProblems } from './audit.ts';
import { countRows } from './backup.ts';
import type { StoreDatabase } from './database.ts';
import { closeStore, openStore } from './open.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import { lockPages, unlock } from './storeKey.ts';
import type { StoreKey } from './storeKey.ts';

const withStore = <T>(path: string, key: StoreKey | null, work: (database: StoreDatabase) => T): T => {
  const database = openStore(path, { isReadonly: true, key });
  try {
    return work(database);
  } finally {
    closeStore(database);
  }
};

const rowsOf = (path: string, key: StoreKey | null): string =>
  withStore(path, key, (database) => JSON.stringify([...countRows(database)]));

const withConnection = (path: string, work: (connection: BetterSqlite3.Database) => void): void => {
  try {
    const connection = new BetterSqlite3(path);
    try {
      work(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};

/**
 * Locks every page of a store in the clear that nobody else has open, then opens it as a stranger with the key would and throws
 * backup_not_verified unless it is whole and holds what it held. Other errors: those of opening, disk_full.
 */
export const lockStore = (path: string, key: StoreKey): void => {
  // What still lies in a WAL beside it is folded in first.
  withConnection(path, (connection) => connection.pragma('journal_mode = DELETE'));
  const before = rowsOf(path, null);
  withConnection(path, (connection) => lockPages(connection, key));
  if (isPlainStore(path)) throw new AppError('backup_not_verified', { problem: 'plain' });
  const problem = withStore(path, key, (database) => integrityProblems(database)[0]);
  if (problem !== undefined) throw new AppError('backup_not_verified', { problem });
  if (rowsOf(path, key) !== before) throw new AppError('backup_not_verified', { problem: 'counts' });
};

/** Locks the pages of a store that nobody has open with another key, and proves it as `lockStore` does. */
export const changeKey = (path: string, from: StoreKey, to: StoreKey): void => {
  const before = rowsOf(path, from);
  withConnection(path, (connection) => {
    unlock(connection, from);
    connection.pragma('journal_mode = DELETE');
    lockPages(connection, to);
  });
  const problem = withStore(path, to, (database) => integrityProblems(database)[0]);
  if (problem !== undefined) throw new AppError('backup_not_verified', { problem });
  if (rowsOf(path, to) !== before) throw new AppError('backup_not_verified', { problem: 'counts' });
};
