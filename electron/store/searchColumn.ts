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

export const makeColumn = (field: SearchField, cells: readonly string[]): SearchColumn => {
  const starts = new Int32Array(cells.length + 1);
  let at = 0;
  cells.forEach((cell, slot) => {
    starts[slot] = at;
    at += cell.length + 1;
  });
  starts[cells.length] = at;
  return { field, text: cells.length === 0 ? '' : `${cells.join('\n')}\n`, starts };
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

/** Lowers each customer's rank in `ranks` to the best match of the text in this column. */
export const rankColumn = (column: SearchColumn, needed: string, ranks: Uint8Array): void => {
  const { text, starts, field } = column;
  let slot = 0;
  for (let at = text.indexOf(needed); at !== -1; at = text.indexOf(needed, at + 1)) {
    slot = slotOf(starts, at, slot);
    const rank = rankAt(text, at, needed.length, field);
    if (rank !== null && rank < (ranks[slot] ?? NO_RANK)) ranks[slot] = rank;
  }
};
