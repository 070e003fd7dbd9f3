import type { OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { VisitId } from '../../../shared/types/ids.ts';
import { removeDeferredOfVisit } from '../../store/deferrals.ts';
import { parkAgain } from '../../store/parkedVisits.ts';
import { listReturnsOf } from '../../store/visitReturns.ts';
import { findVisitById, markVisitUndone } from '../../store/visits.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { StoreContext } from '../context.ts';
import { giveBackToOrder } from '../orders/giveBack.ts';
import { takeCouponsBack } from '../coupons/visit.ts';
import { takeCardMoneyBack } from '../valueCards/visits.ts';
import { takeEffectsBack } from './effects.ts';

export const requireVisit = (context: StoreContext, visitId: VisitId): VisitRow => {
  const visit = findVisitById(context.database, visitId);
  if (!visit) throw new AppError('not_found', { what: 'visit' });
  return visit;
};

/**
 * Marks the visit and takes back whatever it brought about; what it was parked as waits again. One of which something has come back is refused with conflict
 * (visit_has_returns): the return is taken back first.
 */
export const undo = (context: StoreContext, visitId: VisitId): OutputOf<'visits.undo'> => {
  const { database } = context;
  const visit = requireVisit(context, visitId);
  const { customer_id: customerId, total_cents: totalCents, business_date: visitedOn } = visit;
  if (listReturnsOf(database, visitId).length > 0) throw new AppError('conflict', { reason: 'visit_has_returns' });
  if (!markVisitUndone(database, visitId, context.now())) throw new AppError('already_undone', {});
  takeCouponsBack(context, visitId);
  takeCardMoneyBack(context, visitId);
  removeDeferredOfVisit(database, visitId);
  if (parkAgain(database, visitId)) context.changed(['parkedVisits']);
  if (visit.order_id !== null) giveBackToOrder(context, visit.order_id);
  context.audited({ totalCents, visitedOn }, { customerIds: customerId === null ? [] : [customerId] });
  if (customerId !== null) return { pointsBalance: takeEffectsBack(context, { customerId, visitId }) };
  context.changed(['visits']);
  return { pointsBalance: null };
};
