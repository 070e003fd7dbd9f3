import { quantity } from '../../types/amounts.ts';
import type { Quantity } from '../../types/amounts.ts';
import type { KeptEntryId } from '../../types/ids.ts';

// Kept goods 寄存 (X51): what a customer left with the shop, or bought and left, and takes out in parts.

/** What a movement is: `keep` brings something in, `take` hands it out, `reverse` takes another movement back as a whole. */
export const keptKinds = ['keep', 'take', 'reverse'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** A movement, in thousandths of a unit: above nothing it came in, below nothing it went out. */
export interface KeptEntry {
  readonly id: KeptEntryId;
  readonly kind: KeptKind;
  readonly quantity: Quantity;
  readonly reversesId: KeptEntryId | null;
}

/** What is still there: the sum of the movements, which never falls below nothing. */
export const keptLeft = (entries: readonly Pick<KeptEntry, 'quantity'>[]): Quantity =>
  quantity(entries.reduce((sum, entry) => sum + entry.quantity, 0));

/** The movements that stand: neither taken back nor taking back. */
export const standingKept = <Entry extends KeptEntry>(entries: readonly Entry[]): Entry[] => {
  const gone = new Set(entries.flatMap(({ reversesId }) => reversesId ?? []));
  return entries.filter(({ id, kind }) => kind !== 'reverse' && !gone.has(id));
};

/** Whether taking a movement back leaves at least nothing: what has been handed out cannot never have come in. */
export const mayTakeKeptBack = (entries: readonly KeptEntry[], entry: KeptEntry): boolean =>
  keptLeft(entries) - entry.quantity >= 0;
