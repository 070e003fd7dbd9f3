import type { EarnedPoints, EarningLine } from '../../../shared/domain/loyalty/earning.ts';
import { reversalOf } from '../../../shared/domain/loyalty/points.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { unseenWarnings } from '../../../shared/domain/safety.ts';
import type { VisitWarning } from '../../../shared/domain/safety.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { endAlertsWithVisit, reviveAlertsOfVisit } from '../../store/arrivalAlerts.ts';
import { closeDeferredByVisit, reopenDeferredOfVisit } from '../../store/deferrals.ts';
import { findStandingEntriesOfVisit } from '../../store/loyalty.ts';
import { insertVisitWarnings } from '../../store/visitWarnings.ts';
import type { StoreContext } from '../context.ts';
import { takeCardsBack } from '../countCards/atVisit.ts';
import { convertOnPurchase, takeConversionBack } from '../customers/conversion.ts';
import { takeIssuedBack } from '../coupons/occasions.ts';
import { factRecorded } from '../facts.ts';
import { makeActiveOnVisit, takeActiveBack } from '../inactive.ts';
import { earn } from '../loyalty/earn.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { warningsFor } from '../safety/record.ts';
import { takeStoredBack } from '../storedValue/reverse.ts';
import { spendStored } from '../storedValue/visits.ts';
import { takeTierBack } from '../tiers/climb.ts';

// What a visit brings about for the customer it is of: the same whether they were named at once or claimed it later (X29).

const topics = ['visits', 'points', 'storedValue', 'safety', 'deferrals'] as const;

export interface VisitEffects {
  readonly visitId: VisitId;
  readonly customerId: CustomerId;
  readonly businessDate: LocalDate;
  /** What is bought, line by line, and what of it earns nothing: it was paid with points or out of a gift (DOMAIN "Points"). */
  readonly lines: readonly Omit<EarningLine, 'category'>[];
  readonly notEarningCents: Cents;
  readonly pointsSpent: Points;
  /** What is paid out of the purse. */
  readonly storedSpent: Purse;
  readonly acknowledged: readonly string[];
}

const productsOf = ({ lines }: VisitEffects) => lines.flatMap(({ productId }) => productId ?? []);

/**
 * What the clerk has been warned of and goes on with. Throws conflict: customer_blocked where the owner alone could go on, and
 * safety_not_acknowledged with the warnings that nobody has seen.
 */
const requireAcknowledged = (context: StoreContext, effects: VisitEffects): readonly VisitWarning[] => {
  const warnings = warningsFor(context, effects.customerId, productsOf(effects), effects.businessDate);
  const isBlocked = warnings.some(({ code }) => code === 'blocked');
  if (isBlocked && !context.actor.permissions.includes('customers.block'))
    throw new AppError('conflict', { reason: 'customer_blocked' });
  const unseen = unseenWarnings(warnings, effects.acknowledged);
  if (unseen.length > 0) throw new AppError('conflict', { reason: 'safety_not_acknowledged', warnings: unseen });
  return warnings;
};

/** Looks before anything is written; answers what the customer earns and what is to be done once the visit stands in the books. */
export const prepareEffects = (
  context: StoreContext,
  effects: VisitEffects,
): { readonly earned: EarnedPoints; readonly apply: () => Points } => {
  const { database } = context;
  const { visitId, customerId, businessDate, pointsSpent } = effects;
  const warnings = requireAcknowledged(context, effects);
  const earned = earn(context, { ...effects, on: businessDate });
  return {
    earned,
    apply: () => {
      if (effects.lines.length > 0) convertOnPurchase(context, customerId, visitId);
      makeActiveOnVisit(context, customerId, visitId, businessDate);
      insertVisitWarnings(database, visitId, warnings, context.actor.staffId);
      endAlertsWithVisit(database, customerId, visitId, businessDate);
      closeDeferredByVisit(database, { customerId, visitId, productIds: productsOf(effects), at: context.now() });
      const entry = { customerId, reason: null, visitId, businessDate };
      spendStored(context, entry, effects.storedSpent);
      if (pointsSpent > 0) appendToLedger(context, { ...entry, kind: 'redeem', points: points(0 - pointsSpent) });
      if (earned.points > 0) appendToLedger(context, { ...entry, kind: 'earn', points: earned.points });
      return factRecorded(context, customerId, topics).pointsBalance;
    },
  };
};

/** Takes back what a visit brought about, row by row; points already spent make a debt. Returns the balance. */
export const takeEffectsBack = (context: StoreContext, customerId: CustomerId, visitId: VisitId): Points => {
  const { database } = context;
  reviveAlertsOfVisit(database, visitId);
  reopenDeferredOfVisit(database, visitId);
  takeCardsBack(context, visitId);
  // The last first: what it earned leaves its own lot before what it spent comes back.
  for (const entry of findStandingEntriesOfVisit(database, visitId).reverse())
    appendToLedger(context, {
      customerId,
      kind: 'reverse',
      points: reversalOf(entry.points),
      reason: null,
      visitId,
      reversesId: entry.id,
    });
  takeStoredBack(context, customerId, visitId);
  takeTierBack(context, customerId);
  takeIssuedBack(context, customerId, visitId);
  takeConversionBack(context, customerId, visitId);
  takeActiveBack(context, customerId, visitId);
  return factRecorded(context, customerId, topics).pointsBalance;
};

/** Nothing, as a walk-in earns. */
export const nothingEarned: EarnedPoints = { points: points(0), lines: [] };
