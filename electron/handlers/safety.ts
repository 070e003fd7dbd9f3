import type { HandlerInput } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import {
  arrivalAlertId as toAlertId,
  customerBlockId as toBlockId,
  patchTestId as toTestId,
  safetyFactId as toFactId,
} from '../../shared/types/ids.ts';
import type { ArrivalAlertId, CustomerId, PatchTestId, SafetyFactId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { findAlert, markAlert, putAlert } from '../store/arrivalAlerts.ts';
import { findBlock, insertBlock, liftBlocks } from '../store/customerBlocks.ts';
import { findPatchTest, findSafetyFact, markPatchTest, markSafetyFact, putPatchTest, putSafetyFact } from '../store/safety.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { maySeeGroup } from './sight.ts';
import { noteEdit } from './changeNotes.ts';
import { requireKnownCustomer, requirePresentCustomer, requireProducts } from './references.ts';
import { warningsFor } from './safety/record.ts';
import { refuseField } from './refuseField.ts';

type Field = 'safetyFacts' | 'patchTests' | 'arrivalAlerts' | 'doNotServe';

const note = (context: StoreContext, customerId: CustomerId, field: Field, before: object): void => {
  noteEdit(context, customerId, [field], before, ['safety']);
};

/** A last day before the first is a slip of the hand. */
const requireOrder = (first: LocalDate | null, last: LocalDate | null, path: string): void => {
  if (first !== null && last !== null && last < first) refuseField(path, 'ends_before_it_begins');
};
const requirePast = (context: StoreContext, day: LocalDate | null, path: string): void => {
  if (day !== null && day > context.today()) refuseField(path, 'date_in_future');
};

/** The row, if it is this customer's; a removed one too, so that its removal can be undone. */
const own = <Row extends { readonly customer_id: CustomerId }>(
  row: Row | undefined,
  customerId: CustomerId,
  what: string,
): Row => {
  if (row?.customer_id !== customerId) throw new AppError('not_found', { what });
  return row;
};
const ownFact = ({ database }: StoreContext, customerId: CustomerId, id: SafetyFactId) =>
  own(findSafetyFact(database, id), customerId, 'safety_fact');
const ownTest = ({ database }: StoreContext, customerId: CustomerId, id: PatchTestId) =>
  own(findPatchTest(database, id), customerId, 'patch_test');
const ownAlert = ({ database }: StoreContext, customerId: CustomerId, id: ArrivalAlertId) =>
  own(findAlert(database, id), customerId, 'arrival_alert');

const blankAsNone = (text: string | null): string | null => (text === '' ? null : text);

/** Who may not see past illnesses and notes neither writes them nor wipes them out (X40). */
const requireHealth = (context: StoreContext, kinds: readonly (string | undefined)[]): void => {
  if (!maySeeGroup(context, 'health') && kinds.includes('history'))
    throw new AppError('not_permitted', { permission: 'private.health' });
};
const keptNote = (context: StoreContext, typed: string | null, before: string | null | undefined): string | null =>
  maySeeGroup(context, 'health') ? blankAsNone(typed) : (before ?? blankAsNone(typed));

const saveFact = (context: StoreContext, input: HandlerInput<'safety.saveFact'>): { factId: SafetyFactId } => {
  const { customerId } = input;
  requirePresentCustomer(context, customerId);
  requirePast(context, input.sinceOn, 'sinceOn');
  requireOrder(input.sinceOn, input.endedOn, 'endedOn');
  const before = input.factId === null ? null : ownFact(context, customerId, input.factId);
  requireHealth(context, [input.kind, before?.kind]);
  const id = before?.id ?? toFactId(context.newId());
  putSafetyFact(context.database, {
    id,
    customer_id: customerId,
    kind: input.kind,
    what: input.what,
    severity: input.severity,
    since_on: input.sinceOn,
    ended_on: input.endedOn,
    source: keptNote(context, input.source, before?.source),
    note: keptNote(context, input.note, before?.note),
    staff_id: context.actor.staffId,
    created_at: before?.created_at ?? context.now(),
    removed_at: null,
  });
  note(context, customerId, 'safetyFacts', before ?? {});
  return { factId: id };
};

const savePatchTest = (context: StoreContext, input: HandlerInput<'safety.savePatchTest'>): { testId: PatchTestId } => {
  const { customerId } = input;
  requirePresentCustomer(context, customerId);
  requireProducts(context, [input.productId]);
  requirePast(context, input.doneOn, 'doneOn');
  requireOrder(input.doneOn, input.readingDueOn, 'readingDueOn');
  const before = input.testId === null ? null : ownTest(context, customerId, input.testId);
  const id = before?.id ?? toTestId(context.newId());
  putPatchTest(context.database, {
    id,
    customer_id: customerId,
    product_id: input.productId,
    what: input.what,
    result: input.result,
    done_on: input.doneOn,
    valid_days: input.validDays,
    reading_due_on: input.readingDueOn,
    note: keptNote(context, input.note, before?.note),
    staff_id: context.actor.staffId,
    created_at: before?.created_at ?? context.now(),
    removed_at: null,
  });
  note(context, customerId, 'patchTests', before ?? {});
  return { testId: id };
};

const saveAlert = (context: StoreContext, input: HandlerInput<'safety.saveAlert'>): { alertId: ArrivalAlertId } => {
  const { customerId } = input;
  requirePresentCustomer(context, customerId);
  requireOrder(input.fromOn, input.untilOn, 'untilOn');
  const before = input.alertId === null ? null : ownAlert(context, customerId, input.alertId);
  const id = before?.id ?? toAlertId(context.newId());
  putAlert(context.database, {
    id,
    customer_id: customerId,
    alert: input.alert,
    from_on: input.fromOn,
    until_on: input.untilOn,
    ends_with_visit: input.endsWithVisit ? 1 : 0,
    visit_id: null,
    staff_id: context.actor.staffId,
    created_at: before?.created_at ?? context.now(),
    dismissed_at: null,
  });
  note(context, customerId, 'arrivalAlerts', before ?? {});
  return { alertId: id };
};

type Reference<Name extends string, Id> = { readonly customerId: CustomerId } & Readonly<Record<Name, Id>>;

const markFact = (context: StoreContext, { customerId, factId }: Reference<'factId', SafetyFactId>, isRemoved: boolean) => {
  requirePresentCustomer(context, customerId);
  const before = ownFact(context, customerId, factId);
  if ((before.removed_at !== null) === isRemoved) return {};
  markSafetyFact(context.database, factId, isRemoved ? context.now() : null);
  note(context, customerId, 'safetyFacts', before);
  return {};
};
const markTest = (context: StoreContext, { customerId, testId }: Reference<'testId', PatchTestId>, isRemoved: boolean) => {
  requirePresentCustomer(context, customerId);
  const before = ownTest(context, customerId, testId);
  if ((before.removed_at !== null) === isRemoved) return {};
  markPatchTest(context.database, testId, isRemoved ? context.now() : null);
  note(context, customerId, 'patchTests', before);
  return {};
};
const dismiss = (context: StoreContext, { customerId, alertId }: Reference<'alertId', ArrivalAlertId>, isDismissed: boolean) => {
  requirePresentCustomer(context, customerId);
  const before = ownAlert(context, customerId, alertId);
  if ((before.dismissed_at !== null) === isDismissed) return {};
  markAlert(context.database, alertId, isDismissed ? context.now() : null);
  note(context, customerId, 'arrivalAlerts', before);
  return {};
};

/** Allergies, patch tests, alerts on arrival, do-not-serve (X22, X23): each change stands on the timeline and can be undone. */
export const safetyHandlers: HandlersOf<'safety'> = {
  'safety.warnings': (context, { customerId, productIds, businessDate }) => {
    requireKnownCustomer(context, customerId);
    return { warnings: warningsFor(context, customerId, productIds, businessDate ?? context.today()) };
  },
  'safety.saveFact': saveFact,
  'safety.removeFact': (context, input) => markFact(context, input, true),
  'safety.restoreFact': (context, input) => markFact(context, input, false),
  'safety.savePatchTest': savePatchTest,
  'safety.removePatchTest': (context, input) => markTest(context, input, true),
  'safety.restorePatchTest': (context, input) => markTest(context, input, false),
  'safety.saveAlert': saveAlert,
  'safety.dismissAlert': (context, input) => dismiss(context, input, true),
  'safety.restoreAlert': (context, input) => dismiss(context, input, false),
  'safety.block': (context, { customerId, reason }) => {
    requirePresentCustomer(context, customerId);
    if (findBlock(context.database, customerId)) throw new AppError('conflict', { reason: 'already_blocked' });
    const blockId = toBlockId(context.newId());
    const { staffId } = context.actor;
    insertBlock(context.database, { id: blockId, customerId, reason, on: context.today(), at: context.now(), staffId });
    note(context, customerId, 'doNotServe', { isBlocked: false });
    return { blockId };
  },
  'safety.unblock': (context, { customerId }) => {
    requirePresentCustomer(context, customerId);
    const block = findBlock(context.database, customerId);
    if (!block) throw new AppError('not_found', { what: 'customer_block' });
    liftBlocks(context.database, customerId, context.now(), context.actor.staffId);
    note(context, customerId, 'doNotServe', { isBlocked: true, reason: block.reason });
    return { reason: block.reason };
  },
};
