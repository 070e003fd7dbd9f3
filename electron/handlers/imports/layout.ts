import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import { isIdentityHeader, isSecretHeader, isStoredValueHeader } from '../../../shared/domain/imports/columnKinds.ts';
import { fieldsOf, mayRepeat, missingField } from '../../../shared/domain/imports/fields.ts';
import type { ImportForm, ImportPreset, Mapping } from '../../../shared/domain/imports/fields.ts';
import { headerKey } from '../../../shared/domain/imports/headerKey.ts';
import { guessForm, guessMapping, knownHeaders, presetColumns, recognised } from '../../../shared/domain/imports/headers.ts';
import { isOwnForm } from '../../../shared/domain/imports/ownForm.ts';
import { HEAD_LINES, firstRecords, headingOf, type Heading } from './heading.ts';
import type { FileRecord } from './records.ts';
import type { Table } from './table.ts';

/** How a file is to be read. */
export interface Layout {
  readonly form: ImportForm;
  /** The last line of the header; rows up to it are no data. Null without a header. */
  readonly headerLine: number | null;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  /** The header's fingerprint, by which a mapping is found again. */
  readonly signature: string;
  /** Our own export wrote it. */
  readonly isOwnForm: boolean;
}

/** A mapping that was kept for files with this header. */
export interface KeptMapping {
  readonly form: ImportForm;
  readonly mapping: Mapping;
}

export interface LayoutWish {
  readonly form: ImportForm | null;
  readonly preset: ImportPreset;
  /** The line that names the columns; 0: none does; null: the one with the most known words. */
  readonly headerLine: number | null;
  /** Null: as for the last file with this header, else guessed from the header. */
  readonly mapping: Mapping | null;
}

const badMapping = (message: string): AppError => new AppError('bad_input', { issues: [{ path: 'mapping', message }] });

const checkedMapping = (mapping: Mapping, form: ImportForm, columns: readonly string[]): Mapping => {
  if (mapping.length > columns.length) throw badMapping('too_many_columns');
  const chosen = mapping.filter((field) => field !== null);
  if (chosen.some((field) => !fieldsOf(form).includes(field))) throw badMapping('field_not_in_form');
  const single = chosen.filter((field) => !mayRepeat(form, field));
  if (new Set(single).size < single.length) throw badMapping('field_twice');
  if (mapping.some((field, column) => field !== null && isSecretHeader(columns[column] ?? ''))) throw badMapping('secret_column');
  return columns.map((_, column) => mapping[column] ?? null);
};

/** A header's fingerprint: its words without case, marks and units. */
const signatureOf = (columns: readonly string[]): string =>
  createHash('sha256').update(columns.map(headerKey).join('\n')).digest('hex');

const headerOf = (head: readonly FileRecord[], { headerLine, preset }: LayoutWish): Heading =>
  headingOf(head, { headerLine, hasNoneUnlessKnown: preset === 'cdnow', recognised: (headers) => recognised(preset, headers) });

/**
 * The layout as far as it can be seen, complete or not: for the page on which a person completes it. `keptFor` finds what was chosen for
 * the last file with this header.
 */
export const seeLayout = async (
  table: Table,
  wish: LayoutWish,
  keptFor: (signature: string) => KeptMapping | null = () => null,
): Promise<{ layout: Layout; head: readonly FileRecord[] }> => {
  const head = await firstRecords(table);
  const { last, columns } = headerOf(head, wish);
  const signature = signatureOf(columns);
  const kept = wish.mapping === null && wish.preset === 'auto' ? keptFor(signature) : null;
  const form = wish.form ?? kept?.form ?? guessForm(columns);
  const guessed = (): Mapping =>
    last === null && wish.preset === 'cdnow'
      ? guessMapping(form, wish.preset, presetColumns(wish.preset))
      : guessMapping(form, wish.preset, columns);
  const chosen = wish.mapping ?? (kept?.form === form ? kept.mapping : null);
  return {
    layout: {
      form,
      columns,
      signature,
      isOwnForm: form === 'customers' && isOwnForm(columns),
      mapping: chosen === null ? guessed() : checkedMapping(chosen, form, columns),
      headerLine: last === null ? null : (head[last]?.line ?? null),
    },
    head,
  };
};

/**
 * The layout of a file that is to be imported. Errors: column_unknown (a column that the preset does not know), column_missing (nothing
 * for a field the form needs), file_empty (a header and no rows), bad_input (a mapping that does not fit).
 */
export const requireLayout = async (
  table: Table,
  wish: LayoutWish,
  keptFor?: (signature: string) => KeptMapping | null,
): Promise<Layout> => {
  const { layout, head } = await seeLayout(table, wish, keptFor);
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

/** Headers of columns that are not taken in, by why. */
export const columnsLeftOut = ({ columns, mapping }: Pick<Layout, 'columns' | 'mapping'>) => {
  const unmapped = columns.filter((_, column) => mapping[column] === null);
  const [secretColumns, storedValueColumns] = [unmapped.filter(isSecretHeader), unmapped.filter(isStoredValueHeader)];
  return {
    secretColumns,
    storedValueColumns,
    keptIdentityColumns: columns.filter((header, at) => mapping[at] === 'customField' && isIdentityHeader(header)),
    ignoredColumns: unmapped.filter((header) => header !== '' && !isSecretHeader(header) && !isStoredValueHeader(header)),
  };
};

/** Which columns hold secrets: their cells go nowhere, not even to the screen. */
export const secretPlaces = (columns: readonly string[]): ReadonlySet<number> =>
  new Set(columns.flatMap((header, column) => (isSecretHeader(header) ? [column] : [])));
