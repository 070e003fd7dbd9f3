import { HEADER_LINES_BETWEEN } from './headers.ts';

/** How many meanings are found in names of columns. */
export type Recognise = (headers: readonly string[]) => number;

/** Where the names of the columns stand: one line, or two with group names above. */
export interface HeaderRows {
  /** The first and last of them, as places in the list of rows. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly string[];
}

/** Titles, the shop's name and the day of the export stand above the header: so many rows are looked at. */
const ROWS_LOOKED_AT = 12;
const LONGEST_NAME = 80;

/** A cell with figures is data, not the name of a column; names such as "Phone 1 - Value" may count. */
const looksLikeValue = (cell: string): boolean => /\d{3}/.test(cell) || cell.length > LONGEST_NAME;
const mayNameColumns = (cells: readonly string[]): boolean => cells.some((cell) => cell !== '') && !cells.some(looksLikeValue);

/** Two lines as one: a group's name counts for the blank cells to its right, and a cell merged down stands once. */
const merged = (above: readonly string[], below: readonly string[]): string[] => {
  let group = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const [upper, lower] = [above[column] ?? '', below[column] ?? ''];
    if (upper !== '') group = upper;
    else if (lower === '') group = '';
    const name = upper === '' && lower !== '' ? group : upper;
    if (lower === '' || lower === name) return name;
    return name === '' ? lower : `${name}${HEADER_LINES_BETWEEN}${lower}`;
  });
};

/** The names of the columns when a person says which line the header is; the line below belongs to it when more is known by it. */
export const headerAt = (rows: readonly (readonly string[])[], row: number, recognised: Recognise): HeaderRows => {
  const one = rows[row] ?? [];
  const alone = { first: row, last: row, columns: one };
  const known = recognised(one);
  const [before, after] = [rows[row - 1], rows[row + 1]];
  // Group names above: they fill what is blank in the line that has most of the names.
  if (before !== undefined && one.some((cell) => cell === '') && mayNameColumns(before)) {
    const columns = merged(before, one);
    if (recognised(columns) > known) return { first: row - 1, last: row, columns };
  }
  if (after !== undefined && mayNameColumns(after)) {
    const columns = merged(one, after);
    if (recognised(columns) > known) return { first: row, last: row + 1, columns };
  }
  return alone;
};

/**
 * Which of the first rows name the columns: the one with the most known words (titles and group headings stand above it in many
 * exports), with the other line of a header of two; null when none has any.
 */
export const findHeaderRows = (rows: readonly (readonly string[])[], recognised: Recognise): HeaderRows | null => {
  let best: { row: number; count: number } | null = null;
  for (const [row, cells] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    // A title merged over the whole width names no column.
    const count = new Set(cells).size === 1 && cells.length > 1 ? 0 : recognised(cells);
    if (count > (best?.count ?? 0)) best = { row, count };
  }
  return best === null ? null : headerAt(rows, best.row, recognised);
};
