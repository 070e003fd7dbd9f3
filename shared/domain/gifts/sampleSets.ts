import type { RewardId } from '../../types/ids.ts';

// Sets of samples 试用装组合, and what whoever gave one changed on the spot (R178).

/** So many pieces of a sample. */
export interface SampleItem {
  readonly rewardId: RewardId;
  readonly name: string;
  readonly quantity: number;
}

/** One sample of which another number was given than the set holds. */
export interface SampleChange {
  readonly name: string;
  /** Pieces as the set has them, and as they were given; 0 is none. */
  readonly planned: number;
  readonly given: number;
}

/** What was changed: first of what the set holds, in its order, then what came on top. */
export const sampleChanges = (planned: readonly SampleItem[], given: readonly SampleItem[]): SampleChange[] => {
  const quantityIn = (items: readonly SampleItem[], id: RewardId): number =>
    items.find(({ rewardId }) => rewardId === id)?.quantity ?? 0;
  const all = [...planned, ...given.filter(({ rewardId }) => quantityIn(planned, rewardId) === 0)];
  return all
    .map(({ rewardId, name }) => ({ name, planned: quantityIn(planned, rewardId), given: quantityIn(given, rewardId) }))
    .filter((change) => change.planned !== change.given);
};
