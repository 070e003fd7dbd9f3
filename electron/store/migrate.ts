import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { integrityProblems } from './audit.ts';
import { schemaVersion } from './dataVersion.ts';
import type { StoreDatabase } from './database.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/index.ts';
import { APPLICATION_ID, closeStore, openStore } from './open.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import type { StoreKey } from './storeKey.ts';

const syncFile = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Throws backup_not_verified unless the copy opens, is whole, and is of that version. */
const proveCopy = (path: string, version: number, key: StoreKey | null): void => {
  const copy = openStore(path, { isReadonly: true, key });
  try {
    const problem = schemaVersion(copy) === version ? integrityProblems(copy)[0] : 'version';
    if (problem !== undefined) throw new AppError('backup_not_verified', { problem });
  } finally {
    closeStore(copy);
  }
};

/** Where the copy of a store lies that was made before it left a version. */
export const copyBeforeVersion = (storePath: string, version: number): string => `${storePath}.before-version-${version}`;

/** A copy of the store as it was, beside it; it takes its name, and an older one's place, only when it is proven. */
const keepCopy = ({ connection, key }: StoreDatabase, version: number): void => {
  if (connection.memory) return;
  const path = copyBeforeVersion(connection.name, version);
  const partial = `${path}.partial`;
  try {
    rmSync(partial, { force: true });
    connection.prepare('VACUUM INTO ?').run(partial);
    syncFile(partial);
    proveCopy(partial, version, key);
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
};

const applyStep = ({ connection }: StoreDatabase, step: Migration): void => {
  connection
    .transaction(() => {
      connection.exec(step.sql);
      const broken = connection.pragma('foreign_key_check');
      if (!Array.isArray(broken) || broken.length > 0) throw new AppError('db_corrupt', { step: step.name });
      connection.pragma(`user_version = ${step.version}`);
      connection.pragma(`application_id = ${APPLICATION_ID}`);
    })
    .immediate();
};

/**
 * Brings an open store to the newest schema, one transaction a step: killed anywhere, the store is as before the step or
 * after it. A store that already holds data is copied aside first.
 */
export const migrate = (database: StoreDatabase, steps: readonly Migration[] = allMigrations): void => {
  const from = schemaVersion(database);
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return;
  const { connection } = database;
  try {
    if (from > 0) keepCopy(database, from);
    // A table rebuilt in a step would otherwise cascade; every step checks all keys before it commits.
    connection.pragma('foreign_keys = OFF');
    for (const step of pending) applyStep(database, step);
  } catch (error) {
    throw appErrorFromSqlite(error);
  } finally {
    connection.pragma('foreign_keys = ON');
  }
};
