import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { mayRedeem } from '../../../shared/domain/loyalty/points.ts';
import { mayFollow, stateAfter } from '../../../shared/domain/rewards/redemption.ts';
import type { RedemptionState, RedemptionStep } from '../../../shared/domain/rewards/redemption.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents, points } from '../../../shared/types/amounts.ts';
import type { PointsEntryId, RedemptionId } from '../../../shared/types/ids.ts';
import { findLedger } from '../../store/loyalty.ts';
import { findRedemption, listRedemptionEntries } from '../../store/redemptions.ts';
import type { RedemptionEntryRow, RedemptionRow } from '../../store/redemptions.ts';
import { findPiecesMoved, findPiecesOut } from '../../store/rewardStock.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { requirePresentCustomer } from '../references.ts';
import { requireReward } from './definitions.ts';
import { appendStep } from './redeem.ts';
import { movePieces } from './stock.ts';

const RIGHT = 'loyalty.adjust';

interface Standing {
  readonly redemption: RedemptionRow;
  readonly last: RedemptionEntryRow;
  readonly redeemed: RedemptionEntryRow;
}

/** Whoever gave it may take that back on the same day; all else is a correction. */
export const mayUndo = (
  { actor, today }: BaseContext,
  state: RedemptionState,
  { staff_id: staffId, business_date: businessDate }: Pick<RedemptionRow, 'staff_id' | 'business_date'>,
): boolean =>
  state === 'given' &&
  actor.permissions.includes('loyalty.write') &&
  (actor.permissions.includes(RIGHT) || (staffId === actor.staffId && businessDate === today()));

/** The redemption and what happened to it, if the step may follow. Throws not_found, and already_undone for one that was taken back already. */
const requireStanding = (context: StoreContext, redemptionId: RedemptionId, step: RedemptionStep): Standing => {
  const redemption = findRedemption(context.database, redemptionId);
  const entries = listRedemptionEntries(context.database, redemptionId);
  const [redeemed, last] = [entries[0], entries.at(-1)];
  if (!redemption || !redeemed || !last) throw new AppError('not_found', { what: 'redemption' });
  requirePresentCustomer(context, redemption.customer_id);
  if (!mayFollow(stateAfter(last.kind), step)) throw new AppError('already_undone', {});
  return { redemption, redeemed, last };
};

interface Moved {
  readonly kind: RedemptionStep;
  readonly pointsEntryId: PointsEntryId;
  readonly cashCents: number;
  /** Pieces back to the shelf, or off it again. */
  readonly pieces: number;
  readonly reason: string | null;
}

const written = (context: StoreContext, { redemption, last }: Standing, moved: Moved): OutputOf<'rewards.undo'> => {
  const { id: redemptionId, customer_id: customerId, name, quantity } = redemption;
  const { kind, pieces, reason } = moved;
  const step = { redemptionId, position: last.position + 1, kind, cashCents: cents(moved.cashCents), reason };
  const entryId = appendStep(context, step, moved.pointsEntryId);
  const reward = requireReward(context, redemption.reward_id);
  if (pieces !== 0) movePieces(context, reward, { kind: pieces > 0 ? 'back' : 'given', quantity: pieces, entryId });
  context.audited({ reward: name, quantity, step: kind, cashCents: moved.cashCents }, { customerIds: [customerId] });
  const { pointsBalance } = factRecorded(context, customerId, ['points', 'rewards']);
  return { pointsBalance };
};

/** Takes a redemption back as a mistake. */
export const undoRedemption = (
  context: StoreContext,
  { redemptionId }: HandlerInput<'rewards.undo'>,
): OutputOf<'rewards.undo'> => {
  const standing = requireStanding(context, redemptionId, 'undo');
  const { redemption, redeemed } = standing;
  if (!mayUndo(context, 'given', redemption)) throw new AppError('not_permitted', { permission: RIGHT });
  const pointsEntryId = appendToLedger(context, {
    customerId: redemption.customer_id,
    kind: 'reverse',
    points: redemption.points,
    reason: redemption.name,
    reversesId: redeemed.points_entry_id,
  });
  return written(context, standing, {
    kind: 'undo',
    pointsEntryId,
    cashCents: 0 - redemption.cash_cents,
    pieces: findPiecesOut(context.database, redemptionId),
    reason: null,
  });
};

/** The customer brought it back: points to their lots, the money out, the piece to the shelf where it can be used again. */
export const returnRedemption = (
  context: StoreContext,
  { redemptionId, reason, backInStock }: HandlerInput<'rewards.return'>,
): OutputOf<'rewards.return'> => {
  const standing = requireStanding(context, redemptionId, 'return');
  const { redemption, redeemed } = standing;
  const pointsEntryId = appendToLedger(context, {
    customerId: redemption.customer_id,
    kind: 'return',
    points: redemption.points,
    reason,
    concernsId: redeemed.points_entry_id,
  });
  return written(context, standing, {
    kind: 'return',
    pointsEntryId,
    cashCents: 0 - redemption.cash_cents,
    pieces: backInStock ? findPiecesOut(context.database, redemptionId) : 0,
    reason,
  });
};

/** Takes a return back: nothing is spent without cover, and nothing given that is not there. */
export const restoreRedemption = (
  context: StoreContext,
  { redemptionId }: HandlerInput<'rewards.restore'>,
): OutputOf<'rewards.restore'> => {
  const standing = requireStanding(context, redemptionId, 'restore');
  const { redemption, last } = standing;
  const { customer_id: customerId, points: wanted } = redemption;
  const { balance } = findLedger(context.database, customerId);
  if (!mayRedeem(balance, wanted)) throw new AppError('not_enough_points', { balance, wanted });
  const pointsEntryId = appendToLedger(context, {
    customerId,
    kind: 'reverse',
    points: points(0 - wanted),
    reason: redemption.name,
    reversesId: last.points_entry_id,
  });
  return written(context, standing, {
    kind: 'restore',
    pointsEntryId,
    cashCents: redemption.cash_cents,
    pieces: 0 - findPiecesMoved(context.database, last.id),
    reason: null,
  });
};
