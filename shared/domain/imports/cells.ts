import { unguardCell } from '../exports/csvCell.ts';
import { cellText, textOrNull } from './text.ts';

/** How the cells of a file say what they mean. */
export interface CellReading {
  /** Whether our own export wrote it: then nothing in it is padding, a mark for "nothing", or an invention. */
  readonly isOwn: boolean;
  /** Whether several tags of a cell are packed as our own tables have them. */
  readonly isPacked: boolean;
  /** The text of a cell, or null where it says nothing. */
  textOrNull(cell: string): string | null;
}

/** Cells of other programs: padded, guarded, with 无 and - for nothing. */
export const foreignCells: CellReading = { isOwn: false, isPacked: false, textOrNull };

const literal = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Cells of our own CSV, whose formulas are guarded by an apostrophe; 无 and / are what somebody wrote. */
export const ownTextCells: CellReading = { isOwn: true, isPacked: true, textOrNull: (cell) => literal(unguardCell(cell)) };

/** Cells of our own workbook, which needs no guard: an apostrophe is one. */
export const ownSheetCells: CellReading = { isOwn: true, isPacked: true, textOrNull: literal };

/** Cells of our own cards for phones, which have tags as every address book. */
export const ownCardCells: CellReading = { isOwn: true, isPacked: false, textOrNull: literal };

/** A cell for what takes no marks and no guards apart from the text, such as a list of tags. */
export const plainCell = (reading: CellReading, cell: string): string =>
  reading.isOwn ? (reading.textOrNull(cell) ?? '') : cellText(cell);
