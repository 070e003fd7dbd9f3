import Papa from 'papaparse';
import { utils, write } from '@e965/xlsx';
import type { Cell } from '../../../shared/domain/exports/columns.ts';
import { guardCell } from '../../../shared/domain/exports/csvCell.ts';
import type { OutFile } from './outFile.ts';

/** Rows of a table, batch by batch. */
export type RowBatches = AsyncIterable<readonly (readonly Cell[])[]>;

const BOM = '\ufeff';
const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : guardCell(cell)))),
    { newline: '\r\n' },
  )}\r\n`;

/** CSV as spreadsheets open it with a double click: UTF-8 with its mark, lines ended by CR LF, no cell that runs. */
export const writeCsv = async (out: OutFile, headers: readonly string[], batches: RowBatches): Promise<number> => {
  await out.write(BOM + csvLines([headers]));
  let count = 0;
  for await (const rows of batches) {
    if (rows.length > 0) await out.write(csvLines(rows));
    count += rows.length;
  }
  return count;
};

/** The format's own end: 1,048,576 rows with the heading. */
export const MOST_SHEET_ROWS = 1_048_575;

/**
 * One sheet of a workbook. Texts are written as texts, so that nothing runs and 0012 keeps its zeros; figures as figures. The whole
 * sheet stands in memory until it is written: the format holds its texts in one table that comes first.
 */
export const writeXlsx = async (
  out: OutFile,
  sheetName: string,
  headers: readonly string[],
  batches: RowBatches,
): Promise<number> => {
  const sheet = utils.aoa_to_sheet([[...headers]], { dense: true });
  let count = 0;
  for await (const rows of batches) {
    utils.sheet_add_aoa(
      sheet,
      rows.map((row) => row.map((cell) => (cell === '' ? null : typeof cell === 'number' ? cell : { t: 's', v: cell, z: '@' }))),
      { origin: count + 1 },
    );
    count += rows.length;
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName);
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('the workbook came out as no bytes');
  await out.write(bytes);
  return count;
};
