import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import type { NewVisitLine } from '../../shared/contract/visits.ts';
import { pointsFor, reversalOf } from '../../shared/domain/loyalty.ts';
import { unseenWarnings } from '../../shared/domain/safety.ts';
import type { VisitWarning } from '../../shared/domain/safety.ts';
import { priceVisit, usualItemsOf } from '../../shared/domain/visits.ts';
import type { PricedVisit } from '../../shared/domain/visits.ts';
import { AppError } from '../../shared/errors.ts';
import { visitId as toVisitId, visitLineId } from '../../shared/types/ids.ts';
import type { CustomerId, ThingId, VisitId } from '../../shared/types/ids.ts';
import { instantAt } from '../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { endAlertsWithVisit, reviveAlertsOfVisit } from '../store/arrivalAlerts.ts';
import { findLedger, findStandingEntriesOfVisit } from '../store/loyalty.ts';
import { insertVisitWarnings } from '../store/visitWarnings.ts';
import { listLatestLines } from '../store/usualItems.ts';
import { findVisitById, insertVisit, listLinesOfVisit, markVisitUndone } from '../store/visits.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { convertOnPurchase, takeConversionBack } from './customers/conversion.ts';
import { factRecorded } from './facts.ts';
import { appendToLedger } from './loyalty.ts';
import { requireThing } from './things/owned.ts';
import { requireKnownCustomer, requirePresentCustomer, requireProducts, requireStaff } from './references.ts';
import { warningsFor } from './safety/record.ts';

type RecordInput = HandlerInput<'visits.record'>;

const refuseField = (path: string, message: string): never => {
  throw new AppError('bad_input', { issues: [{ path, message }] });
};

/** Noon stands for the unknown hour of a visit entered on a later day. */
const UNKNOWN_HOUR = 12;

/**
 * When the visit was: now, or on a past business day that the clerk names. When it was written down remains in its id.
 * Refuses a day that has not come, and one before computers could count (1970).
 */
const timeOf = (context: StoreContext, given: LocalDate | null): { at: Instant; businessDate: LocalDate } => {
  const today = context.today();
  if (given === null || given === today) return { at: context.now(), businessDate: today };
  if (given > today) refuseField('businessDate', 'date_in_future');
  const at = instantAt(given, UNKNOWN_HOUR, context.settings().timeZone);
  if (at < 0) refuseField('businessDate', 'date_too_early');
  return { at, businessDate: given };
};

/** What a line was for must be the customer's own; one no longer served may still stand on a visit entered later. */
const requireThings = (context: StoreContext, customerId: CustomerId, thingIds: readonly (ThingId | null)[]): void => {
  for (const thingId of new Set(thingIds)) if (thingId !== null) requireThing(context, customerId, thingId);
};

const priced = (lines: RecordInput['lines']): PricedVisit<NewVisitLine> => {
  const result = priceVisit(lines);
  return 'message' in result ? refuseField(result.path, result.message) : result;
};

/**
 * What the clerk has been warned of and goes on with. Throws conflict: customer_blocked where the owner alone could go on, and
 * safety_not_acknowledged with the warnings that nobody has seen.
 */
const requireAcknowledged = (context: StoreContext, input: RecordInput, day: LocalDate): readonly VisitWarning[] => {
  const productIds = input.lines.flatMap(({ productId }) => productId ?? []);
  const warnings = warningsFor(context, input.customerId, productIds, day);
  const isBlocked = warnings.some(({ code }) => code === 'blocked');
  if (isBlocked && !context.actor.permissions.includes('customers.block'))
    throw new AppError('conflict', { reason: 'customer_blocked' });
  const unseen = unseenWarnings(warnings, input.acknowledged);
  if (unseen.length > 0) throw new AppError('conflict', { reason: 'safety_not_acknowledged', warnings: unseen });
  return warnings;
};

