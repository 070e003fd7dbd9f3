import { AppError } from '../../../shared/errors.ts';
import { detectDelimiter, type Delimiter } from '../../../shared/domain/imports/delimiter.ts';
import { fieldsOf, missingField } from '../../../shared/domain/imports/fields.ts';
import type { ImportForm, ImportPreset, Mapping } from '../../../shared/domain/imports/fields.ts';
import { findHeaderRow, guessForm, guessMapping, knownHeaders, presetColumns } from '../../../shared/domain/imports/headers.ts';
import { cellText } from '../../../shared/domain/imports/text.ts';
import { headLines, readRecords } from './records.ts';
import type { FileRecord } from './records.ts';
import type { Survey } from './survey.ts';

/** How a file is to be read. */
export interface Layout {
  readonly form: ImportForm;
  readonly delimiter: Delimiter;
  /** The line of the header; rows up to it are no data. Null without a header. */
  readonly headerLine: number | null;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
}

export interface LayoutWish {
  readonly form: ImportForm | null;
  readonly preset: ImportPreset;
  /** Null: guessed from the header. */
  readonly mapping: Mapping | null;
}

const HEAD_LINES = 60;

const firstRecords = async (survey: Survey, delimiter: Delimiter): Promise<readonly FileRecord[]> => {
  const head: FileRecord[] = [];
  for await (const batch of readRecords(survey, delimiter)) {
    head.push(...batch.slice(0, HEAD_LINES));
    if (head.length >= HEAD_LINES) break;
  }
  if (head.length === 0) throw new AppError('file_empty', {});
  return head;
};

/** Columns of a file without a header are called by their place. */
const placeNames = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

const looksLikeData = (cells: readonly string[]): boolean => cells.some((cell) => /^[¥￥$'-]?\s*\d/.test(cell.trim()));

const badMapping = (message: string): AppError => new AppError('bad_input', { issues: [{ path: 'mapping', message }] });

const checkedMapping = (mapping: Mapping, form: ImportForm, columns: readonly string[]): Mapping => {
  if (mapping.length > columns.length) throw badMapping('too_many_columns');
  const chosen = mapping.filter((field) => field !== null);
  if (chosen.some((field) => !fieldsOf(form).includes(field))) throw badMapping('field_not_in_form');
  if (new Set(chosen).size < chosen.length) throw badMapping('field_twice');
  return columns.map((_, column) => mapping[column] ?? null);
};

/** The layout as far as it can be seen, complete or not: for the page on which a person completes it. */
export const seeLayout = async (survey: Survey, wish: LayoutWish): Promise<{ layout: Layout; head: readonly FileRecord[] }> => {
  const delimiter = wish.preset === 'cdnow' ? 'spaces' : detectDelimiter(await headLines(survey, HEAD_LINES));
  const head = await firstRecords(survey, delimiter);
  const rows = head.map(({ cells }) => cells.map(cellText));
  const found = findHeaderRow(rows, wish.preset);
  const isHeaderless = found === null && (wish.preset === 'cdnow' || looksLikeData(rows[0] ?? []));
  const headerRow = isHeaderless ? null : (found ?? 0);
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = headerRow === null ? placeNames(width) : (rows[headerRow] ?? []);
  const form = wish.form ?? guessForm(columns);
  const mapping =
    wish.mapping !== null
      ? checkedMapping(wish.mapping, form, columns)
      : headerRow === null && wish.preset === 'cdnow'
        ? guessMapping(form, wish.preset, presetColumns(wish.preset))
        : guessMapping(form, wish.preset, columns);
  return {
    layout: { form, delimiter, columns, mapping, headerLine: headerRow === null ? null : (head[headerRow]?.line ?? null) },
    head,
  };
};

/**
 * The layout of a file that is to be imported. Errors: column_unknown (a column that the preset does not know), column_missing (nothing
 * for a field the form needs), file_empty (a header and no rows), bad_input (a mapping that does not fit).
 */
export const requireLayout = async (survey: Survey, wish: LayoutWish): Promise<Layout> => {
  const { layout, head } = await seeLayout(survey, wish);
  const unknown = layout.columns.filter((_, column) => layout.mapping[column] === null);
  const isPreset = wish.preset !== 'auto' && wish.mapping === null;
  const [firstUnknown] = unknown;
  if (isPreset && firstUnknown !== undefined)
    throw new AppError('column_unknown', { column: firstUnknown.slice(0, 80), known: presetColumns(wish.preset) });
  const field = missingField(layout.form, layout.mapping);
  if (field !== null)
    throw new AppError('column_missing', { field, columns: layout.columns.slice(0, 50), known: knownHeaders(layout.form) });
  if (layout.headerLine !== null && head.at(-1)?.line === layout.headerLine && head.length < HEAD_LINES)
    throw new AppError('file_empty', {});
  return layout;
};
