import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { pointsOfPieces, rewardObstacle } from '../../../shared/domain/rewards/offers.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents, MAX_CENTS, MAX_POINTS, points } from '../../../shared/types/amounts.ts';
import { redemptionEntryId, redemptionId as toRedemptionId } from '../../../shared/types/ids.ts';
import type { PointsEntryId, RedemptionEntryId } from '../../../shared/types/ids.ts';
import { findTierOf } from '../../store/customerTiers.ts';
import { findLedger } from '../../store/loyalty.ts';
import { insertRedemption, insertRedemptionEntry } from '../../store/redemptions.ts';
import type { NewRedemptionEntry } from '../../store/redemptions.ts';
import type { StoredReward } from '../../store/rewards.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { worthOf } from '../loyalty/owed.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { provenAway } from '../spendingPins/proof.ts';
import { requireReward } from './definitions.ts';
import { movePieces } from './stock.ts';

/** Writes down what happened to a redemption, now, by whoever is at the desk. */
export const appendStep = (
  context: StoreContext,
  step: Pick<NewRedemptionEntry, 'redemptionId' | 'position' | 'kind' | 'cashCents' | 'reason'>,
  pointsEntryId: PointsEntryId,
): RedemptionEntryId => {
  const id = redemptionEntryId(context.newId());
  insertRedemptionEntry(context.database, {
    ...step,
    id,
    pointsEntryId,
    at: context.now(),
    businessDate: context.today(),
    staffId: context.actor.staffId,
  });
  return id;
};

const requireWithin = (context: StoreContext, reward: StoredReward, input: HandlerInput<'rewards.redeem'>): void => {
  const { customerId, quantity } = input;
  const { balance } = findLedger(context.database, customerId);
  const obstacle = rewardObstacle(reward, {
    on: context.today(),
    tierId: findTierOf(context.database, customerId)?.tier_id ?? null,
    balance,
    stock: reward.stock,
    quantity,
  });
  const wanted = pointsOfPieces(reward, quantity);
  if (obstacle === 'not_enough_points') throw new AppError('not_enough_points', { balance, wanted });
  if (obstacle !== null) throw new AppError('conflict', { reason: `reward_${obstacle}` });
  if (wanted > MAX_POINTS || reward.cashCents * quantity > MAX_CENTS) refuseField('quantity', 'too_big');
  if (reward.cashCents > 0 && input.method === null) refuseField('method', 'required');
};

/** Gives a reward for points: the points out of their lots, the piece off the shelf and the money in, all at once (R077). */
export const redeemReward = (context: StoreContext, input: HandlerInput<'rewards.redeem'>): OutputOf<'rewards.redeem'> => {
  const { customerId, quantity } = input;
  const cover = provenAway(context, 'reward', input);
  requirePresentCustomer(context, customerId);
  const reward = requireReward(context, input.rewardId);
  requireWithin(context, reward, input);
  const redemptionId = toRedemptionId(context.newId());
  const spent = points(pointsOfPieces(reward, quantity));
  cover(worthOf(context, spent));
  const cashCents = cents(reward.cashCents * quantity);
  insertRedemption(context.database, {
    id: redemptionId,
    customerId,
    rewardId: reward.id,
    name: reward.name,
    quantity,
    points: spent,
    cashCents,
    method: cashCents === 0 ? null : input.method,
    costCents: reward.costCents === null ? null : cents(reward.costCents * quantity),
    at: context.now(),
    businessDate: context.today(),
    staffId: context.actor.staffId,
  });
  const pointsEntryId = appendToLedger(context, { customerId, kind: 'redeem', points: points(0 - spent), reason: reward.name });
  const entryId = appendStep(context, { redemptionId, position: 0, kind: 'redeem', cashCents, reason: null }, pointsEntryId);
  if (reward.stockRule !== 'none') movePieces(context, reward, { kind: 'given', quantity: 0 - quantity, entryId });
  context.audited({ reward: reward.name, quantity, points: 0 - spent, cashCents }, { customerIds: [customerId] });
  const { pointsBalance } = factRecorded(context, customerId, ['points', 'rewards']);
  return { redemptionId, pointsBalance };
};
