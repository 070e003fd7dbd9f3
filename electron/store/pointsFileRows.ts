import { sql } from 'kysely';
import type { PointsFileRefusal } from '../../shared/domain/loyalty/pointsFile.ts';
import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId, PointsEntryId, PointsFileId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The rows of a file of points (X67): what was confirmed, and what became of each.

/** A row as it was confirmed. */
export interface ConfirmedPoints {
  readonly line: number;
  readonly customerId: CustomerId;
  readonly points: Points;
  readonly reason: string;
}

const insertRow = hotQuery<ConfirmedPoints & { fileId: PointsFileId }>(
  sqlite.insertInto('points_file_rows').values({
    file_id: parameter('fileId'),
    line: parameter('line'),
    customer_id: parameter('customerId'),
    points: parameter('points'),
    reason: parameter('reason'),
    why: null,
    entry_id: null,
  }),
);
export const insertPointsFileRow = (database: StoreDatabase, fileId: PointsFileId, row: ConfirmedPoints): void => {
  insertRow.run(database, { fileId, ...row });
};

// Named, because SQLite would walk through the whole file by its key to find the few.
const plannedText = `SELECT line, customer_id AS customerId, points, reason
  FROM points_file_rows INDEXED BY points_file_rows_planned
  WHERE file_id = @fileId AND state = 'planned' ORDER BY line LIMIT @limit`;
/** The next rows that wait, in the order of the file. */
export const listPlannedPoints = (database: StoreDatabase, fileId: PointsFileId, limit: number): ConfirmedPoints[] =>
  plainRows(database, plannedText, { fileId, limit });

/** A row that was written and stands. */
export interface StandingPoints {
  readonly line: number;
  readonly entryId: PointsEntryId;
}
const standing = hotQuery<{ fileId: PointsFileId; before: number; limit: number }, StandingPoints>(
  sqlite
    .selectFrom('points_file_rows')
    .select(['line', 'entry_id as entryId'])
    .where('file_id', '=', parameter<PointsFileId>('fileId'))
    .where('line', '<', parameter<number>('before'))
    .where('state', 'in', [sql.lit<'done'>('done'), sql.lit<'kept'>('kept')])
    .orderBy('line', 'desc')
    .limit(parameter<number>('limit'))
    .$castTo<StandingPoints>(),
);
/** Rows that stand, from the end of the file backwards, before a line: what was done last is taken back first. */
export const listStandingPoints = (
  database: StoreDatabase,
  wanted: { readonly fileId: PointsFileId; readonly before: number; readonly limit: number },
): StandingPoints[] => standing.rows(database, wanted);

interface Outcome {
  readonly state: 'done' | 'left' | 'back' | 'kept';
  readonly why: PointsFileRefusal | null;
  readonly entryId: PointsEntryId | null;
}
const settle = hotQuery<Outcome & { fileId: PointsFileId; line: number }>(
  sqlite
    .updateTable('points_file_rows')
    .set({ state: parameter('state'), why: parameter('why'), entry_id: parameter('entryId') })
    .where('file_id', '=', parameter<PointsFileId>('fileId'))
    .where('line', '=', parameter<number>('line')),
);
/** Writes down what became of a row. */
export const settlePointsFileRow = (
  database: StoreDatabase,
  row: { readonly fileId: PointsFileId; readonly line: number },
  outcome: Outcome,
): void => {
  settle.run(database, { ...row, ...outcome });
};

export interface SettledPoints extends ConfirmedPoints {
  readonly customerName: string;
  readonly state: 'planned' | 'done' | 'left' | 'back' | 'kept';
  readonly why: PointsFileRefusal | null;
}
const settledText = (from: string): string =>
  `SELECT row.line, row.customer_id AS customerId, customers.name AS customerName, row.points, row.reason, row.state, row.why
   FROM ${from} ORDER BY row.line LIMIT @limit OFFSET @offset`;
const OF_FILE = 'WHERE row.file_id = @fileId';
const people = 'CROSS JOIN customers ON customers.id = row.customer_id';
const everyRowText = settledText(`points_file_rows AS row ${people} ${OF_FILE}`);
const refusedRowsText = settledText(
  `points_file_rows AS row INDEXED BY points_file_rows_refused ${people} ${OF_FILE} AND row.why IS NOT NULL`,
);

interface Page {
  readonly fileId: PointsFileId;
  readonly offset: number;
  readonly limit: number;
}

/** Rows of a file with what became of them, in its order: all of them, or those that could not be written or taken back. */
export const listPointsFileRows = (
  database: StoreDatabase,
  { isRefusedOnly, ...page }: Page & { readonly isRefusedOnly: boolean },
): { readonly total: number; readonly rows: SettledPoints[] } => ({
  total:
    plainRows<{ total: number }>(
      database,
      `SELECT count(*) AS total FROM points_file_rows WHERE file_id = @fileId${isRefusedOnly ? ' AND why IS NOT NULL' : ''}`,
      { fileId: page.fileId },
    )[0]?.total ?? 0,
  rows: plainRows(database, isRefusedOnly ? refusedRowsText : everyRowText, page),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const pointsFileRowQueries = {
  planned: plannedText,
  standing: standing.sql,
  everyRow: everyRowText,
  refusedRows: refusedRowsText,
};
