import { rankAt } from '../../shared/domain/search.ts';
import type { SearchField } from '../../shared/domain/search.ts';

/** The cells of one field of many customers in one text, so that one search over it is one fast scan. */
export interface SearchColumn {
  readonly field: SearchField;
  readonly text: string;
  /** Where each customer's cell begins; one more at the end. */
  readonly starts: Int32Array;
}

/** No match yet. */
export const NO_RANK = 3;

/** Takes the cells one by one; `finish` makes the column. */
export interface ColumnBuilder {
  add(cell: string): void;
  finish(): SearchColumn;
}

/** So many cells are joined at once: V8 keeps what is only appended as a tree of pieces. */
const CELLS_AT_A_TIME = 4096;

export const buildColumn = (field: SearchField): ColumnBuilder => {
  const starts = [0];
  const pieces: string[] = [];
  let cells: string[] = [];
  let at = 0;
  const close = (): void => {
    if (cells.length > 0) pieces.push(`${cells.join('\n')}\n`);
    cells = [];
  };
  return {
    add: (cell) => {
      cells.push(cell);
      at += cell.length + 1;
      starts.push(at);
      if (cells.length === CELLS_AT_A_TIME) close();
    },
    finish: () => {
      close();
      return { field, text: pieces.join(''), starts: Int32Array.from(starts) };
    },
  };
};

/** The cell of one customer. */
export const cellAt = ({ text, starts }: SearchColumn, slot: number): string =>
  text.slice(starts[slot] ?? 0, (starts[slot + 1] ?? 1) - 1);

/** The customer in whose cell a position lies, at or after `from`. Nearby is the common case, so it looks there first. */
const slotOf = (starts: Int32Array, position: number, from: number): number => {
  let low = from;
  let step = 1;
  while (low + step < starts.length - 1 && (starts[low + step] ?? 0) <= position) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length - 1);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
};

/** Lowers each customer's rank in `ranks` to the best match of the text in this column; adds who had none to `hits`. */
export const rankColumn = (
  column: SearchColumn,
  needed: string,
  ranks: Uint8Array,
  hits: number[],
  hidesNumbers: boolean,
): void => {
  const { text, starts, field } = column;
  let slot = 0;
  for (let at = text.indexOf(needed); at !== -1; at = text.indexOf(needed, at + 1)) {
    slot = slotOf(starts, at, slot);
    const rank = rankAt(text, at, needed.length, field, hidesNumbers);
    const known = ranks[slot] ?? NO_RANK;
    if (rank === null || rank >= known) continue;
    if (known === NO_RANK) hits.push(slot);
    ranks[slot] = rank;
  }
};
