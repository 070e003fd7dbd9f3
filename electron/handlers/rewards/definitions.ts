import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { rewardId as toRewardId } from '../../../shared/types/ids.ts';
import type { RewardId } from '../../../shared/types/ids.ts';
import { deleteReward, findReward, listRewards, markRewardArchived, putReward } from '../../store/rewards.ts';
import type { StoredReward } from '../../store/rewards.ts';
import { listTiers } from '../../store/tiers.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';

/** Throws not_found for a reward that nobody knows. */
export const requireReward = ({ database }: BaseContext, rewardId: RewardId): StoredReward => {
  const found = findReward(database, rewardId);
  if (!found) throw new AppError('not_found', { what: 'reward' });
  return found;
};

const upkeep = {
  topic: 'rewards',
  what: 'reward',
  auditName: 'reward',
  inUse: 'reward_in_use',
  isUsed: (database: BaseContext['database'], id: RewardId) => findReward(database, id)?.isUsed ?? false,
  markArchived: markRewardArchived,
  remove: deleteReward,
} as const;

const save = (context: StoreContext, input: HandlerInput<'rewards.save'>): OutputOf<'rewards.save'> => {
  const { rewardId, ...values } = input;
  const before = rewardId === null ? null : requireReward(context, rewardId);
  const tiers = new Set(listTiers(context.database).map(({ id }) => id));
  if (values.tierIds.some((id) => !tiers.has(id) && before?.tierIds.includes(id) !== true))
    throw new AppError('not_found', { what: 'tier' });
  if (listRewards(context.database).some(({ id, name }) => name === values.name && id !== before?.id))
    throw new AppError('conflict', { reason: 'reward_taken' });
  const id = before?.id ?? toRewardId(context.newId());
  putReward(context.database, { ...values, id }, context.now());
  context.audited({ reward: values.name, points: values.points });
  context.changed(['rewards'], null);
  return { rewardId: id, before: before && { ...before, tierIds: [...before.tierIds] } };
};

/** What the shop gives for points. */
export const rewardDefinitions: Pick<
  HandlersOf<'rewards'>,
  'rewards.list' | 'rewards.save' | 'rewards.archive' | 'rewards.remove'
> = {
  'rewards.list': (context, { includeArchived }) => ({
    rewards: listRewards(context.database)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map((reward) => ({ ...reward, tierIds: [...reward.tierIds] })),
  }),
  'rewards.save': save,
  'rewards.archive': (context, { rewardId, isArchived }) =>
    archiveDefinition(context, upkeep, requireReward(context, rewardId), isArchived),
  'rewards.remove': (context, { rewardId }) => removeDefinition(context, upkeep, requireReward(context, rewardId)),
};
