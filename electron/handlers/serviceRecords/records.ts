import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { firstChanging, fittedEntries } from '../../../shared/domain/serviceRecords/fields.ts';
import type { RecordEntry } from '../../../shared/domain/serviceRecords/fields.ts';
import { AppError } from '../../../shared/errors.ts';
import { serviceRecordId as toRecordId } from '../../../shared/types/ids.ts';
import type { CustomerId, ServiceRecordId, ThingId, VisitId } from '../../../shared/types/ids.ts';
import {
  countRecords,
  entriesOf,
  findRecord,
  insertRecord,
  listRecords,
  markRecordRemoved,
  recordOf,
  updateRecord,
} from '../../store/serviceRecords.ts';
import type { RecordRow } from '../../store/serviceRecords.ts';
import { findThing } from '../../store/things.ts';
import { findVisitOwner } from '../../store/attachments.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { timeOfFact } from '../factTime.ts';
import { factRecorded } from '../facts.ts';
import { requireKnownCustomer, requirePresentCustomer, requireStaff } from '../references.ts';
import { maySeeGroup } from '../sight.ts';
import { adoptType, requireRecordType } from './types.ts';
import { refuseField } from '../refuseField.ts';

/** One that belongs to the customer and that whoever asks may see; taken away or not. */
const requireRecord = (
  context: StoreContext,
  customerId: CustomerId,
  recordId: ServiceRecordId,
  isRemoved: boolean,
): RecordRow => {
  const found = findRecord(context.database, recordId);
  if (found?.customer_id !== customerId) throw new AppError('not_found', { what: 'service_record' });
  if (found.is_private === 1 && !maySeeGroup(context, 'health'))
    throw new AppError('not_permitted', { permission: 'private.health' });
  if ((found.removed_at !== null) !== isRemoved) throw new AppError('already_undone');
  return found;
};

/** The thing must be the customer's, unless the record named it before it went to somebody else. */
const requireOwnThing = (
  { database }: StoreContext,
  customerId: CustomerId,
  thingId: ThingId | null,
  before: RecordRow | null,
): void => {
  if (thingId === null || thingId === before?.thing_id) return;
  const thing = findThing(database, thingId);
  if (thing?.customerId !== customerId || thing.removedAt !== null) throw new AppError('not_found', { what: 'thing' });
};

const requireOwnVisit = (
  { database }: StoreContext,
  customerId: CustomerId,
  visitId: VisitId | null,
  before: RecordRow | null,
): void => {
  if (visitId === null || visitId === before?.visit_id) return;
  if (findVisitOwner(database, visitId) !== customerId) throw new AppError('not_found', { what: 'visit' });
};

const timeFor = (context: StoreContext, on: HandlerInput<'serviceRecords.save'>['on'], before: RecordRow | null) =>
  before !== null && (on === null || on === before.business_date)
    ? { at: before.at, businessDate: before.business_date }
    : timeOfFact(context, on);

const save = (context: StoreContext, input: HandlerInput<'serviceRecords.save'>): OutputOf<'serviceRecords.save'> => {
  const { database } = context;
  const { customerId, thingId, visitId } = input;
  requirePresentCustomer(context, customerId);
  const before = input.recordId === null ? null : requireRecord(context, customerId, input.recordId, false);
  const type = requireRecordType(context, before?.type_id ?? input.typeId);
  if (type.id !== input.typeId) refuseField('typeId', 'type_fixed');
  requireOwnThing(context, customerId, thingId, before);
  requireOwnVisit(context, customerId, visitId, before);
  const staffId = input.staffId ?? before?.staff_id ?? context.actor.staffId;
  requireStaff(context, [staffId, context.actor.staffId]);
  const former = before === null ? [] : entriesOf(before);
  const fitted = fittedEntries(type.fields, former, input.values);
  if (fitted.problem !== null) return refuseField(`values.${fitted.problem.index}.value`, fitted.problem.issue);
  if (input.note === '' && fitted.entries.every(({ value }) => value === null)) refuseField('values', 'record_empty');
  const values = {
    thingId,
    visitId,
    ...timeFor(context, input.on, before),
    entries: fitted.entries,
    note: input.note === '' ? null : input.note,
    staffId,
    writtenBy: context.actor.staffId,
  };
  const recordId = before?.id ?? toRecordId(context.newId());
  if (before === null) {
    adoptType(context, type);
    insertRecord(database, { ...values, id: recordId, customerId, typeId: type.id, typeName: type.name }, context.now());
  } else updateRecord(database, recordId, values, context.now());
  factRecorded(context, customerId, ['serviceRecords']);
  return { recordId };
};

const setRemoved = (
  context: StoreContext,
  { customerId, recordId }: HandlerInput<'serviceRecords.remove'>,
  isRemoved: boolean,
): Record<never, never> => {
  requirePresentCustomer(context, customerId);
  requireRecord(context, customerId, recordId, !isRemoved);
  markRecordRemoved(context.database, recordId, isRemoved ? context.now() : null);
  factRecorded(context, customerId, ['serviceRecords']);
  return {};
};

const entriesIn = (row: RecordRow | undefined): readonly RecordEntry[] => (row === undefined ? [] : entriesOf(row));

/** What was done for a customer or one of their things, by type (R067). */
export const records: Pick<
  HandlersOf<'serviceRecords'>,
  'serviceRecords.list' | 'serviceRecords.last' | 'serviceRecords.save' | 'serviceRecords.remove' | 'serviceRecords.restore'
> = {
  'serviceRecords.list': (context, { customerId, typeId, thingId, ...page }) => {
    requireKnownCustomer(context, customerId);
    const filter = { customerId, typeId, thingId, seesHealth: maySeeGroup(context, 'health') };
    return {
      total: countRecords(context.database, filter),
      rows: listRecords(context.database, filter, page).map(recordOf),
    };
  },
  'serviceRecords.last': (context, { customerId, typeId, thingId }) => {
    requireKnownCustomer(context, customerId);
    const type = requireRecordType(context, typeId);
    const filter = { customerId, typeId, thingId, seesHealth: maySeeGroup(context, 'health') };
    const [last, previous] = listRecords(context.database, filter, { offset: 0, limit: 2 });
    return {
      record: last === undefined ? null : recordOf(last),
      changingKey: last === undefined ? null : firstChanging(type.fields, entriesIn(last), entriesIn(previous)),
    };
  },
  'serviceRecords.save': save,
  'serviceRecords.remove': (context, input) => setRemoved(context, input, true),
  'serviceRecords.restore': (context, input) => setRemoved(context, input, false),
};
