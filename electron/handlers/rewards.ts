import type { HandlersOf } from './context.ts';
import { rewardDefinitions } from './rewards/definitions.ts';
import { offersFor, redemptionsOf, rewardTill } from './rewards/desk.ts';
import { redeemReward } from './rewards/redeem.ts';
import { rewardStockHandlers } from './rewards/stock.ts';
import { restoreRedemption, returnRedemption, undoRedemption } from './rewards/takeBack.ts';

/** Rewards for points (R077). */
export const rewardsHandlers: HandlersOf<'rewards'> = {
  ...rewardDefinitions,
  ...rewardStockHandlers,
  'rewards.forCustomer': offersFor,
  'rewards.redeem': redeemReward,
  'rewards.undo': undoRedemption,
  'rewards.return': returnRedemption,
  'rewards.restore': restoreRedemption,
  'rewards.ofCustomer': redemptionsOf,
  'rewards.till': rewardTill,
};
