import { AppError } from '../../../../shared/errors.ts';
import type { FileRecord } from '../records.ts';

// What every way of reading a spreadsheet shares: its limits, and what becomes of rows as they stand in the sheet.

/** A sheet as rows of text, with the line numbers the spreadsheet program shows. */
export interface Grid {
  readonly sheets: readonly string[];
  /** The place of the sheet that was read. */
  readonly sheet: number;
  readonly records: readonly FileRecord[];
}

/** The cells of one line; places without a cell are blank. */
export interface SheetRow {
  readonly line: number;
  readonly cells: string[];
}

/** A rectangle of merged cells: lines as shown, columns from 0, both ends included. */
export interface Merge {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** More cells than this are refused: they would not fit into the memory beside everything else. */
export const LIMIT_CELLS = 4_000_000;
/** All text of a sheet together; a cell that names a long text costs nothing in the file, so it is counted where it is used. */
export const LIMIT_CHARACTERS = 200_000_000;
export const LIMIT_COLUMNS = 400;
export const LIMIT_SHEETS = 200;
/** So many lines of every sheet are looked at to choose one. */
export const GLANCE_LINES = 30;

export const tooManyCells = (): AppError => new AppError('file_too_large', { limitCells: LIMIT_CELLS });
const noSuchSheet = (): AppError => new AppError('bad_input', { issues: [{ path: 'sheet', message: 'no_such_sheet' }] });

/** Errors: file_damaged (no sheet at all), file_too_large (more than a book has), bad_input (a sheet that is not there). */
export const requireSheet = (sheets: readonly string[], wanted: number | null): void => {
  if (sheets.length === 0) throw new AppError('file_damaged', { looksLike: 'spreadsheet' });
  if (sheets.length > LIMIT_SHEETS) throw new AppError('file_too_large', { limitSheets: LIMIT_SHEETS });
  if ((wanted ?? 0) >= sheets.length) throw noSuchSheet();
};

/** The place of the sheet with the most filled cells in its first lines: instructions and empty sheets often come before the list. */
export const fullest = (filled: readonly number[]): number => Math.max(0, filled.indexOf(Math.max(...filled)));

/** The first row at or below a line, by halving. */
const placeOf = (rows: readonly SheetRow[], line: number): number => {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.line ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Merged cells hold their value in the first one only; here every one of them gets it, down as well as across. A blank row stays blank: a
 * merge over the whole height of a sheet is no list of people. Errors: file_too_large.
 */
export const fillMerged = (rows: readonly SheetRow[], merges: readonly Merge[]): void => {
  let budget = LIMIT_CELLS;
  const spend = (): void => {
    if (budget <= 0) throw tooManyCells();
    budget -= 1;
  };
  for (const { firstLine, lastLine, firstColumn, lastColumn } of merges) {
    spend();
    const first = placeOf(rows, firstLine);
    const value = rows[first]?.line === firstLine ? (rows[first].cells[firstColumn] ?? '') : '';
    if (value === '') continue;
    for (let at = first; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined || row.line > lastLine) break;
      spend();
      if (row.line > firstLine && row.cells.every((cell) => cell === '')) continue;
      for (let column = firstColumn; column <= Math.min(lastColumn, LIMIT_COLUMNS - 1); column += 1) {
        spend();
        row.cells[column] = value;
      }
    }
  }
};

const HEAD_LINES = 200;

/**
 * Rows as records: blank ones left out, empty columns to the right cut off (some programs format them), and each as wide as the widest of
 * the first, so that none counts as half a row.
 */
export const recordsOf = (rows: readonly SheetRow[]): FileRecord[] => {
  const widthOf = ({ cells }: SheetRow): number => cells.findLastIndex((cell) => (cell ?? '').trim() !== '') + 1;
  const filled = rows.map((row) => ({ row, width: widthOf(row) })).filter(({ width }) => width > 0);
  const least = Math.max(0, ...filled.slice(0, HEAD_LINES).map(({ width }) => width));
  return filled.map(({ row: { line, cells }, width }) => ({
    line,
    cells: Array.from({ length: Math.max(width, least) }, (_, at) => cells[at] ?? ''),
  }));
};
