import { points } from '../../types/amounts.ts';
import type { Points } from '../../types/amounts.ts';
import type { PointsEntryKind } from './points.ts';
import type { LedgerEntry } from './replay.ts';

/** What a balance is made of. Taking an entry back counts where the entry counted, so that nothing shows twice. */
export interface PointsSums {
  /** From visits, less what went back with returned goods. */
  readonly earned: Points;
  /** Used up, as a figure below zero, less what came back with returned goods. */
  readonly spent: Points;
  readonly adjusted: Points;
  /** Brought from a file. */
  readonly brought: Points;
  readonly expired: Points;
}

const placeOf = (kind: Exclude<PointsEntryKind, 'reverse' | 'return'>): keyof PointsSums =>
  (({ earn: 'earned', redeem: 'spent', adjust: 'adjusted', import: 'brought', expire: 'expired' }) as const)[kind];

/** The sums of a ledger by what its entries are; together they are the balance. */
export const sumsOf = (entries: readonly Pick<LedgerEntry, 'id' | 'kind' | 'points' | 'reversesId'>[]): PointsSums => {
  const sums = { earned: 0, spent: 0, adjusted: 0, brought: 0, expired: 0 };
  const places = new Map<string, keyof PointsSums>();
  for (const { id, kind, points: change, reversesId } of entries) {
    const place =
      kind === 'reverse'
        ? (reversesId !== null && places.get(reversesId)) || 'adjusted'
        : kind === 'return'
          ? change < 0
            ? 'earned'
            : 'spent'
          : placeOf(kind);
    places.set(id, place);
    sums[place] += change;
  }
  return {
    earned: points(sums.earned),
    spent: points(sums.spent),
    adjusted: points(sums.adjusted),
    brought: points(sums.brought),
    expired: points(sums.expired),
  };
};