const record = (context: StoreContext, input: RecordInput): OutputOf<'visits.record'> => {
  const { database } = context;
  const { customerId, lines } = input;
  requirePresentCustomer(context, customerId);
  const staffId = input.staffId ?? context.actor.staffId;
  requireStaff(context, [staffId, ...lines.map((line) => line.staffId)]);
  requireProducts(
    context,
    lines.map((line) => line.productId),
  );
  requireThings(
    context,
    customerId,
    lines.map((line) => line.thingId),
  );
  const time = timeOf(context, input.businessDate);
  const visit = priced(lines);
  const warnings = requireAcknowledged(context, input, time.businessDate);
  const pointsEarned = pointsFor(visit.totalCents, context.settings());
  const visitId = toVisitId(context.newId());
  insertVisit(
    database,
    {
      id: visitId,
      customerId,
      ...time,
      staffId,
      note: input.note === '' ? null : input.note,
      isPurchase: lines.length > 0 ? 1 : 0,
      totalCents: visit.totalCents,
      costCents: visit.costCents,
      itemQuantity: visit.itemQuantity,
      pointsEarned,
      importId: null,
    },
    visit.lines.map(({ line, amountCents, costCents }, position) => ({
      id: visitLineId(context.newId()),
      visitId,
      position,
      productId: line.productId,
      name: line.name,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      amountCents,
      costCents,
      staffId: line.staffId,
      thingId: line.thingId,
    })),
  );
  if (lines.length > 0) convertOnPurchase(context, customerId, visitId);
  insertVisitWarnings(database, visitId, warnings, context.actor.staffId);
  endAlertsWithVisit(database, customerId, visitId, time.businessDate);
  if (pointsEarned > 0) {
    const entry = {
      customerId,
      kind: 'earn',
      points: pointsEarned,
      reason: null,
      visitId,
      businessDate: time.businessDate,
    } as const;
    appendToLedger(context, findLedger(database, customerId).balance, entry);
  }
  const { pointsBalance } = factRecorded(context, customerId, ['visits', 'points', 'safety']);
  return { visitId, totalCents: visit.totalCents, pointsEarned, pointsBalance };
};

const requireVisit = (context: StoreContext, visitId: VisitId) => {
  const visit = findVisitById(context.database, visitId);
  if (!visit) throw new AppError('not_found', { what: 'visit' });
  return visit;
};

/** Marks the visit and takes back, row by row, whatever it wrote into the ledger; points already spent make a debt. */
const undo = (context: StoreContext, visitId: VisitId): OutputOf<'visits.undo'> => {
  const { database } = context;
  const { customer_id: customerId } = requireVisit(context, visitId);
  if (!markVisitUndone(database, visitId, context.now())) throw new AppError('already_undone', {});
  reviveAlertsOfVisit(database, visitId);
  for (const entry of findStandingEntriesOfVisit(database, visitId))
    appendToLedger(context, findLedger(database, customerId).balance, {
      customerId,
      kind: 'reverse',
      points: reversalOf(entry.points),
      reason: null,
      visitId,
      reversesId: entry.id,
    });
  takeConversionBack(context, customerId, visitId);
  return { pointsBalance: factRecorded(context, customerId, ['visits', 'points', 'safety']).pointsBalance };
};

/** So many usual items fit on the visit form. */
const USUAL_ITEMS = 8;

export const visitsHandlers: HandlersOf<'visits'> = {
  'visits.record': record,

  'visits.undo': (context, input) => undo(context, input.visitId),

  'visits.findById': (context, { visitId }) => {
    const visit = requireVisit(context, visitId);
    return {
      id: visit.id,
      customerId: visit.customer_id,
      at: visit.at,
      businessDate: visit.business_date,
      staffName: visit.staff_name,
      note: visit.note,
      totalCents: visit.total_cents,
      pointsEarned: visit.points_earned,
      lines: listLinesOfVisit(context.database, visitId).map(
        ({ id, productId, name, quantity, unitPriceCents, amountCents, costCents, thingId }) => ({
          id,
          productId,
          name,
          quantity,
          unitPriceCents,
          amountCents,
          costCents,
          thingId,
        }),
      ),
      undoneAt: visit.undone_at,
    };
  },

  'visits.usualItems': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return { items: usualItemsOf(listLatestLines(context.database, customerId), USUAL_ITEMS) };
  },
};
