import { adjustObstacle, reversalOf } from '../../../shared/domain/loyalty/points.ts';
import type { PointsFileRefusal } from '../../../shared/domain/loyalty/pointsFile.ts';
import type { PointsFileSums } from '../../../shared/domain/loyalty/pointsFilePlan.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, PointsFileId } from '../../../shared/types/ids.ts';
import { findLedger, findPointsEntry } from '../../store/loyalty.ts';
import { insertPointsFileRow, listPlannedPoints, listStandingPoints, settlePointsFileRow } from '../../store/pointsFileRows.ts';
import type { ConfirmedPoints } from '../../store/pointsFileRows.ts';
import {
  beginPointsFile,
  closePointsFile,
  countPointsFile,
  findPointsFile,
  findStandingPointsFile,
  insertPointsFile,
  markPointsFileUndone,
} from '../../store/pointsFiles.ts';
import type { StoredPointsFile } from '../../store/pointsFiles.ts';
import { customerState } from '../../store/references.ts';
import { recordAudit } from '../audit/record.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { forMany } from '../forMany.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { timed } from '../pace.ts';
import type { Timed } from '../pace.ts';

type OfFile = { readonly fileId: PointsFileId };

/** What the studies of points by file ask of the writer, each in one short transaction. */
export interface PointsFileCommands {
  'pointsFiles.open': {
    input: OfFile & {
      readonly fileName: string;
      readonly sha256: string;
      readonly reason: string | null;
      readonly again: boolean;
    };
    output: null;
  };
  'pointsFiles.keep': { input: OfFile & { readonly rows: readonly ConfirmedPoints[] }; output: null };
  'pointsFiles.begin': { input: OfFile & { readonly sums: PointsFileSums }; output: null };
  'pointsFiles.write': {
    input: OfFile & { readonly limit: number };
    output: { readonly done: number; readonly left: number; readonly isMore: boolean } & Timed;
  };
  'pointsFiles.resume': { input: OfFile; output: null };
  'pointsFiles.finish': { input: OfFile; output: null };
  'pointsFiles.beginUndo': { input: OfFile; output: null };
  /** Goes on before a line, from the end of the file; `last` is where it came to, null at the beginning. */
  'pointsFiles.takeBack': {
    input: OfFile & { readonly before: number; readonly limit: number };
    output: { readonly back: number; readonly kept: number; readonly last: number | null } & Timed;
  };
  'pointsFiles.finishUndo': { input: OfFile; output: null };
}

const requireFile = ({ database }: BaseContext, id: PointsFileId): StoredPointsFile => {
  const file = findPointsFile(database, id);
  if (!file) throw new AppError('not_found', { what: 'points_file' });
  return file;
};

/** Why points cannot be added to or taken from somebody by now, as for a change by hand; null when they can. */
const obstacleOf = (context: BaseContext, customerId: CustomerId, change: Points): PointsFileRefusal | null => {
  const state = customerState(context.database, customerId);
  if (state !== 'present') return state === 'removed' ? 'customer_removed' : 'customer_unknown';
  return adjustObstacle(findLedger(context.database, customerId).balance, change, context.settings());
};

const undoReasons = { 'zh-CN': '撤销按文件加减的积分', en: 'Undo of points by file' } as const;

const tell = (context: StoreContext, customerIds: readonly CustomerId[]): void => {
  context.changed(['points', 'customers', 'segments', 'callbacks'], customerIds);
};

/** Does the next rows that wait, each by an entry like one made by hand; what has become impossible is left, with why. */
const write = (outer: StoreContext, { fileId, limit }: PointsFileCommands['pointsFiles.write']['input']) => {
  const context = forMany(outer);
  const { database } = context;
  const rows = listPlannedPoints(database, fileId, limit);
  const done: ConfirmedPoints[] = [];
  for (const row of rows) {
    const { line, customerId, points: change, reason } = row;
    const why = obstacleOf(context, customerId, change);
    if (why === null) {
      const entryId = appendToLedger(context, { customerId, kind: 'adjust', points: change, reason });
      settlePointsFileRow(database, { fileId, line }, { state: 'done', why, entryId });
      factRecorded(context, customerId, ['points']);
      done.push(row);
    } else settlePointsFileRow(database, { fileId, line }, { state: 'left', why, entryId: null });
  }
  const sum = (part: (change: Points) => number): Points => points(done.reduce((total, row) => total + part(row.points), 0));
  const left = rows.length - done.length;
  countPointsFile(database, fileId, {
    done: done.length,
    left,
    back: 0,
    given: sum((change) => Math.max(0, change)),
    taken: sum((change) => Math.min(0, change)),
  });
  tell(
    outer,
    done.map(({ customerId }) => customerId),
  );
  return { done: done.length, left, isMore: rows.length === limit };
};

