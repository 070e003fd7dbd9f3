import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { maskText } from '../../shared/domain/masking/mask.ts';
import { AppError } from '../../shared/errors.ts';
import { placesFileBeside } from '../files/placesFile.ts';
import { isCutShort, storeHeader, unreadableHeader } from '../files/storeHeader.ts';
import { addAgeFunctions } from './ageFunctions.ts';
import type { StoreDatabase } from './database.ts';
import { latestVersion } from './migrations/index.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import { unlock } from './storeKey.ts';
import type { StoreKey } from './storeKey.ts';
import { framesInUse, isSameLog, keepIndex, lostCommits, readWalEvidence } from './walEvidence.ts';

/** 'RGLR': marks a file as a store of ours. */
export const APPLICATION_ID = 0x52474c52;

/** Refuses what is no SQLite file before SQLite gets to touch it; an empty or missing file is a new store. */
const requireDatabaseFile = (path: string, key: StoreKey | null): void => {
  const what = unreadableHeader(path);
  // A store that was open once has its places noted beside it: whatever lies there now, it was ours.
  const wasOurs = key === null && what === 'foreign' && existsSync(placesFileBeside(path));
  if (what === 'damaged' || wasOurs) throw new AppError('db_corrupt', { problem: 'header' });
  if (key !== null) return;
  throw what === 'locked' ? new AppError('keys_missing', {}) : new AppError('db_not_database', {});
};

/** Names the damage of a store that SQLite would not even begin to read. */
const namingDamage = (error: unknown, path: string, key: StoreKey | null): unknown => {
  const known = appErrorFromSqlite(error);
  if (!(known instanceof AppError) || known.details['cause'] === undefined || !existsSync(path)) return error;
  // Its own key does not open its first page: that page is damaged, or the key beside it is another store's.
  if (key !== null && known.code === 'db_not_database') return new AppError('db_corrupt', { problem: 'first_page' });
  if (known.code !== 'db_corrupt') return error;
  return new AppError('db_corrupt', { problem: isCutShort(path) ? 'cut_short' : 'header' });
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
 * What lies in a WAL would be folded into the file when we close it again. A store that was cut off (by a newer program, by damage) is looked
 * at through a connection that cannot write before one is opened that can. Throws db_lost_writes where the WAL holds finished writes behind
 * damage (R3): SQLite would leave them out without a word. Returns whether there was a WAL.
 */
const refuseThroughWal = (path: string, key: StoreKey | null, { look, acceptsLoss = false }: OpenOptions): boolean => {
  const evidence = readWalEvidence(path);
  if (evidence === null) return false;
  const index = keepIndex(path);
  const connection = new BetterSqlite3(path, { readonly: true, timeout: 5000 });
  let lost = 0;
  try {
    if (key !== null) unlock(connection, key);
    requireOurs(connection);
    look?.({ connection, key, statements: new Map() });
  } finally {
    connection.close();
    lost = isSameLog(path, evidence) ? lostCommits(evidence, framesInUse(path)) : 0;
    if (lost > 0) index.putBack();
  }
  if (lost > 0 && !acceptsLoss) throw new AppError('db_lost_writes', { commits: lost });
  return true;
};

export interface OpenOptions {
  /** A second connection that never writes. The file must exist. */
  readonly isReadonly?: boolean;
  /** What opens its pages. A store in the clear is opened as it is, whatever the key. */
  readonly key?: StoreKey | null;
  /**
   * Another connection of this process has it open already, with this key. Then its file is left to SQLite: closing a handle of our own would
   * give up the locks of every connection (POSIX, fcntl), and another process could throw away the WAL.
   */
  readonly isShared?: boolean;
  /** Looks at the store before anything can write; when it throws, the file and its WAL are as they were, to the byte. */
  readonly look?: (database: StoreDatabase) => void;
  /** Opens also what is left of a WAL behind whose damage there are finished writes. */
  readonly acceptsLoss?: boolean;
}

/** What every connection to a store is told before its first statement. */
export const prepareConnection = (connection: BetterSqlite3.Database, isReadonly: boolean): void => {
  if (!isReadonly) {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // What is deleted is overwritten (R190): not measurable on a visit, and what erasing a person rests on.
    connection.pragma('secure_delete = ON');
  }
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -32000');
  // What a text is on the screen of whoever sees numbers masked: filters must not tell more than that (R192).
  connection.function('masked_text', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? maskText(text) : text,
  );
  addAgeFunctions(connection);
};

/**
 * Opens a store: WAL, synchronous=FULL, foreign keys on. Makes a new file when there is none (not when read-only).
 * Errors: file_missing, folder_missing, file_unreadable, db_not_database, db_corrupt, db_lost_writes, keys_missing, db_readonly, db_from_future,
 * disk_full. A file that is refused is left as it is, to the byte.
 */
export const openStore = (path: string, options: OpenOptions = {}): StoreDatabase => {
  const isReadonly = options.isReadonly ?? false;
  let key = options.key ?? null;
  try {
    if (!existsSync(path) && isReadonly) throw new AppError('file_missing', {});
    if (options.isShared !== true && path !== ':memory:') {
      const header = storeHeader(path);
      if (header === 'unreadable') requireDatabaseFile(path, key);
      if (header === 'plain') key = null;
      // Only a store that was open once has its places noted beside it: this one was emptied.
      if (header === 'empty' && existsSync(path) && existsSync(placesFileBeside(path)))
        throw new AppError('db_corrupt', { problem: 'emptied' });
    }
    let hadWal = false;
    if (!isReadonly && path !== ':memory:') {
      requireWritable(path);
      hadWal = refuseThroughWal(path, key, options);
    }
    const connection = new BetterSqlite3(path, {
      readonly: isReadonly,
      timeout: 5000,
    });
    try {
      if (key !== null) unlock(connection, key);
      requireOurs(connection);
      options.look?.({ connection, key, statements: new Map() });
      prepareConnection(connection, isReadonly);
      // A WAL that was cut off begins anew: what lies behind its end must not be taken for lost at a later start.
      if (hadWal) connection.pragma('wal_checkpoint(TRUNCATE)');
      return { connection, key, statements: new Map() };
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw appErrorFromSqlite(options.isShared === true ? error : namingDamage(error, path, key));
  }
};

/** Closes the connection; the last one folds the WAL into the file. */
export const closeStore = (database: StoreDatabase): void => {
  database.statements.clear();
  database.connection.close();
};
