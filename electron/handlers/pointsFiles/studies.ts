import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { sumsOfRows } from '../../../shared/domain/loyalty/pointsFilePlan.ts';
import { AppError } from '../../../shared/errors.ts';
import { pointsFileId } from '../../../shared/types/ids.ts';
import type { PointsFileId } from '../../../shared/types/ids.ts';
import { findPointsFile, findStandingPointsFile } from '../../store/pointsFiles.ts';
import type { StoredPointsFile } from '../../store/pointsFiles.ts';
import type { StudiesOf, StudyContext } from '../context.ts';
import { foundFile } from '../imports/foundFile.ts';
import { forgetTable } from '../imports/table.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { makePace } from '../pace.ts';
import { fingerprintOf, isPlanned, isRefused, planFile, previewRow } from './plan.ts';
import type { FilePlan, PreviewRow } from './plan.ts';
import { openSource, requireColumns } from './source.ts';

const alone = oneAtATime();

/** So many rows are written down at a time before the first of them is done. */
const KEPT_AT_A_TIME = 1000;
/** How many are done in one transaction: about as many as the front desk need not notice. */
const written = { first: 10, least: 5, most: 500 };

/** The rows of the last preview: asked for page by page, and gone with the next. */
let lastPreview: {
  readonly id: PointsFileId;
  readonly columns: readonly string[];
  readonly rows: readonly PreviewRow[];
} | null = null;

const planOf = async (context: StudyContext, input: HandlerInput<'pointsFiles.preview'>) => {
  const source = await openSource(context, input);
  requireColumns(source);
  return { source, plan: await planFile(context, source, input.reason) };
};

const reasonsOf = (plan: FilePlan): OutputOf<'pointsFiles.preview'>['reasons'] => {
  const codes = plan.rows.filter(isRefused).map(({ code }) => code);
  return [...new Set(codes)]
    .map((code) => ({ code, count: codes.filter((one) => one === code).length }))
    .toSorted((one, other) => other.count - one.count);
};

const appliedBefore = ({ id: fileId, at, staff_name: staffName }: StoredPointsFile) => ({ fileId, at, staffName });

/** Does what waits of a file, until nothing does or the person stops it. */
const writeRows = async (context: StudyContext, fileId: PointsFileId): Promise<OutputOf<'pointsFiles.apply'>> => {
  const file = findPointsFile(context.database, fileId);
  let { done_count: done = 0, left_count: left = 0 } = file ?? {};
  const total = file?.planned_count ?? 0;
  const pace = makePace(written);
  for (let isMore = true; isMore;) {
    try {
      context.throwIfCancelled();
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return { fileId, done, left, isFinished: false };
      throw error;
    }
    const part = await pace.part(() => context.write('pointsFiles.write', { fileId, limit: pace.size() }));
    done += part.done;
    left += part.left;
    isMore = part.isMore;
    context.progress('points', done + left, total);
  }
  await context.write('pointsFiles.finish', { fileId });
  return { fileId, done, left, isFinished: true };
};

const apply: StudiesOf<'pointsFiles'>['pointsFiles.apply'] = (context, input) =>
  alone('pointsFiles.apply', async () => {
    const { source, plan } = await planOf(context, input);
    const rows = plan.rows.filter(isPlanned);
    if (rows.length === 0) throw new AppError('conflict', { reason: 'points_file_nothing' });
    if (fingerprintOf(rows) !== input.confirmed) throw new AppError('conflict', { reason: 'points_preview_outdated' });
    const fileId = pointsFileId(context.newId());
    const { survey, digest } = source;
    const { reason, again } = input;
    await context.write('pointsFiles.open', { fileId, fileName: survey.fileName, sha256: digest, reason, again });
    for (let at = 0; at < rows.length; at += KEPT_AT_A_TIME) {
      const part = rows.slice(at, at + KEPT_AT_A_TIME);
      context.throwIfCancelled();
      await context.write('pointsFiles.keep', {
        fileId,
        rows: part.map(({ line, customerId, points, reason: why }) => ({ line, customerId, points, reason: why })),
      });
    }
    await context.write('pointsFiles.begin', { fileId, sums: sumsOfRows(rows) });
    forgetTable();
    return await writeRows(context, fileId);
  });

const requireFile = (context: StudyContext, fileId: PointsFileId): StoredPointsFile => {
  const file = findPointsFile(context.database, fileId);
  if (!file) throw new AppError('not_found', { what: 'points_file' });
  return file;
};

const goOn: StudiesOf<'pointsFiles'>['pointsFiles.goOn'] = (context, { fileId }) =>
  alone('pointsFiles.goOn', async () => {
    requireFile(context, fileId);
    await context.write('pointsFiles.resume', { fileId });
    return await writeRows(context, fileId);
  });

const undo: StudiesOf<'pointsFiles'>['pointsFiles.undo'] = (context, { fileId }) =>
  alone('pointsFiles.undo', async () => {
    const { done_count: done, back_count: alreadyBack } = requireFile(context, fileId);
    await context.write('pointsFiles.beginUndo', { fileId });
    const pace = makePace(written);
    let back = 0;
    let kept = 0;
    for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
      // Stopped here it can be taken up again: what is back is known to be.
      context.throwIfCancelled();
      const from: number = before;
      const part = await pace.part(() => context.write('pointsFiles.takeBack', { fileId, before: from, limit: pace.size() }));
      back += part.back;
      kept += part.kept;
      before = part.last;
      context.progress('undo', back + kept, done - alreadyBack);
    }
    await context.write('pointsFiles.finishUndo', { fileId });
    return { back, kept };
  });

/** Long work of points by file (X67). */
export const pointsFilesStudies: StudiesOf<'pointsFiles'> = {
  'pointsFiles.inspect': async (context, input) => {
    const source = await openSource(context, { ...input, mapping: null });
    const standing = findStandingPointsFile(context.database, source.digest);
    return {
      ...foundFile(source),
      mapping: [...source.mapping],
      alreadyApplied: standing === undefined ? null : appliedBefore(standing),
    };
  },
  'pointsFiles.preview': async (context, input) => {
    const { plan } = await planOf(context, input);
    const planned = plan.rows.filter(isPlanned);
    const id = pointsFileId(context.newId());
    lastPreview = { id, columns: plan.columns, rows: plan.rows.map(previewRow) };
    return {
      previewId: id,
      fileRows: plan.rows.length,
      totalsRows: plan.totalsRows,
      refused: plan.rows.filter(isRefused).length,
      sums: sumsOfRows(planned),
      fingerprint: fingerprintOf(planned),
      reasons: reasonsOf(plan),
    };
  },
  'pointsFiles.previewRows': (_context, { previewId, show, offset, limit }) => {
    if (lastPreview?.id !== previewId) return Promise.reject(new AppError('not_found', { what: 'preview' }));
    const { columns } = lastPreview;
    const rows = lastPreview.rows.filter(({ refusal }) => show === 'all' || (show === 'refused') === (refusal !== null));
    return Promise.resolve({ total: rows.length, rows: rows.slice(offset, offset + limit), columns: [...columns] });
  },
  'pointsFiles.apply': apply,
  'pointsFiles.goOn': goOn,
  'pointsFiles.undo': undo,
};
