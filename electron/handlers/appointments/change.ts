import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { isRefused } from '../../../shared/domain/appointments/conflicts.ts';
import { movedAlong } from '../../../shared/domain/appointments/repeats.ts';
import { wallMinute } from '../../../shared/domain/appointments/slots.ts';
import { cancelledAs, isExpected, isOccupying } from '../../../shared/domain/appointments/statuses.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AppointmentId } from '../../../shared/types/ids.ts';
import { listAppointmentEvents, listEventsOfChange, markChangeUndone } from '../../store/appointmentEvents.ts';
import { findRepeatUnit, listFollowing } from '../../store/appointments.ts';
import type { AppointmentRow } from '../../store/appointments.ts';
import type { AppointmentValues } from '../../../shared/contract/appointments.ts';
import { findThing } from '../../store/things.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';
import { whoFits } from '../waitlist/fits.ts';
import { requirePlaces } from './conflicts.ts';
import {
  draftValues,
  newChange,
  putAppointment,
  recordEvent,
  requireAppointment,
  requireNamed,
  requireReach,
  stamp,
  tellDiary,
  valuesOfRow,
  wallNow,
} from './known.ts';

/** This one, or with the later ones of its row that are still to come. */
const inScope = (context: StoreContext, row: AppointmentRow, scope: 'this' | 'following'): AppointmentRow[] => {
  if (scope === 'this' || row.seriesId === null) return [row];
  const others = listFollowing(context.database, row.seriesId, row.on).filter((id) => id !== row.id);
  return [row, ...others.map((id) => requireAppointment(context, id))];
};

const isMoved = (before: AppointmentValues, after: AppointmentValues): boolean =>
  wallMinute(before) !== wallMinute(after) ||
  before.lengthMinutes !== after.lengthMinutes ||
  before.staffId !== after.staffId ||
  before.resourceId !== after.resourceId;

const change = (context: StoreContext, input: HandlerInput<'appointments.change'>): OutputOf<'appointments.change'> => {
  const row = requireAppointment(context, input.appointmentId);
  requireNamed(context, input);
  const members = inScope(context, row, input.scope);
  const unit = findRepeatUnit(context.database, row.seriesId);
  const changeId = newChange(context);
  for (const member of members) {
    const before = valuesOfRow(member);
    const after = { ...before, ...draftValues(input), on: movedAlong(unit, row.on, input.on, member.on), ...stamp(context) };
    requireReach(context, after.on);
    putAppointment(context, member.id, after);
    const event = isMoved(before, after) ? 'moved' : 'changed';
    recordEvent(context, { appointmentId: member.id, changeId, event, before, after, reason: input.reason });
  }
  // All of them stand where they are to be: what is in the way now is somebody else's, or one of their own.
  requirePlaces(
    context,
    members.map(({ id }) => id),
    () => true,
    input.acknowledged,
  );
  tellDiary(context, [input.customerId, ...members.map(({ customerId }) => customerId)]);
  return { changeId, changed: members.length };
};

type StatusOf = (row: AppointmentRow) => AppointmentValues['status'];
const putStatus = (context: StoreContext, members: readonly AppointmentRow[], statusOf: StatusOf, reason: string) => {
  const changeId = newChange(context);
  for (const member of members) {
    const before = valuesOfRow(member);
    const after = { ...before, status: statusOf(member), ...stamp(context) };
    if (after.status === before.status) continue;
    putAppointment(context, member.id, after);
    recordEvent(context, { appointmentId: member.id, changeId, event: 'status', before, after, reason });
  }
  const returning = members.filter((member) => !isOccupying(member.status)).map(({ id }) => id);
  requirePlaces(context, returning, isRefused);
  tellDiary(
    context,
    members.map(({ customerId }) => customerId),
  );
  return changeId;
};

const isStillToCome = (context: StoreContext, row: AppointmentRow): boolean => wallMinute(row) > wallMinute(wallNow(context));

