import type { Insertable, Selectable } from 'kysely';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, plainRows, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { BackupPlacesTable, BackupsTable } from './schema/backups.ts';

// The register of backups and of the places they went to.

export type BackupRow = Selectable<BackupsTable>;
export type PlaceRow = Selectable<BackupPlacesTable>;

export const insertBackup = (database: StoreDatabase, backup: Insertable<BackupsTable>): void => {
  execute(database, sqlite.insertInto('backups').values(backup));
};

const latestProven = hotQuery<Record<never, never>, BackupRow>(
  sqlite
    .selectFrom('backups')
    .selectAll()
    .where('proven_at', 'is not', null)
    .orderBy('proven_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);
/** The latest proven backup, be it still there or not. */
export const findLatestBackup = (database: StoreDatabase): BackupRow | undefined => latestProven.first(database, {});

const latestTry = hotQuery<Record<never, never>, BackupRow>(
  sqlite.selectFrom('backups').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(1),
);
/** The latest backup or try, whatever became of it. */
export const findLatestTry = (database: StoreDatabase): BackupRow | undefined => latestTry.first(database, {});

/** What this store knows about a backup of that file name, from before backups carried their own proof: its digest, and when it was made. */
export const findBackupByFile = (database: StoreDatabase, file: string): Pick<BackupRow, 'sha256' | 'at'> | undefined =>
  firstRow(
    database,
    sqlite
      .selectFrom('backups')
      .select(['sha256', 'at'])
      .where('file', '=', file)
      .where('result', '!=', 'failed')
      .orderBy('at', 'desc')
      .limit(1),
  );

/** Backups and tries, newest first. */
export const listBackups = (database: StoreDatabase, offset: number, limit: number): { total: number; rows: BackupRow[] } => ({
  total: plainRows<{ total: number }>(database, 'SELECT count(*) AS total FROM backups')[0]?.total ?? 0,
  rows: rows(
    database,
    sqlite.selectFrom('backups').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').offset(offset).limit(limit),
  ),
});

/** Proven backups of one folder that rotation has not taken away. */
export const listProvenIn = (database: StoreDatabase, folder: string): BackupRow[] =>
  rows(
    database,
    sqlite
      .selectFrom('backups')
      .selectAll()
      .where('folder', '=', folder)
      .where('result', '=', 'proven')
      .where('removed_at', 'is', null),
  );

export const markRemoved = (database: StoreDatabase, ids: readonly string[], at: Instant): void => {
  execute(database, sqlite.updateTable('backups').set({ removed_at: at }).where('id', 'in', ids));
};

export const listPlaces = (database: StoreDatabase): PlaceRow[] =>
  rows(database, sqlite.selectFrom('backup_places').selectAll().orderBy('used_at', 'desc').orderBy('id', 'desc').limit(50));

const usualPlace = hotQuery<Record<never, never>, PlaceRow>(
  sqlite.selectFrom('backup_places').selectAll().where('is_usual', '=', 1),
);
export const findUsualPlace = (database: StoreDatabase): PlaceRow | undefined => usualPlace.first(database, {});

/** Notes that a place was used; the first one becomes the usual one. */
export const savePlace = (database: StoreDatabase, place: Pick<PlaceRow, 'id' | 'folder' | 'name' | 'used_at'>): void => {
  const isFirst = listPlaces(database).length === 0;
  execute(
    database,
    sqlite
      .insertInto('backup_places')
      .values({ ...place, is_usual: isFirst ? 1 : 0 })
      .onConflict((conflict) => conflict.column('folder').doUpdateSet({ used_at: place.used_at, name: place.name })),
  );
};

/** Makes a place the usual one; null: none is. Answers whether it is known. */
export const setUsualPlace = (database: StoreDatabase, placeId: string | null): boolean => {
  execute(database, sqlite.updateTable('backup_places').set({ is_usual: 0 }).where('is_usual', '=', 1));
  if (placeId === null) return true;
  return execute(database, sqlite.updateTable('backup_places').set({ is_usual: 1 }).where('id', '=', placeId)) === 1;
};

/** Which store this is, in the words of its backups' headers. */
export const readStoreId = (database: StoreDatabase): string =>
  firstRow(database, sqlite.selectFrom('store_identity').select('id'))?.id ?? '';
