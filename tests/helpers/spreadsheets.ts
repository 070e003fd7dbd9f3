import { utils, write } from '@e965/xlsx';
import type { BookType, CellObject, Range } from '@e965/xlsx';

type Value = string | number | boolean | null;
/** A day as Excel keeps it: a serial number with a format. */
export const dateCell = (serial: number): CellObject => ({ t: 'n', v: serial, z: 'yyyy-mm-dd' });

/** A workbook as a spreadsheet program saves it; sheets by name, rows of plain values and cells. */
export const workbook = (
  sheets: Readonly<Record<string, readonly (readonly (Value | CellObject)[])[]>>,
  bookType: BookType = 'xlsx',
  merges: readonly Range[] = [],
): Buffer => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    if (merges.length > 0) sheet['!merges'] = [...merges];
    utils.book_append_sheet(book, sheet, name);
  }
  const bytes: unknown = write(book, { type: 'buffer', bookType, compression: true });
  if (!Buffer.isBuffer(bytes)) throw new Error('no bytes');
  return bytes;
};