const cancel = (context: StoreContext, input: HandlerInput<'appointments.cancel'>): OutputOf<'appointments.cancel'> => {
  const row = requireAppointment(context, input.appointmentId);
  if (!isExpected(row.status)) throw new AppError('conflict', { reason: 'appointment_not_expected' });
  const members = inScope(context, row, input.scope);
  const { lateCancelHours } = context.settings();
  const statusOf: StatusOf = (member) => cancelledAs(member, wallNow(context), lateCancelHours);
  const changeId = putStatus(context, members, statusOf, input.reason);
  const offers = isStillToCome(context, row) ? whoFits(context, row) : [];
  return {
    changeId,
    status: statusOf(row),
    cancelled: members.length,
    offers: offers.map(({ id, name, contact }) => ({ id, name, contact })),
  };
};

/** What stood before, with the customer and the thing as they are now where the change itself left them alone. */
const broughtBack = (
  context: StoreContext,
  current: AppointmentRow,
  { before, after }: { readonly before: AppointmentValues; readonly after: AppointmentValues },
): AppointmentValues => {
  const customerId = before.customerId === after.customerId ? current.customerId : before.customerId;
  if (customerId !== null && customerId !== current.customerId) requirePresentCustomer(context, customerId);
  const thing = before.thingId === null ? undefined : findThing(context.database, before.thingId);
  return { ...before, customerId, thingId: thing?.customerId === customerId ? thing.id : null };
};

const undo = (context: StoreContext, { changeId }: HandlerInput<'appointments.undo'>): OutputOf<'appointments.undo'> => {
  const { database } = context;
  const events = listEventsOfChange(database, changeId);
  if (events.length === 0) throw new AppError('not_found', { what: 'appointment_change' });
  if (events.some(({ undoneAt }) => undoneAt !== null)) throw new AppError('already_undone');
  const customers: AppointmentValues['customerId'][] = [];
  for (const { id, appointmentId, before, after } of events) {
    const current = requireAppointment(context, appointmentId);
    if (before === null || after === null || listAppointmentEvents(database, appointmentId, 1)[0]?.id !== id)
      throw new AppError('conflict', { reason: 'changed_since' });
    const values = broughtBack(context, current, { before, after });
    putAppointment(context, appointmentId, values);
    customers.push(current.customerId, values.customerId);
  }
  markChangeUndone(database, changeId, context.now());
  const ids: AppointmentId[] = events.map(({ appointmentId }) => appointmentId);
  requirePlaces(context, ids, (kind) => kind === 'resource_taken');
  tellDiary(context, customers);
  return {};
};

const saveDeposit = (
  context: StoreContext,
  { appointmentId, dueCents, paidCents }: HandlerInput<'appointments.saveDeposit'>,
): OutputOf<'appointments.saveDeposit'> => {
  const row = requireAppointment(context, appointmentId);
  const before = valuesOfRow(row);
  const after = { ...before, depositDueCents: dueCents, depositPaidCents: paidCents };
  putAppointment(context, appointmentId, after);
  recordEvent(context, { appointmentId, changeId: newChange(context), event: 'deposit', before, after, reason: '' });
  const told = { dueCents: before.depositDueCents, paidCents: before.depositPaidCents };
  context.audited({ dueCents, paidCents, before: told }, { customerIds: row.customerId === null ? [] : [row.customerId] });
  tellDiary(context, [row.customerId]);
  return { before: told };
};

/** What becomes of an appointment once it is booked. */
export const appointmentsChange: Pick<
  HandlersOf<'appointments'>,
  'appointments.change' | 'appointments.setStatus' | 'appointments.cancel' | 'appointments.undo' | 'appointments.saveDeposit'
> = {
  'appointments.change': change,
  'appointments.setStatus': (context, { appointmentIds, status, reason }) => {
    const members = [...new Set(appointmentIds)].map((id) => requireAppointment(context, id));
    if (status === 'no_show' && members.some((member) => isStillToCome(context, member)))
      throw new AppError('conflict', { reason: 'appointment_still_to_come' });
    return { changeId: putStatus(context, members, () => status, reason) };
  },
  'appointments.cancel': cancel,
  'appointments.undo': undo,
  'appointments.saveDeposit': saveDeposit,
};
