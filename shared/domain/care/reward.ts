import { addMonths } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/** How the shop thanks for an up-to-date profile (R188). */
export interface RewardSettings {
  /** Points for it; 0 means that the shop gives none. */
  readonly profileRewardPoints: number;
  /** Months before it is given again. */
  readonly profileRewardMonths: number;
  /** The score from which a profile counts as complete. */
  readonly profileRewardScore: number;
}

export interface RewardFacts {
  readonly score: number;
  /** The latest edit or confirmation of the customer's data. */
  readonly updatedOn: LocalDate | null;
  /** The latest reward that was not taken back. */
  readonly rewardedOn: LocalDate | null;
}

/** When an update no longer calls for thanks: the customer has long gone home. */
const THANKS_WITHIN_MONTHS = 1;

/**
 * The points due now (R188), 0 when none are: the profile reaches the shop's score, it was updated within the last month, and no reward
 * was given for so many months before today.
 */
export const rewardDue = (facts: RewardFacts, settings: RewardSettings, today: LocalDate): number => {
  const { score, updatedOn, rewardedOn } = facts;
  if (score < settings.profileRewardScore || updatedOn === null || updatedOn < addMonths(today, -THANKS_WITHIN_MONTHS)) return 0;
  if (rewardedOn !== null && addMonths(rewardedOn, settings.profileRewardMonths) > today) return 0;
  return settings.profileRewardPoints;
};
