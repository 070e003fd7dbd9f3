import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';

// Pages are locked with AEGIS-256 (RFC draft-irtf-cfrg-aegis-aead), which also finds every changed byte, and which costs next to
// nothing on processors with AES instructions.

/** 32 random bytes. */
export type StoreKey = Uint8Array;

const KEY_BYTES = 32;

const rawKey = (key: StoreKey): string => {
  if (key.length !== KEY_BYTES) throw new AppError('internal', {});
  return `'raw:${Buffer.from(key).toString('hex')}'`;
};

/** Gives a connection its key, before anything else is asked of it. */
export const unlock = (connection: BetterSqlite3.Database, key: StoreKey): void => {
  connection.pragma(`cipher = 'aegis'`);
  connection.pragma(`key = ${rawKey(key)}`);
};

/** Locks every page of a store in the clear. Nobody else may have it open, and it may be in no WAL. */
export const lockPages = (connection: BetterSqlite3.Database, key: StoreKey): void => {
  connection.pragma(`cipher = 'aegis'`);
  connection.pragma(`rekey = ${rawKey(key)}`);
};
