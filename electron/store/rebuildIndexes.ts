import { renameSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { foreignKeyProblems, integrityProblems } from './audit.ts';
import { salvage } from './salvage/salvage.ts';
import { isDamage } from './salvage/walk.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import { unlock } from './storeKey.ts';
import type { StoreKey } from './storeKey.ts';

/** Whether every index could be made anew in its place; an index whose own first page is gone cannot be cleared. */
const reindex = (path: string, key: StoreKey | null): boolean => {
  const connection = new BetterSqlite3(path);
  try {
    if (key !== null) unlock(connection, key);
    connection.exec('REINDEX');
    const database = { connection, key, statements: new Map() };
    const isWhole = integrityProblems(database).length + foreignKeyProblems(database).length === 0;
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return isWhole;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    connection.close();
  }
};

/** The tables into a new file, which makes its own indexes. */
const throughNewFile = (path: string, key: StoreKey | null): void => {
  const newPath = `${path}.new`;
  const { problems } = salvage({ damagedPath: path, newPath, key, onTable: () => undefined, pause: () => undefined });
  if (problems.length > 0) throw new AppError('db_corrupt', { problem: 'index' });
  for (const side of ['-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
  renameSync(newPath, path);
};

/** Makes every index anew from its table, in a copy that nobody has open. Throws db_corrupt when that did not make the store whole. */
export const rebuildIndexes = (path: string, key: StoreKey | null): void => {
  try {
    if (!reindex(path, key)) throughNewFile(path, key);
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};
