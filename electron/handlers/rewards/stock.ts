import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { mayMove } from '../../../shared/domain/rewards/stock.ts';
import { AppError } from '../../../shared/errors.ts';
import { rewardMovementId } from '../../../shared/types/ids.ts';
import type { RewardMovementId } from '../../../shared/types/ids.ts';
import type { StoredReward } from '../../store/rewards.ts';
import { findMovement, insertMovement, listMovements } from '../../store/rewardStock.ts';
import type { NewMovement } from '../../store/rewardStock.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';
import { requireReward } from './definitions.ts';

type Wanted = Pick<NewMovement, 'kind' | 'quantity'> & Partial<Pick<NewMovement, 'note' | 'entryId' | 'giftId' | 'reversesId'>>;

/** Moves pieces of a reward, now, by whoever is at the desk. Throws conflict with the reason where the shelf does not have them. */
export const movePieces = (
  context: StoreContext,
  reward: StoredReward,
  wanted: Wanted,
  reason = 'reward_out_of_stock',
): RewardMovementId => {
  if (!mayMove(reward.stockRule, reward.stock, wanted.quantity)) throw new AppError('conflict', { reason });
  const id = rewardMovementId(context.newId());
  insertMovement(context.database, {
    note: null,
    entryId: null,
    giftId: null,
    reversesId: null,
    ...wanted,
    id,
    rewardId: reward.id,
    at: context.now(),
    businessDate: context.today(),
    staffId: context.actor.staffId,
  });
  return id;
};

const written = (context: StoreContext, reward: StoredReward, wanted: Wanted): OutputOf<'rewards.receive'> => {
  const movementId = movePieces(context, reward, wanted, 'reward_stock_full');
  context.audited({ reward: reward.name, pieces: wanted.quantity });
  context.changed(['rewards'], null);
  return { movementId, stock: reward.stock + wanted.quantity };
};

const requireCounted = (reward: StoredReward): void => {
  if (reward.stockRule === 'none') throw new AppError('conflict', { reason: 'reward_not_counted' });
};

const receive = (context: StoreContext, input: HandlerInput<'rewards.receive'>): OutputOf<'rewards.receive'> => {
  const reward = requireReward(context, input.rewardId);
  requireCounted(reward);
  return written(context, reward, { kind: 'received', quantity: input.quantity, note: input.note || null });
};

const count = (context: StoreContext, input: HandlerInput<'rewards.count'>): OutputOf<'rewards.count'> => {
  const reward = requireReward(context, input.rewardId);
  requireCounted(reward);
  const difference = input.counted - reward.stock;
  if (difference === 0) refuseField('counted', 'reward_counted_same');
  return written(context, reward, { kind: 'counted', quantity: difference, note: input.note || null });
};

const takeBack = (context: StoreContext, movementId: RewardMovementId): Record<never, never> => {
  const found = findMovement(context.database, movementId);
  if (!found) throw new AppError('not_found', { what: 'reward_movement' });
  // Pieces that were given go back with what they were given for.
  if (found.kind !== 'received' && found.kind !== 'counted') throw new AppError('conflict', { reason: 'reward_movement_kind' });
  if (found.is_reversed === 1) throw new AppError('already_undone', {});
  const reward = requireReward(context, found.reward_id);
  movePieces(context, reward, { kind: 'reverse', quantity: 0 - found.quantity, reversesId: found.id }, 'reward_stock_gone');
  context.audited({ reward: reward.name, pieces: 0 - found.quantity });
  context.changed(['rewards'], null);
  return {};
};

/** Pieces that come in and are counted (R077). */
export const rewardStockHandlers: Pick<
  HandlersOf<'rewards'>,
  'rewards.movements' | 'rewards.receive' | 'rewards.count' | 'rewards.takeMovementBack'
> = {
  'rewards.movements': (context, input) => {
    requireReward(context, input.rewardId);
    const { total, rows } = listMovements(context.database, input);
    return {
      total,
      rows: rows.map(({ business_date: businessDate, staff_name: staffName, is_reversed: isReversed, ...row }) => ({
        id: row.id,
        at: row.at,
        businessDate,
        kind: row.kind,
        quantity: row.quantity,
        stockAfter: row.stockAfter,
        note: row.note,
        staffName,
        isReversed: isReversed === 1,
      })),
    };
  },
  'rewards.receive': receive,
  'rewards.count': count,
  'rewards.takeMovementBack': (context, { movementId }) => takeBack(context, movementId),
};
