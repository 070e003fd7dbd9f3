import { AppError } from '../../../../shared/errors.ts';
import { LIMIT_ROWS } from '../survey.ts';
import { LIMIT_CELLS, LIMIT_CHARACTERS, LIMIT_COLUMNS, tooManyCells, type Merge, type SheetRow } from './grid.ts';
import { numericCellText } from './sheetCells.ts';
import { plainText, type Workbook } from './workbookParts.ts';
import type { XmlListener } from './xml.ts';

/** The last place a spreadsheet program knows is $XFD$1048576. */
const LAST_LINE = 1_048_576;
const LAST_COLUMN = 16_384;
const LONGEST_REFERENCE = 12;

/** Line and column of B7, $ marks passed over; null for what is no place. Walked by hand: a sheet has a million of them. */
const placeOf = (reference: string): { readonly line: number; readonly column: number } | null => {
  let [line, column] = [0, 0];
  for (let at = 0; at < reference.length && at < LONGEST_REFERENCE; at += 1) {
    const code = reference.charCodeAt(at);
    const letter = code | 0x20;
    if (code >= 0x30 && code <= 0x39) line = line * 10 + code - 0x30;
    else if (letter >= 0x61 && letter <= 0x7a && line === 0) column = column * 26 + letter - 0x60;
    else if (code !== 0x24) return null;
  }
  return line === 0 || column === 0 || line > LAST_LINE || column > LAST_COLUMN ? null : { line, column: column - 1 };
};

const mergeOf = (reference: string): Merge | null => {
  const [from = '', to = ''] = reference.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  return first === null || last === null
    ? null
    : { firstLine: first.line, lastLine: last.line, firstColumn: first.column, lastColumn: last.column };
};

/** The rows of a sheet as they are heard; what no cell fills costs nothing, whatever size the sheet says it has. */
export const sheetListener = (
  { is1904, dateStyles }: Workbook,
  texts: readonly string[],
): { readonly listener: XmlListener; readonly rows: readonly SheetRow[]; readonly merges: readonly Merge[] } => {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let [line, column, cellCount, characters] = [0, -1, 0, 0];
  let cells: string[] = [];
  let cell: { readonly type: string; readonly isDate: boolean } | null = null;
  let [value, isValue, isReading] = ['', false, false];

  const textOf = (type: string, isDate: boolean): string => {
    if (type === 's') return texts[Number(value)] ?? '';
    if (type === 'str' || type === 'inlineStr') return plainText(value);
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e') return '';
    // A date in the file's own words, as few programs write it.
    if (type === 'd') return value.trim().slice(0, 10);
    return numericCellText(value, isDate, is1904);
  };
  const endCell = (): void => {
    if (cell === null) return;
    const text = value === '' || column >= LIMIT_COLUMNS ? '' : textOf(cell.type, cell.isDate);
    cell = null;
    if (text === '') return;
    characters += text.length;
    if (characters > LIMIT_CHARACTERS) throw new AppError('file_too_large', { limitBytes: LIMIT_CHARACTERS });
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const endRow = (): void => {
    if (cells.length === 0) return;
    cellCount += cells.length;
    if (cellCount > LIMIT_CELLS) throw tooManyCells();
    if (rows.length > LIMIT_ROWS) throw new AppError('file_too_large', { limitRows: LIMIT_ROWS });
    rows.push({ line, cells });
    cells = [];
  };
  return {
    rows,
    merges,
    listener: {
      open: (name, attributes) => {
        if (name === 'c') {
          const place = attributes['r'] === undefined ? null : placeOf(attributes['r']);
          column = place === null ? column + 1 : place.column;
          cell = { type: attributes['t'] ?? 'n', isDate: dateStyles[Number(attributes['s'] ?? -1)] === true };
          value = '';
        } else if (name === 'row') {
          const said = Number(attributes['r'] ?? 0);
          // Lines only ever go down; a file that says otherwise is counted.
          line = said > line && said <= LAST_LINE ? said : line + 1;
          column = -1;
          cells = [];
        } else if (name === 'rPh') isReading = true;
        else if (name === 'v' || name === 't') isValue = cell !== null && !isReading;
        else if (name === 'mergeCell') {
          const merge = mergeOf(attributes['ref'] ?? '');
          if (merge !== null && merges.length < LIMIT_CELLS) merges.push(merge);
        }
      },
      text: (piece) => {
        if (isValue) value += piece;
      },
      close: (name) => {
        if (name === 'v' || name === 't') isValue = false;
        else if (name === 'rPh') isReading = false;
        else if (name === 'c') endCell();
        else if (name === 'row') endRow();
      },
    },
  };
};
