import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { emptyPurse } from '../../../shared/domain/storedValue/purse.ts';
import type { EarnedPoints } from '../../../shared/domain/loyalty/earning.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import { addDays } from '../../../shared/types/time.ts';
import { listReturnsOf } from '../../store/visitReturns.ts';
import { keepLinePoints, listLinesOfVisit, nameVisit } from '../../store/visits.ts';
import type { StoredVisitLine } from '../../store/visits.ts';
import { disownValueCards } from '../../store/valueCards.ts';
import type { StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';
import { ownPurse } from '../sharers/purse.ts';
import { prepareEffects, takeEffectsBack } from './effects.ts';
import { requireVisit } from './undo.ts';
import { claimCards, unearningOfVisit } from '../valueCards/visits.ts';

const linePoints = (lines: readonly StoredVisitLine[], earned: EarnedPoints['lines']) =>
  lines.map(({ position }, index) => ({
    position,
    pointsEarned: earned[index]?.points ?? points(0),
    earningRuleId: earned[index]?.rule?.id ?? null,
  }));

/**
 * Gives a walk-in's visit to the customer it was, with everything it would have brought them at once (X29). Throws conflict: visit_has_customer,
 * visit_has_returns, claim_too_late after the days the shop allows; already_undone.
 */
export const claim = (context: StoreContext, input: HandlerInput<'visits.claim'>): OutputOf<'visits.claim'> => {
  const { database } = context;
  const { visitId, customerId } = input;
  requirePresentCustomer(context, customerId);
  const visit = requireVisit(context, visitId);
  if (visit.undone_at !== null) throw new AppError('already_undone', {});
  if (visit.customer_id !== null || visit.returns_visit_id !== null)
    throw new AppError('conflict', { reason: 'visit_has_customer' });
  if (listReturnsOf(database, visitId).length > 0) throw new AppError('conflict', { reason: 'visit_has_returns' });
  const { walkInClaimDays } = context.settings();
  if (addDays(visit.business_date, walkInClaimDays) < context.today())
    throw new AppError('conflict', { reason: 'claim_too_late', days: walkInClaimDays });
  const lines = listLinesOfVisit(database, visitId);
  const { earned, apply } = prepareEffects(context, {
    visitId,
    customerId,
    businessDate: visit.business_date,
    lines,
    notEarningCents: unearningOfVisit(context, visitId),
    pointsSpent: points(0),
    storedSpent: emptyPurse,
    storedFrom: ownPurse(customerId),
    earnerId: customerId,
    acknowledged: input.acknowledged,
    returnsVisitId: null,
  });
  nameVisit(database, visitId, { customerId, pointsEarned: earned.points, at: context.now() });
  keepLinePoints(database, visitId, linePoints(lines, earned.lines));
  claimCards(context, visitId, customerId);
  context.audited({ totalCents: visit.total_cents, visitedOn: visit.business_date }, { customerIds: [customerId] });
  return { pointsEarned: earned.points, pointsBalance: apply() };
};

/** Makes a claimed visit a walk-in's again. Throws conflict (visit_not_claimed) for one whose customer was named at once. */
export const unclaim = (context: StoreContext, { visitId }: HandlerInput<'visits.unclaim'>): OutputOf<'visits.unclaim'> => {
  const visit = requireVisit(context, visitId);
  if (visit.undone_at !== null) throw new AppError('already_undone', {});
  if (visit.claimed_at === null || visit.customer_id === null) throw new AppError('conflict', { reason: 'visit_not_claimed' });
  if (listReturnsOf(context.database, visitId).length > 0) throw new AppError('conflict', { reason: 'visit_has_returns' });
  nameVisit(context.database, visitId, null);
  disownValueCards(context.database, visitId);
  keepLinePoints(context.database, visitId, linePoints(listLinesOfVisit(context.database, visitId), []));
  context.audited({ totalCents: visit.total_cents, visitedOn: visit.business_date }, { customerIds: [visit.customer_id] });
  takeEffectsBack(context, { customerId: visit.customer_id, visitId });
  return {};
};
