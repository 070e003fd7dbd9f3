import { points } from '../../types/amounts.ts';
import type { Points } from '../../types/amounts.ts';
import type { TierId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';
import { mayMove } from './stock.ts';
import type { StockRule } from './stock.ts';

// Which rewards somebody could have today (R077), and what stands in the way of the others.

export interface RewardTerms {
  readonly points: Points | null;
  readonly stockRule: StockRule;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  /** Empty is for everybody. */
  readonly tierIds: readonly TierId[];
  readonly isArchived: boolean;
}

/** Who asks, when, and what there is. */
export interface RewardQuestion {
  readonly on: LocalDate;
  readonly tierId: TierId | null;
  readonly balance: Points;
  readonly stock: number;
  readonly quantity: number;
}

export const rewardObstacles = ['archived', 'not_yet', 'over', 'other_tier', 'out_of_stock', 'not_enough_points'] as const;
export type RewardObstacle = (typeof rewardObstacles)[number];

/** Points that so many pieces take. */
export const pointsOfPieces = ({ points: each }: Pick<RewardTerms, 'points'>, quantity: number): number => (each ?? 0) * quantity;

/** What stands in the way of having the reward, the weightiest first: points can be saved up, a wrong tier or an empty shelf cannot. */
export const rewardObstacle = (reward: RewardTerms, asked: RewardQuestion): RewardObstacle | null => {
  if (reward.isArchived || reward.points === null) return 'archived';
  if (reward.fromOn !== null && asked.on < reward.fromOn) return 'not_yet';
  if (reward.untilOn !== null && asked.on > reward.untilOn) return 'over';
  if (reward.tierIds.length > 0 && (asked.tierId === null || !reward.tierIds.includes(asked.tierId))) return 'other_tier';
  if (reward.stockRule !== 'none' && !mayMove(reward.stockRule, asked.stock, -asked.quantity)) return 'out_of_stock';
  return pointsOfPieces(reward, asked.quantity) > asked.balance ? 'not_enough_points' : null;
};

/** How many points are still missing; 0 when there are enough. */
export const pointsMissing = (reward: RewardTerms, balance: Points): Points =>
  points(Math.max(0, pointsOfPieces(reward, 1) - balance));
