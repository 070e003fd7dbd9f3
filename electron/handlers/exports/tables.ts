import Papa from 'papaparse';
import type { Cell } from '../../../shared/domain/exports/columns.ts';
import { guardCell } from '../../../shared/domain/exports/csvCell.ts';
import type { OutFile } from '../../files/wholeFile.ts';

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
