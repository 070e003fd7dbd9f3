import { z } from 'zod';
import { importCountsSchema, rejectedRowSchema, savedMappingSchema } from '../../shared/contract/imports.ts';
import {
  deleteImportMapping,
  findImport,
  findImportMapping,
  listImports,
  listRejectedRows,
  putImportMapping,
} from '../store/imports.ts';
import { AppError } from '../../shared/errors.ts';
import type { HandlersOf } from './context.ts';
import { beginImport, finishImport, takeOverPart } from './imports/commit.ts';
import { undoInternal } from './imports/undo.ts';

export { importsStudies } from './imports/studies.ts';

const textsSchema = z.array(z.string());

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
        state: row.state,
      })),
    };
  },
  'imports.rejectedRows': (context, { importId, ...page }) => {
    const found = findImport(context.database, importId);
    if (!found) throw new AppError('not_found', { what: 'import' });
    const { total, rows } = listRejectedRows(context.database, importId, page);
    return {
      total,
      rows: rows.map(({ line, column_name: column, code, value, cells }) => ({
        ...rejectedRowSchema.parse({ line, column, code, value }),
        cells: textsSchema.parse(JSON.parse(cells)),
      })),
      columns: textsSchema.parse(JSON.parse(found.columns)),
    };
  },
  'imports.forgetMapping': ({ database }, { signature }) => {
    const row = findImportMapping(database, signature);
    if (!row) throw new AppError('not_found', { what: 'mapping' });
    deleteImportMapping(database, signature);
    const { form, mapping, choices } = row;
    return {
      forgotten: {
        signature,
        form,
        mapping: savedMappingSchema.shape.mapping.parse(JSON.parse(mapping)),
        choices: savedMappingSchema.shape.choices.parse(JSON.parse(choices)),
      },
    };
  },
  'imports.saveMapping': (context, { signature, form, mapping, choices }) => {
    putImportMapping(context.database, {
      signature,
      form,
      mapping: JSON.stringify(mapping),
      choices: JSON.stringify(choices),
      used_at: context.now(),
    });
    return {};
  },
};

/** What the engine asks the writer to do. */
export const importsInternal = {
  'imports.begin': beginImport,
  'imports.takeOver': takeOverPart,
  'imports.finish': finishImport,
  ...undoInternal,
} as const;
