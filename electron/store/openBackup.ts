import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { liveFile } from '../files/liveFile.ts';
import type { StoreDatabase } from './database.ts';
import { schemaVersion } from './dataVersion.ts';
import { closeStore, openStore } from './open.ts';
import type { OpenOptions } from './open.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import type { StoreKey } from './storeKey.ts';

// A backup is evidence: looking at it changes no byte of it and leaves nothing beside it.

/** Byte 18 of the header: 1 is a rollback journal, 2 is WAL. It stays in the clear when the pages are locked. */
const WRITE_VERSION_OFFSET = 18;
const WAL_VERSION = 2;
const SIDE_FILES = ['-wal', '-journal'] as const;

const isFilled = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

const isWalMode = (path: string): boolean => {
  const file = openSync(path, 'r');
  try {
    const byte = Buffer.alloc(1);
    return readSync(file, byte, 0, 1, WRITE_VERSION_OFFSET) === 1 && byte[0] === WAL_VERSION;
  } finally {
    closeSync(file);
  }
};

/** In WAL mode even a reader makes side files, and an unfinished journal asks to be rolled back: work on a copy then. */
const needsCopy = (path: string): boolean => isWalMode(path) || SIDE_FILES.some((side) => isFilled(`${path}${side}`));

const openOurs = (path: string, options: OpenOptions): StoreDatabase => {
  const database = openStore(path, options);
  if (schemaVersion(database) > 0) return database;
  closeStore(database);
  throw new AppError('db_not_database', {});
};

const withCopy = async <T>(path: string, key: StoreKey | null, work: (database: StoreDatabase) => T | Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-look-'));
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    for (const side of SIDE_FILES) if (isFilled(`${path}${side}`)) copyFileSync(`${path}${side}`, `${copy}${side}`);
    // What is left of a store that was cut off: the look inside tells how far it goes.
    return await withOpen(copy, { key, acceptsLoss: true }, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const withOpen = async <T>(path: string, options: OpenOptions, work: (database: StoreDatabase) => T | Promise<T>): Promise<T> => {
  const database = openOurs(path, options);
  try {
    return await work(database);
  } finally {
    closeStore(database);
  }
};

/**
 * Runs the work on a backup, or on any store, without a trace. `live` is the store this program has open: that one is
 * read in place, for its side files are in use. Errors: file_missing, file_unreadable, db_not_database, db_corrupt,
 * db_from_future.
 */
export const withBackup = async <T>(
  path: string,
  live: { readonly storePath: string; readonly storeKey: StoreKey | null },
  work: (database: StoreDatabase) => T | Promise<T>,
): Promise<T> => {
  try {
    if (!existsSync(path)) throw new AppError('file_missing', {});
    const status = statSync(path);
    if (!status.isFile()) throw new AppError('file_unreadable', {});
    if (status.size === 0) throw new AppError('file_empty', {});
    const key = live.storeKey;
    // By its own name: under another one SQLite would look for another log.
    if (liveFile(path, live.storePath) === 'store')
      return await withOpen(live.storePath, { isReadonly: true, isShared: true, key }, work);
    if (!needsCopy(path)) return await withOpen(path, { isReadonly: true, key }, work);
    return await withCopy(path, key, work);
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};
