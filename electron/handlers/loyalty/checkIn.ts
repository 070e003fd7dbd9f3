import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { bonusReason } from '../../../shared/domain/loyalty/bonuses.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findBonus, findStandingBonus } from '../../store/bonuses.ts';
import { findPointsEntry } from '../../store/loyalty.ts';
import { giveBonus, takeBonusBack } from '../bonuses.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requireKnownCustomer, requirePresentCustomer } from '../references.ts';

// Points for coming by, once a day (X61).

/** A later day stands in the way too: a clock that went back gives no second. */
const hasCheckedIn = ({ database, today }: BaseContext, customerId: CustomerId): boolean =>
  findStandingBonus(database, { customerId, occasion: 'check_in', from: today() }) !== undefined;

export const checkInState = (
  context: StoreContext,
  { customerId }: HandlerInput<'loyalty.checkInState'>,
): OutputOf<'loyalty.checkInState'> => {
  requireKnownCustomer(context, customerId);
  return { points: points(context.settings().checkInPoints), isDone: hasCheckedIn(context, customerId) };
};

export const checkIn = (context: StoreContext, { customerId }: HandlerInput<'loyalty.checkIn'>): OutputOf<'loyalty.checkIn'> => {
  requirePresentCustomer(context, customerId);
  const { checkInPoints, language } = context.settings();
  if (hasCheckedIn(context, customerId)) throw new AppError('conflict', { reason: 'checked_in_already' });
  const given = points(checkInPoints);
  const reason = bonusReason('check_in', language);
  const bonusId = giveBonus(context, { customerId, occasion: 'check_in', points: given, couponTypeId: null, reason });
  if (bonusId === null) throw new AppError('conflict', { reason: 'check_in_off' });
  context.audited({ points: given });
  return { bonusId, points: given, pointsBalance: factRecorded(context, customerId, ['points']).pointsBalance };
};

export const takeCheckInBack = (
  context: StoreContext,
  { bonusId }: HandlerInput<'loyalty.takeCheckInBack'>,
): OutputOf<'loyalty.takeCheckInBack'> => {
  const bonus = findBonus(context.database, bonusId);
  if (bonus?.occasion !== 'check_in') throw new AppError('not_found', { what: 'check_in' });
  const entry = bonus.pointsEntryId === null ? undefined : findPointsEntry(context.database, bonus.pointsEntryId);
  if (entry === undefined || entry.is_reversed === 1) throw new AppError('already_undone', {});
  const { customerId } = bonus;
  requirePresentCustomer(context, customerId);
  takeBonusBack(context, bonus);
  context.audited({ points: points(0 - entry.points) }, { customerIds: [customerId] });
  return { pointsBalance: factRecorded(context, customerId, ['points']).pointsBalance };
};
