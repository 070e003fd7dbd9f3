import type { BoardColumn } from '../../../shared/contract/opportunities.ts';

/** A place on the board: the how manieth column and card, from 0. */
interface Place {
  readonly column: number;
  readonly card: number;
}

/** Where the card of this id stands; null where it is not on the board. */
export const placeOf = (columns: readonly BoardColumn[], id: string | null): Place | null => {
  for (const [column, { cards }] of columns.entries()) {
    const card = cards.findIndex((one) => one.id === id);
    if (card >= 0) return { column, card };
  }
  return null;
};

/** The id of the card that an arrow leads to: within a column, or across those without a card to the nearest one at the same height. */
export const neighbourOf = (columns: readonly BoardColumn[], from: Place, key: string): string | null => {
  const within = columns[from.column]?.cards ?? [];
  if (key === 'ArrowUp' || key === 'ArrowDown') return within[from.card + (key === 'ArrowDown' ? 1 : -1)]?.id ?? null;
  if (key === 'Home') return within[0]?.id ?? null;
  if (key === 'End') return within.at(-1)?.id ?? null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const by = key === 'ArrowRight' ? 1 : -1;
  for (let column = from.column + by; column >= 0 && column < columns.length; column += by) {
    const cards = columns[column]?.cards ?? [];
    if (cards.length > 0) return cards[Math.min(from.card, cards.length - 1)]?.id ?? null;
  }
  return null;
};

/** By how many stages a press moves a card: `[` and `]`, or Alt with an arrow; 0 is none. By `code`, for input methods write other brackets. */
export const stageStep = (press: { readonly code: string; readonly altKey: boolean }): -1 | 0 | 1 => {
  if (press.altKey) return press.code === 'ArrowLeft' ? -1 : press.code === 'ArrowRight' ? 1 : 0;
  return press.code === 'BracketLeft' ? -1 : press.code === 'BracketRight' ? 1 : 0;
};
