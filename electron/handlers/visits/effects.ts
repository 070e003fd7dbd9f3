import type { EarnedPoints } from '../../../shared/domain/loyalty/earning.ts';
import { unseenWarnings } from '../../../shared/domain/safety.ts';
import type { VisitWarning } from '../../../shared/domain/safety.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { earn } from '../loyalty/earn.ts';
import { warningsFor } from '../safety/record.ts';
import type { EndedVisit, VisitEffects } from './part.ts';
import { applyParts, productsOf, takePartsBack } from './parts.ts';

const topics = ['visits', 'points', 'storedValue', 'credit', 'safety', 'deferrals'] as const;

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

/** Looks before anything is written; answers what the lines earn, what of it is the customer's own, and what is to be done once the visit stands in the books. */
export const prepareEffects = (
  context: StoreContext,
  effects: VisitEffects,
): { readonly earned: EarnedPoints; readonly ownPoints: Points; readonly apply: () => Points } => {
  const warnings = requireAcknowledged(context, effects);
  const earned = earn(context, { ...effects, customerId: effects.earnerId, on: effects.businessDate });
  return {
    earned,
    ownPoints: effects.earnerId === effects.customerId ? earned.points : points(0),
    apply: () => {
      applyParts(context, { ...effects, warnings, pointsEarned: earned.points });
      return factRecorded(context, effects.customerId, topics).pointsBalance;
    },
  };
};

/** Takes back what a visit brought about, part by part; points already spent make a debt. Returns the balance. */
export const takeEffectsBack = (context: StoreContext, visit: EndedVisit): Points => {
  takePartsBack(context, visit);
  return factRecorded(context, visit.customerId, topics).pointsBalance;
};

/** Nothing, as a walk-in earns. */
export const nothingEarned: EarnedPoints = { points: points(0), lines: [] };
