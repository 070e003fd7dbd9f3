import type { Appointment, AppointmentDraft, AppointmentValues } from '../../../shared/contract/appointments.ts';
import { AppError } from '../../../shared/errors.ts';
import { appointmentChangeId } from '../../../shared/types/ids.ts';
import type { AppointmentChangeId, AppointmentId, CustomerId } from '../../../shared/types/ids.ts';
import { addDays, wallClock } from '../../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import { insertAppointmentEvent } from '../../store/appointmentEvents.ts';
import type { NewAppointmentEvent } from '../../store/appointmentEvents.ts';
import { findAppointment, markAppointmentRemoved, updateAppointment } from '../../store/appointments.ts';
import type { AppointmentRow } from '../../store/appointments.ts';
import { isResourceKnown } from '../../store/resources.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { settleKeptOfBooking } from '../keptDeposits.ts';
import { requirePresentCustomer, requireProducts, requireStaff } from '../references.ts';
import { requireThing } from '../things/owned.ts';
import { refuseField } from '../refuseField.ts';

/** How far back and ahead an appointment may lie, in days. */
const DAYS_BACK = 366;
const DAYS_AHEAD = 5 * 366;

/** A row as the contract tells it. */
export const appointmentOf = (row: AppointmentRow): Appointment => ({
  id: row.id,
  customerId: row.customerId,
  customerNumber: row.customerNumber,
  name: row.customerName ?? row.name,
  contact: row.customerId === null ? row.contact : row.phone,
  productId: row.productId,
  service: row.service,
  thing: row.thingId === null ? null : { id: row.thingId, name: row.thingName ?? '' },
  staffId: row.staffId,
  staffName: row.staffName,
  resourceId: row.resourceId,
  resourceName: row.resourceName,
  on: row.on,
  startMinute: row.startMinute,
  lengthMinutes: row.lengthMinutes,
  status: row.status,
  note: row.note,
  depositDueCents: row.depositDueCents,
  depositPaidCents: row.depositPaidCents,
  seriesId: row.seriesId,
});

/** Throws not_found for one nobody knows, or that was taken back. */
export const requireAppointment = ({ database }: BaseContext, appointmentId: AppointmentId): AppointmentRow => {
  const row = findAppointment(database, appointmentId);
  if (row?.removedAt !== null) throw new AppError('not_found', { what: 'appointment' });
  return row;
};

/** What the shop's clock shows. */
export const wallNow = (context: BaseContext): { readonly on: LocalDate; readonly startMinute: number } => {
  const { date, hour, minute } = wallClock(context.now(), context.settings().timeZone);
  return { on: date, startMinute: hour * 60 + minute };
};

/** Throws bad_input (date_out_of_reach) for a day that nobody books by intention. */
export const requireReach = (context: BaseContext, on: LocalDate): void => {
  const today = context.today();
  if (on < addDays(today, -DAYS_BACK) || on > addDays(today, DAYS_AHEAD)) refuseField('on', 'date_out_of_reach');
};

/** Throws not_found or conflict unless everything that a draft names is there. */
export const requireNamed = (context: BaseContext, draft: AppointmentDraft): void => {
  const { customerId, thingId, staffId, productId, resourceId } = draft;
  if (customerId !== null) requirePresentCustomer(context, customerId);
  if (thingId !== null && customerId === null) throw new AppError('not_found', { what: 'thing' });
  if (thingId !== null && customerId !== null) requireThing(context, customerId, thingId);
  requireStaff(context, [staffId]);
  requireProducts(context, [productId]);
  if (resourceId !== null && !isResourceKnown(context.database, resourceId))
    throw new AppError('not_found', { what: 'resource' });
  requireReach(context, draft.on);
};

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The values of a draft; of a customer with a card neither name nor contact is kept. */
export const draftValues = (draft: AppointmentDraft) => ({
  customerId: draft.customerId,
  name: draft.customerId === null ? draft.name : '',
  contact: draft.customerId === null ? orNull(draft.contact) : null,
  thingId: draft.thingId,
  productId: draft.productId,
  service: draft.service,
  staffId: draft.staffId,
  resourceId: draft.resourceId,
  on: draft.on,
  startMinute: draft.startMinute,
  lengthMinutes: draft.lengthMinutes,
  note: orNull(draft.note),
});

/** Only what can be changed and taken back, of a row. */
export const valuesOfRow = (row: AppointmentValues): AppointmentValues => ({
  customerId: row.customerId,
  name: row.name,
  contact: row.contact,
  thingId: row.thingId,
  productId: row.productId,
  service: row.service,
  staffId: row.staffId,
  resourceId: row.resourceId,
  on: row.on,
  startMinute: row.startMinute,
  lengthMinutes: row.lengthMinutes,
  status: row.status,
  note: row.note,
  depositDueCents: row.depositDueCents,
  depositPaidCents: row.depositPaidCents,
  at: row.at,
  businessDate: row.businessDate,
});

/** Writes how it stands from now on, and what of its deposit is kept by that. */
export const putAppointment = (context: StoreContext, id: AppointmentId, values: AppointmentValues): void => {
  updateAppointment(context.database, id, values);
  settleKeptOfBooking(context, id);
};

/** Takes it back as booked by mistake; null brings it back. */
export const putRemoved = (context: StoreContext, id: AppointmentId, removedAt: Instant | null): void => {
  markAppointmentRemoved(context.database, id, removedAt);
  settleKeptOfBooking(context, id);
};

export const newChange = (context: StoreContext): AppointmentChangeId => appointmentChangeId(context.newId());

/** When something is done: now, on this business day. */
export const stamp = (context: BaseContext): Pick<AppointmentValues, 'at' | 'businessDate'> => ({
  at: context.now(),
  businessDate: context.today(),
});

/** Writes down what was done to an appointment. */
export const recordEvent = (
  context: StoreContext,
  event: Omit<NewAppointmentEvent, 'id' | 'at' | 'staffId' | 'reason'> & { readonly reason: string },
): void => {
  insertAppointmentEvent(context.database, {
    ...event,
    id: context.newId(),
    at: context.now(),
    reason: orNull(event.reason),
    staffId: context.actor.staffId,
  });
};

/** The diary has changed, and with it what is known of these customers. */
export const tellDiary = (context: StoreContext, customerIds: readonly (CustomerId | null)[]): void => {
  const known = [...new Set(customerIds)].filter((id): id is CustomerId => id !== null);
  for (const customerId of known) factRecorded(context, customerId, ['appointments']);
  if (known.length === 0) context.changed(['appointments'], []);
};
