import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

/** To version 170: earlier backups count as proven when they were made, their folders become places, the latest of them the usual one. */
export const backupsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    for (const [id, at, folder] of [
      ['00000000-0000-7000-8000-0000000000b1', 10, '/stick'],
      ['00000000-0000-7000-8000-0000000000b2', 20, '/folder'],
      ['00000000-0000-7000-8000-0000000000b3', 30, '/stick'],
    ] as const)
      plainRun(
        database(),
        `INSERT INTO backups (id, at, file, folder, bytes, sha256) VALUES (@id, @at, 'one.db', @folder, 5, 'ab')`,
        { id, at, folder },
      );
  },
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT at, proven_at, result, parts, occasion, removed_at FROM backups ORDER BY at')).toEqual(
      [10, 20, 30].map((at) => ({ at, proven_at: at, result: 'proven', parts: 1, occasion: 'hand', removed_at: null })),
    );
    expect(plainRows(store, 'SELECT folder, is_usual, used_at FROM backup_places ORDER BY used_at')).toEqual([
      { folder: '/folder', is_usual: 0, used_at: 20 },
      { folder: '/stick', is_usual: 1, used_at: 30 },
    ]);
    expect(plainRows(store, 'SELECT length(id) AS length FROM store_identity')).toEqual([{ length: 32 }]);
    plainRun(store, 'DELETE FROM backups');
    plainRun(store, 'DELETE FROM backup_places');
  },
});
