import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { firstChanging, fittedEntries } from '../../../shared/domain/serviceRecords/fields.ts';
import type { RecordEntry } from '../../../shared/domain/serviceRecords/fields.ts';
import { AppError } from '../../../shared/errors.ts';
import { serviceRecordId as toRecordId } from '../../../shared/types/ids.ts';
import type { CustomerId, ServiceRecordId } from '../../../shared/types/ids.ts';
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
import type { HandlersOf, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requireOwnThing, requireOwnVisit, timeOfOwnFact } from '../ownFacts.ts';
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
    ...timeOfOwnFact(context, input.on, before),
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
