import { AppError } from '../../shared/errors.ts';
import { listPointsFileRows } from '../store/pointsFileRows.ts';
import { findPointsFile, listPointsFiles } from '../store/pointsFiles.ts';
import type { HandlersOf } from './context.ts';

export { pointsFilesInternal } from './pointsFiles/internal.ts';
export { pointsFilesStudies } from './pointsFiles/studies.ts';

/** X67: which files added and took points, and what became of their rows. */
export const pointsFilesHandlers: HandlersOf<'pointsFiles'> = {
  'pointsFiles.list': ({ database }, page) => {
    const { total, rows } = listPointsFiles(database, page);
    return {
      total,
      rows: rows.map((file) => ({
        id: file.id,
        at: file.at,
        fileName: file.file_name,
        reason: file.reason,
        staffName: file.staff_name,
        planned: file.planned_count,
        done: file.done_count,
        left: file.left_count,
        back: file.back_count,
        given: file.given,
        taken: file.taken,
        isFinished: file.finished_at !== null,
        undoneAt: file.undone_at,
      })),
    };
  },
  'pointsFiles.rows': ({ database }, { fileId, ...wanted }) => {
    if (!findPointsFile(database, fileId)) throw new AppError('not_found', { what: 'points_file' });
    return listPointsFileRows(database, { fileId, ...wanted });
  },
};
