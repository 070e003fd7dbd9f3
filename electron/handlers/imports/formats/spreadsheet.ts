import { read, set_cptable } from '@e965/xlsx';
import type { DenseWorkSheet, ParsingOptions, Range, WorkBook } from '@e965/xlsx';
import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { LIMIT_ROWS } from '../survey.ts';
import {
  GLANCE_LINES,
  LIMIT_CELLS,
  LIMIT_COLUMNS,
  fillMerged,
  fullest,
  recordsOf,
  requireSheet,
  tooManyCells,
  type Grid,
  type SheetRow,
} from './grid.ts';
import { sheetCellText } from './sheetCells.ts';

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

const fullestSheet = (book: WorkBook): number =>
  fullest(
    book.SheetNames.map((_, sheet) => {
      const rows = dataOf(book, sheet)?.['!data'] ?? [];
      return rows
        .slice(0, GLANCE_LINES)
        .reduce((sum, row) => sum + (row?.filter((cell) => cell?.v !== undefined).length ?? 0), 0);
    }),
  );

const rowsOf = (book: WorkBook, sheet: number): SheetRow[] => {
  const data = dataOf(book, sheet);
  if (data === null) return [];
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  let cellCount = 0;
  const source = data['!data'];
  if (source.length > LIMIT_ROWS + 50) throw new AppError('file_too_large', { limitRows: LIMIT_ROWS });
  const rows: SheetRow[] = Array.from({ length: source.length }, (_, index) => {
    const row = source[index] ?? [];
    const cells = Array.from({ length: Math.min(row.length, LIMIT_COLUMNS) }, (_cell, column) =>
      sheetCellText(row[column], is1904),
    );
    cellCount += cells.length;
    if (cellCount > LIMIT_CELLS) throw tooManyCells();
    return { line: index + 1, cells };
  });
  fillMerged(
    rows,
    (data['!merges'] ?? []).map(({ s: start, e: end }) => ({
      firstLine: start.r + 1,
      lastLine: end.r + 1,
      firstColumn: start.c,
      lastColumn: end.c,
    })),
  );
  return rows;
};

/**
 * Reads one sheet of a spreadsheet (bytes) or of a page's tables (text) at one go; without a choice the fullest one. Call it in a thread
 * that can be stopped (`readInThread`), and prove a packed file with `proveUnpackable` first. Errors: file_damaged, file_protected,
 * file_too_large, bad_input (no such sheet).
 */
export const readSpreadsheet = (source: Buffer | string, wanted: number | null): Grid => {
  let sheet = wanted ?? 0;
  let book = readWorkbook(source, { sheets: sheet });
  const sheets = book.SheetNames;
  requireSheet(sheets, wanted);
  try {
    if (wanted === null && sheets.length > 1) {
      sheet = fullestSheet(readWorkbook(source, { sheetRows: GLANCE_LINES }));
      if (sheet !== 0) book = readWorkbook(source, { sheets: sheet });
    }
    return { sheets, sheet, records: recordsOf(rowsOf(book, sheet)) };
  } catch (error) {
    throw error instanceof AppError ? error : readError(error);
  }
};
