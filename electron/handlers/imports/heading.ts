import { AppError } from '../../../shared/errors.ts';
import { findHeaderRows, headerAt, type Recognise } from '../../../shared/domain/imports/headerRows.ts';
import { cellText } from '../../../shared/domain/imports/text.ts';
import { refuseField } from '../refuseField.ts';
import type { FileRecord } from './records.ts';
import type { Table } from './table.ts';

/** So many lines are looked at for the names of the columns, and shown. */
export const HEAD_LINES = 60;

/** The first lines of a table. Errors: file_empty. */
export const firstRecords = async (table: Table): Promise<readonly FileRecord[]> => {
  const head: FileRecord[] = [];
  for await (const batch of table.records()) {
    head.push(...batch.slice(0, HEAD_LINES));
    if (head.length >= HEAD_LINES) break;
  }
  if (head.length === 0) throw new AppError('file_empty', {});
  return head;
};

/** The names of the columns, and the place among the first lines of the last line that has them; null without one. */
export interface Heading {
  readonly last: number | null;
  readonly columns: readonly string[];
}

/** Columns of a file without a header are called by their place. */
const placeNames = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

const looksLikeData = (cells: readonly string[]): boolean => cells.some((cell) => /^[¥￥$'-]?\s*\d/.test(cell.trim()));

interface HeadingWish {
  /** The line that names the columns; 0: none does; null: the one with the most known words. */
  readonly headerLine: number | null;
  readonly recognised: Recognise;
  /** A first line of unknown words is data. */
  readonly hasNoneUnlessKnown?: boolean;
}

/** Where the names of the columns stand among the first lines. Throws bad_input (no_such_line). */
export const headingOf = (
  head: readonly FileRecord[],
  { headerLine, recognised, hasNoneUnlessKnown = false }: HeadingWish,
): Heading => {
  const rows = head.map(({ cells }) => cells.map(cellText));
  const width = Math.max(...rows.map((cells) => cells.length));
  const none = { last: null, columns: placeNames(width) };
  if (headerLine === 0) return none;
  if (headerLine !== null) {
    const row = head.findIndex(({ line }) => line === headerLine);
    if (row === -1) refuseField('headerLine', 'no_such_line');
    return headerAt(rows, row, recognised);
  }
  const found = findHeaderRows(rows, recognised);
  if (found !== null) return found;
  return hasNoneUnlessKnown || looksLikeData(rows[0] ?? []) ? none : { last: 0, columns: rows[0] ?? [] };
};
