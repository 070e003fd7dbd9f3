import { AppError } from '../../../shared/errors.ts';
import type { ImportId } from '../../../shared/types/ids.ts';
import { findImport } from '../../store/imports.ts';
import type { ScratchExtent } from '../../store/scratch.ts';
import type { StudyContext } from '../context.ts';
import { makePace } from '../pace.ts';
import type { ImportOfFile, ImportPart, TakenBack } from './types.ts';
import { groupsToTakeBack, nextGroups, nothingTaken, together } from './undo.ts';

// The two ways of an import, many short transactions each, between which the front desk has its turn.

/** The first part is small: how long one takes is known only then. */
const people = { first: 25, least: 10, most: 2000 };
const rejected = { first: 500, least: 100, most: 10_000 };

/** Takes a whole import back, some people at a time. Cannot be cancelled: half of it would be worse than either. */
export const takeBack = async (context: StudyContext, importId: ImportId): Promise<TakenBack> => {
  await context.write('imports.beginUndo', { importId });
  const pace = makePace(people);
  let taken = nothingTaken;
  for (;;) {
    const groups = groupsToTakeBack(context.database, importId);
    for (let at = 0; at < groups.length;) {
      const { customerIds, next } = nextGroups(groups, at, pace.size());
      const part = await pace.part(() => context.write('imports.takeBack', { importId, customerIds }));
      taken = together(taken, part.taken);
      at = next;
      context.progress('undo', at, groups.length);
    }
    if (findImport(context.database, importId)?.state === 'committing') {
      const rows = makePace(rejected);
      while ((await rows.part(() => context.write('imports.dropRejected', { importId, limit: rows.size() }))).isMore);
    }
    if ((await context.write('imports.finishUndo', { importId, taken })).isDone) return taken;
  }
};

/** Brings in what lies in the scratch file; whatever stops it, what has come in is taken back before the error is told. */
export const bringIn = async (
  context: StudyContext,
  file: ImportOfFile & { readonly importId: ImportId },
  scratch: { readonly path: string; readonly extent: ScratchExtent },
): Promise<void> => {
  const { extent } = scratch;
  await context.write('imports.begin', file);
  const all = extent.rejectedRows + extent.people + (extent.hasReferrers ? extent.newcomers : 0);
  let done = 0;
  const take = async (part: ImportPart['part'], count: number, pace = makePace(people)): Promise<void> => {
    for (let after = 0; after < count;) {
      context.throwIfCancelled();
      const upTo = Math.min(count, after + pace.size());
      const places = { after, upTo };
      await pace.part(() =>
        context.write('imports.takeOver', { importId: file.importId, scratchPath: scratch.path, part, ...places }),
      );
      done += upTo - after;
      after = upTo;
      context.progress('commit', done, all);
    }
  };
  try {
    await take('rejectedRows', extent.rejectedRows, makePace(rejected));
    await take('people', extent.people);
    if (extent.hasReferrers) await take('referrers', extent.newcomers);
    context.throwIfCancelled();
    await context.write('imports.finish', file);
  } catch (error) {
    await leave(context, file.importId);
    throw error;
  }
};

/** What cannot be taken back now (the disk is full, the store has just begun anew) is taken back by the next start. */
const leave = async (context: StudyContext, importId: ImportId): Promise<void> => {
  try {
    await takeBack(context, importId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};
