import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { plateAmong, readThingFields } from '../../../shared/domain/things/fields.ts';
import { AppError } from '../../../shared/errors.ts';
import { thingId as toThingId } from '../../../shared/types/ids.ts';
import type { CustomerId, ThingId } from '../../../shared/types/ids.ts';
import { findCustomerById } from '../../store/customers.ts';
import {
  changeOwner,
  findThingsByPlate,
  insertThing,
  markThingRemoved,
  markThingRetired,
  updateThing,
} from '../../store/things.ts';
import type { ThingValues } from '../../store/things.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';
import { requireThing, thingHappened } from './owned.ts';
import { refuseField } from '../refuseField.ts';

const requireActor = (context: StoreContext, customerId: CustomerId): void => {
  requirePresentCustomer(context, customerId);
  requireStaff(context, [context.actor.staffId]);
};

const nameOf = ({ database }: StoreContext, customerId: CustomerId): string => findCustomerById(database, customerId)?.name ?? '';

const valuesOf = (input: HandlerInput<'things.save'>): ThingValues => {
  const read = readThingFields(input.type, input.fields);
  if ('problem' in read) return refuseField(`fields.${read.index}.value`, read.problem);
  const { name, birthDate, note } = input;
  return { name, fields: read.fields, birthDate, note: note === '' ? null : note };
};

/** Who else has a car of this plate: it may have been sold, or typed wrong. */
const othersWithPlate = (context: StoreContext, plate: string | null, own: ThingId): OutputOf<'things.save'>['samePlate'] =>
  plate === null
    ? []
    : findThingsByPlate(context.database, plate)
        .filter(({ id }) => id !== own)
        .map((thing) => ({ customerId: thing.customer_id, name: nameOf(context, thing.customer_id) }));

const save = (context: StoreContext, input: HandlerInput<'things.save'>): OutputOf<'things.save'> => {
  const { customerId, type } = input;
  requireActor(context, customerId);
  const at = context.now();
  if (input.thingId === null) {
    const values = valuesOf(input);
    const id = toThingId(context.newId());
    insertThing(context.database, { ...values, id, customerId, type, importId: null, at });
    thingHappened(context, { customerId, event: 'added', thing: { id, type, name: values.name } });
    return { thingId: id, samePlate: othersWithPlate(context, plateAmong(values.fields), id) };
  }
  const before = requireThing(context, customerId, input.thingId);
  if (before.type !== type) refuseField('type', 'type_fixed');
  const values = valuesOf(input);
  const { name, fields, birthDate, note } = before;
  if (JSON.stringify(values) !== JSON.stringify({ name, fields, birthDate, note })) {
    updateThing(context.database, before.id, values, at);
    const thing = { id: before.id, type, name: values.name };
    thingHappened(context, { customerId, event: 'edited', thing, before: { name, fields, birthDate, note } });
  }
  return { thingId: before.id, samePlate: othersWithPlate(context, plateAmong(values.fields), before.id) };
};

const retire = (context: StoreContext, { customerId, thingId, retired }: HandlerInput<'things.retire'>): Record<never, never> => {
  requireActor(context, customerId);
  const thing = requireThing(context, customerId, thingId);
  if (retired !== null && retired.on > context.today()) refuseField('retired.on', 'date_in_future');
  markThingRetired(context.database, thingId, retired, context.now());
  thingHappened(context, {
    customerId,
    event: retired === null ? 'revived' : 'retired',
    thing,
    because: retired?.because ?? null,
    before: { retired: thing.retired },
  });
  return {};
};

const setRemoved = (context: StoreContext, input: HandlerInput<'things.remove'>, isRemoved: boolean): Record<never, never> => {
  const { customerId, thingId } = input;
  requireActor(context, customerId);
  const thing = requireThing(context, customerId, thingId, isRemoved ? 'kept' : 'removed');
  const at = context.now();
  markThingRemoved(context.database, thingId, isRemoved ? at : null, at);
  thingHappened(context, { customerId, event: isRemoved ? 'removed' : 'restored', thing });
  return {};
};

const transfer = (context: StoreContext, input: HandlerInput<'things.transfer'>): Record<never, never> => {
  const { customerId, thingId, toCustomerId } = input;
  requireActor(context, customerId);
  requirePresentCustomer(context, toCustomerId);
  const thing = requireThing(context, customerId, thingId);
  if (toCustomerId === customerId) throw new AppError('conflict', { reason: 'same_owner' });
  changeOwner(context.database, thingId, toCustomerId, context.now());
  const to = { id: toCustomerId, name: nameOf(context, toCustomerId) };
  const from = { id: customerId, name: nameOf(context, customerId) };
  thingHappened(context, { customerId, event: 'given', thing, other: to });
  thingHappened(context, { customerId: toCustomerId, event: 'received', thing, other: from });
  return {};
};

type Names = 'things.save' | 'things.retire' | 'things.remove' | 'things.restore' | 'things.transfer';

/** Pets, cars, glasses and whatever else is brought to be served (X20). */
export const thingsWrite: Pick<HandlersOf<'things'>, Names> = {
  'things.save': save,
  'things.retire': retire,
  'things.remove': (context, input) => setRemoved(context, input, true),
  'things.restore': (context, input) => setRemoved(context, input, false),
  'things.transfer': transfer,
};
