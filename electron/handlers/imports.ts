import { importCountsSchema, rejectedRowSchema } from '../../shared/contract/imports.ts';
import { findImport, listImports, listRejectedRows } from '../store/imports.ts';
import { AppError } from '../../shared/errors.ts';
import type { HandlersOf } from './context.ts';
import { commitImport } from './imports/commit.ts';
import { undoImport } from './imports/undo.ts';

export { importsStudies } from './imports/studies.ts';

/** Queries and commands of the imports area (R189). */
export const importsHandlers: HandlersOf<'imports'> = {
  'imports.list': (context, page) => {
    const { total, rows } = listImports(context.database, page);
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        at: row.at,
        fileName: row.file_name,
        form: row.form,
        counts: importCountsSchema.parse(JSON.parse(row.counts)),
        undoneAt: row.undone_at,
      })),
    };
  },
  'imports.rejectedRows': (context, { importId, ...page }) => {
    if (!findImport(context.database, importId)) throw new AppError('not_found', { what: 'import' });
    const { total, rows } = listRejectedRows(context.database, importId, page);
    return {
      total,
      rows: rows.map(({ line, column_name: column, code, value }) => rejectedRowSchema.parse({ line, column, code, value })),
    };
  },
  'imports.undo': undoImport,
};

/** What the engine asks the writer to do. */
export const importsInternal = { 'imports.commit': commitImport } as const;
