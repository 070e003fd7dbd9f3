import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Points } from '../../shared/types/amounts.ts';
import type { PointsFileId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { PointsFilesTables } from './schema/pointsFiles.ts';

// Files by which points were added and taken (X67). Their rows are in pointsFileRows.ts.

type FileRow = Selectable<PointsFilesTables['points_files']>;

/** A file as it is kept, with the name of who applied it. */
export interface StoredPointsFile extends FileRow {
  readonly staff_name: string | null;
}

const files = sqlite
  .selectFrom('points_files')
  .leftJoin('staff', 'staff.id', 'points_files.staff_id')
  .selectAll('points_files')
  .select('staff.name as staff_name')
  .$castTo<StoredPointsFile>();

const byId = hotQuery<{ id: PointsFileId }, StoredPointsFile>(
  files.where('points_files.id', '=', parameter<PointsFileId>('id')).where('points_files.begun_at', 'is not', null),
);
export const findPointsFile = (database: StoreDatabase, id: PointsFileId): StoredPointsFile | undefined =>
  byId.first(database, { id });

const standing = hotQuery<{ sha256: string }, StoredPointsFile>(
  files
    .where('points_files.file_sha256', '=', parameter<string>('sha256'))
    .where('points_files.begun_at', 'is not', null)
    .where('points_files.undone_at', 'is', null)
    .orderBy('points_files.at', 'desc')
    .limit(sql.lit(1)),
);
/** The latest time this very content was applied and not undone. */
export const findStandingPointsFile = (database: StoreDatabase, sha256: string): StoredPointsFile | undefined =>
  standing.first(database, { sha256 });

const page = hotQuery<{ offset: number; limit: number }, StoredPointsFile>(
  files
    .where('points_files.begun_at', 'is not', null)
    .orderBy('points_files.at', 'desc')
    .orderBy('points_files.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
/** Files applied, latest first. */
export const listPointsFiles = (
  database: StoreDatabase,
  wanted: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly StoredPointsFile[] } => ({
  total:
    plainRows<{ total: number }>(database, 'SELECT count(*) AS total FROM points_files WHERE begun_at IS NOT NULL')[0]?.total ??
    0,
  rows: page.rows(database, wanted),
});

type NewFile = Pick<FileRow, 'id' | 'at' | 'business_date' | 'file_name' | 'file_sha256' | 'reason' | 'staff_id'>;

/** A file whose rows are about to be written down; what an earlier try left behind before it had begun goes. */
export const insertPointsFile = (database: StoreDatabase, file: NewFile): void => {
  plainRun(database, 'DELETE FROM points_files WHERE begun_at IS NULL');
  execute(database, sqlite.insertInto('points_files').values({ ...file, begun_at: null, finished_at: null, undone_at: null }));
};

/** All its rows are written down: from here on it is applied. */
export const beginPointsFile = (database: StoreDatabase, id: PointsFileId, at: Instant): void => {
  plainRun(
    database,
    `UPDATE points_files SET begun_at = @at, planned_count = (SELECT count(*) FROM points_file_rows WHERE file_id = @id)
     WHERE id = @id`,
    { id, at },
  );
};

interface Progress {
  readonly done: number;
  readonly left: number;
  readonly back: number;
  readonly given: Points;
  readonly taken: Points;
}
const countUp = hotQuery<Progress & { id: PointsFileId }>(
  sqlite
    .updateTable('points_files')
    .set((row) => ({
      done_count: row('done_count', '+', parameter<number>('done')),
      left_count: row('left_count', '+', parameter<number>('left')),
      back_count: row('back_count', '+', parameter<number>('back')),
      given: row('given', '+', parameter<Points>('given')),
      taken: row('taken', '+', parameter<Points>('taken')),
    }))
    .where('id', '=', parameter<PointsFileId>('id')),
);
/** So many more rows were written, left, or taken back. */
export const countPointsFile = (database: StoreDatabase, id: PointsFileId, progress: Progress): void => {
  countUp.run(database, { id, ...progress });
};

/** Nothing of it is waiting any more: finished, or on its way back. */
export const closePointsFile = (database: StoreDatabase, id: PointsFileId, at: Instant): void => {
  plainRun(database, `DELETE FROM points_file_rows WHERE file_id = @id AND state = 'planned'`, { id });
  plainRun(
    database,
    `UPDATE points_files SET finished_at = coalesce(finished_at, @at), planned_count = done_count + left_count WHERE id = @id`,
    { id, at },
  );
};

/** It is undone but for what still stands; what went with an erased customer stands no more. */
export const markPointsFileUndone = (database: StoreDatabase, id: PointsFileId, at: Instant): void => {
  plainRun(
    database,
    `UPDATE points_files SET undone_at = @at, back_count = done_count -
       (SELECT count(*) FROM points_file_rows WHERE file_id = @id AND state IN ('done', 'kept')) WHERE id = @id`,
    { id, at },
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const pointsFileQueries = { byId: byId.sql, standing: standing.sql, page: page.sql };
