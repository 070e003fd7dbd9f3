import { addPurses, emptyPurse } from './purse.ts';
import type { Purse, StoredValueKind } from './purse.ts';
import type { StoredValueEntry } from './replay.ts';

/** What a balance is made of. Taking an entry back counts where the entry counted, so that nothing shows twice. */
export interface StoredValueSums {
  readonly toppedUp: Purse;
  /** Paid with, as figures below zero, less what came back with returned goods. */
  readonly spent: Purse;
  /** Paid out, and the gift that ended with it. */
  readonly refunded: Purse;
  readonly voided: Purse;
  readonly adjusted: Purse;
  readonly transferred: Purse;
  /** Brought from a file. */
  readonly brought: Purse;
}

const places: Readonly<Record<Exclude<StoredValueKind, 'reverse'>, keyof StoredValueSums>> = {
  top_up: 'toppedUp',
  spend: 'spent',
  return: 'spent',
  refund: 'refunded',
  void: 'voided',
  adjust: 'adjusted',
  transfer: 'transferred',
  import: 'brought',
};

/** The sums of a ledger by what its entries are; together they are the balance. */
export const storedValueSums = (entries: readonly StoredValueEntry[]): StoredValueSums => {
  const sums: Record<keyof StoredValueSums, Purse> = {
    toppedUp: emptyPurse,
    spent: emptyPurse,
    refunded: emptyPurse,
    voided: emptyPurse,
    adjusted: emptyPurse,
    transferred: emptyPurse,
    brought: emptyPurse,
  };
  const placeOf = new Map<string, keyof StoredValueSums>();
  for (const entry of entries) {
    const place =
      entry.kind === 'reverse' ? (entry.reversesId !== null && placeOf.get(entry.reversesId)) || 'adjusted' : places[entry.kind];
    placeOf.set(entry.id, place);
    sums[place] = addPurses(sums[place], entry);
  }
  return sums;
};
