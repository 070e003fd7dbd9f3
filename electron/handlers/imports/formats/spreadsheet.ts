import { read, set_cptable } from '@e965/xlsx';
import type { DenseWorkSheet, ParsingOptions, Range, WorkBook } from '@e965/xlsx';
import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { FileRecord } from '../records.ts';
import { LIMIT_ROWS } from '../survey.ts';
import { sheetCellText } from './sheetCells.ts';

/** A sheet as rows of text, with the line numbers the spreadsheet program shows. */
interface Grid {
  readonly sheets: readonly string[];
  /** The place of the sheet that was read. */
  readonly sheet: number;
  readonly records: readonly FileRecord[];
}

/** More cells than this are refused: they would not fit into the memory beside everything else. */
const LIMIT_CELLS = 4_000_000;
const LIMIT_COLUMNS = 400;
const LIMIT_SHEETS = 200;
/** So many rows of every sheet are looked at to choose one. */
const GLANCE_ROWS = 30;

/** Spreadsheets older than Unicode are mostly Chinese: their text is GBK unless they say UTF-16. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  1200: 'utf-16le',
  65_001: 'utf-8',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
};
const bytesOf = (source: unknown): Uint8Array =>
  source instanceof Uint8Array ? source : Uint8Array.from(Array.isArray(source) ? source.map(Number) : []);
set_cptable({
  utils: {
    decode: (page: number, source: unknown): string => new TextDecoder(CODE_PAGES[page] ?? 'gb18030').decode(bytesOf(source)),
    encode: (_page: number, text: string): Buffer => Buffer.from(text, 'utf8'),
  },
});

const options = {
  dense: true,
  raw: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellNF: true,
} as const satisfies ParsingOptions;

/** The parts of a sheet that are read; the library types the rest as anything. */
type SheetData = Pick<DenseWorkSheet, '!data'> & { readonly '!merges'?: readonly Range[] };
const sheetSchema = z.custom<SheetData>(
  (sheet) => typeof sheet === 'object' && sheet !== null && '!data' in sheet && Array.isArray(sheet['!data']),
);

/** What the library says of a file it cannot read; its own errors name nothing a person could use. */
const readError = (error: unknown): AppError => {
  const message = error instanceof Error ? error.message : '';
  return /password|encrypt/i.test(message)
    ? new AppError('file_protected', {})
    : new AppError('file_damaged', { looksLike: 'spreadsheet' });
};

const readWorkbook = (source: Buffer | string, wishes: ParsingOptions): WorkBook => {
  try {
    return read(source, { ...options, ...wishes, type: typeof source === 'string' ? 'string' : 'buffer' });
  } catch (error) {
    throw readError(error);
  }
};

const dataOf = (book: WorkBook, sheet: number): SheetData | null =>
  sheetSchema.safeParse(book.Sheets[book.SheetNames[sheet] ?? '']).data ?? null;

/** The sheet with the most filled cells in its first rows: instructions and empty sheets often come before the list. */
const fullestSheet = (book: WorkBook): number => {
  const filled = book.SheetNames.map((_, sheet) => {
    const rows = dataOf(book, sheet)?.['!data'] ?? [];
    return rows.slice(0, GLANCE_ROWS).reduce((sum, row) => sum + (row?.filter((cell) => cell?.v !== undefined).length ?? 0), 0);
  });
  return Math.max(0, filled.indexOf(Math.max(...filled)));
};

/** Merged cells hold their value in the first one only; here every one of them gets it, down as well as across. */
const fillMerged = (rows: string[][], merges: readonly Range[]): void => {
  let budget = LIMIT_CELLS;
  for (const { s: start, e: end } of merges) {
    const value = rows[start.r]?.[start.c] ?? '';
    if (value === '') continue;
    for (let row = start.r; row <= Math.min(end.r, rows.length - 1); row += 1) {
      const cells = rows[row];
      // A blank row stays blank: a merge over the whole height of a sheet is no list of people.
      if (!cells || (row > start.r && cells.every((cell) => cell === ''))) continue;
      for (let column = start.c; column <= Math.min(end.c, LIMIT_COLUMNS); column += 1) {
        if (budget <= 0) throw new AppError('file_too_large', { limitCells: LIMIT_CELLS });
        budget -= 1;
        cells[column] = value;
      }
    }
  }
};

const gridOf = (book: WorkBook, sheet: number): FileRecord[] => {
  const data = dataOf(book, sheet);
  if (data === null) return [];
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  let cellCount = 0;
  const source = data['!data'];
  if (source.length > LIMIT_ROWS + 50) throw new AppError('file_too_large', { limitRows: LIMIT_ROWS });
  const rows: string[][] = Array.from({ length: source.length }, (_, index) => {
    const row = source[index];
    if (row === undefined) return [];
    const cells = Array.from({ length: Math.min(row.length, LIMIT_COLUMNS) }, (_cell, column) =>
      sheetCellText(row[column], is1904),
    );
    cellCount += cells.length;
    if (cellCount > LIMIT_CELLS) throw new AppError('file_too_large', { limitCells: LIMIT_CELLS });
    return cells;
  });
  fillMerged(rows, data['!merges'] ?? []);
  // Some programs format whole empty columns to the right: they are no columns of the list.
  return rows.flatMap((cells, index) => {
    const last = cells.findLastIndex((cell) => (cell ?? '').trim() !== '');
    return last === -1 ? [] : [{ line: index + 1, cells: Array.from({ length: last + 1 }, (_, at) => cells[at] ?? '') }];
  });
};

/** Rows end where their last cell does: each is made as wide as the widest, so that none counts as half a row. */
const evened = (records: readonly FileRecord[]): FileRecord[] => {
  const width = Math.max(0, ...records.slice(0, 200).map(({ cells }) => cells.length));
  return records.map(({ line, cells }) =>
    cells.length >= width
      ? { line, cells }
      : { line, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] },
  );
};

/**
 * Reads one sheet of a spreadsheet (bytes) or of a page's tables (text); without a choice the fullest one. Prove a packed file with
 * `proveUnpackable` first. Errors: file_damaged, file_protected, file_too_large, file_empty, bad_input (no such sheet).
 */
export const readSpreadsheet = (source: Buffer | string, wanted: number | null): Grid => {
  let sheet = wanted ?? 0;
  let book = readWorkbook(source, { sheets: sheet });
  const sheets = book.SheetNames;
  if (sheets.length > LIMIT_SHEETS) throw new AppError('file_too_large', { limitSheets: LIMIT_SHEETS });
  if (sheet >= sheets.length) throw new AppError('bad_input', { issues: [{ path: 'sheet', message: 'no_such_sheet' }] });
  try {
    if (wanted === null && sheets.length > 1) {
      sheet = fullestSheet(readWorkbook(source, { sheetRows: GLANCE_ROWS }));
      if (sheet !== 0) book = readWorkbook(source, { sheets: sheet });
    }
    return { sheets, sheet, records: evened(gridOf(book, sheet)) };
  } catch (error) {
    throw error instanceof AppError ? error : readError(error);
  }
};