/** Takes rows back, the last one first, each by an entry that reverses it; what was taken back by hand before counts as back. */
const takeBack = (outer: StoreContext, { fileId, before, limit }: PointsFileCommands['pointsFiles.takeBack']['input']) => {
  const context = forMany(outer);
  const { database } = context;
  const rows = listStandingPoints(database, { fileId, before, limit });
  const reason = undoReasons[context.settings().language];
  const owners: CustomerId[] = [];
  let back = 0;
  for (const { line, entryId } of rows) {
    const entry = findPointsEntry(database, entryId);
    if (entry === undefined) continue;
    const { customer_id: customerId, is_reversed: isReversed } = entry;
    const change = reversalOf(entry.points);
    const why = isReversed === 1 ? null : obstacleOf(context, customerId, change);
    if (why === null) {
      if (isReversed === 0) {
        appendToLedger(context, { customerId, kind: 'reverse', points: change, reason, reversesId: entryId });
        factRecorded(context, customerId, ['points']);
        owners.push(customerId);
      }
      back += 1;
    }
    settlePointsFileRow(database, { fileId, line }, { state: why === null ? 'back' : 'kept', why, entryId });
  }
  countPointsFile(database, fileId, { done: 0, left: 0, back, given: points(0), taken: points(0) });
  tell(outer, owners);
  return { back, kept: rows.length - back, last: rows.length < limit ? null : (rows.at(-1)?.line ?? null) };
};

export const pointsFilesInternal: {
  readonly [Name in keyof PointsFileCommands]: (
    context: StoreContext,
    input: PointsFileCommands[Name]['input'],
  ) => PointsFileCommands[Name]['output'];
} = {
  'pointsFiles.open': (context, { fileId, fileName, sha256, reason, again }) => {
    const { database } = context;
    const standing = again ? undefined : findStandingPointsFile(database, sha256);
    if (standing)
      throw new AppError('conflict', { reason: 'points_file_applied', at: standing.at, staffName: standing.staff_name });
    insertPointsFile(database, {
      id: fileId,
      at: context.now(),
      business_date: context.today(),
      file_name: fileName,
      file_sha256: sha256,
      reason,
      staff_id: context.actor.staffId,
    });
    return null;
  },

  'pointsFiles.keep': ({ database }, { fileId, rows }) => {
    for (const row of rows) insertPointsFileRow(database, fileId, row);
    return null;
  },

  // What is stopped on the way has been done in part all the same: the entry stands before the first row.
  'pointsFiles.begin': (context, { fileId, sums }) => {
    beginPointsFile(context.database, fileId, context.now());
    const { file_name: file } = requireFile(context, fileId);
    recordAudit(context, { operation: 'pointsFiles.apply', details: { fileId, file, ...sums, points: sums.given + sums.taken } });
    context.changed(['points'], []);
    return null;
  },

  'pointsFiles.write': (context, input) => timed(() => write(context, input)),

  'pointsFiles.resume': (context, { fileId }) => {
    const { file_name: file, finished_at: finishedAt, planned_count, done_count, left_count } = requireFile(context, fileId);
    if (finishedAt !== null) throw new AppError('conflict', { reason: 'points_file_finished' });
    recordAudit(context, {
      operation: 'pointsFiles.goOn',
      details: { fileId, file, rows: planned_count - done_count - left_count },
    });
    return null;
  },

  'pointsFiles.finish': (context, { fileId }) => {
    closePointsFile(context.database, fileId, context.now());
    context.changed(['points'], []);
    return null;
  },

  'pointsFiles.beginUndo': (context, { fileId }) => {
    const { file_name: file, finished_at: finishedAt, done_count: done, back_count: back } = requireFile(context, fileId);
    if (finishedAt !== null && done === back) throw new AppError('already_undone', {});
    closePointsFile(context.database, fileId, context.now());
    recordAudit(context, { operation: 'pointsFiles.undo', details: { fileId, file, rows: done - back } });
    return null;
  },

  'pointsFiles.takeBack': (context, input) => timed(() => takeBack(context, input)),

  'pointsFiles.finishUndo': (context, { fileId }) => {
    markPointsFileUndone(context.database, fileId, context.now());
    context.changed(['points'], []);
    return null;
  },
};
