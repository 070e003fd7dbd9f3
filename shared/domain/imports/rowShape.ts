import { refused, type ImportField, type Mapping, type Rejection } from './fields.ts';

/**
 * Whether a row has the file's columns. A row that ends before its last mapped column is half a row; one with text beyond the last
 * column has a stray separator. Null when the shape is right.
 */
export const shapeProblem = (cells: readonly string[], mapping: Mapping): Rejection | null => {
  const lastMapped = mapping.findLastIndex((field) => field !== null);
  if (cells.length <= lastMapped) return refused('row_too_short', null, cells.join(' ').slice(0, 200)).rejection;
  if (cells.length > mapping.length && cells.slice(mapping.length).some((cell) => cell.trim() !== ''))
    return refused('row_too_long', null, cells.join(' ').slice(0, 200)).rejection;
  return null;
};

/** Reads the cell of a field; undefined where the file has no such column. */
export const cellReader =
  (columns: ReadonlyMap<ImportField, number>, clean: (cell: string) => string) =>
  (cells: readonly string[], field: ImportField): string | undefined => {
    const column = columns.get(field);
    return column === undefined ? undefined : clean(cells[column] ?? '');
  };
