import type { CallInput } from '../../../shared/contract.ts';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { LocalDate } from '../../../shared/types/time.ts';

/** What the form begins with; `appointment` changes that one, null books. */
export interface BookingStart {
  readonly appointment: Appointment | null;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly name?: string;
  readonly contact?: string;
  readonly service?: string;
  readonly on: LocalDate;
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly staffId: string | null;
  readonly resourceId: string | null;
  /** Whoever waited for this slot: booked, they wait no more. */
  readonly waitlistEntryId?: string;
}

/** The booking as it stands, in the form in which it is changed. */
export const draftOf = (appointment: Appointment): Omit<CallInput<'appointments.change'>, 'appointmentId'> => ({
  customerId: appointment.customerId,
  name: appointment.customerId === null ? appointment.name : '',
  contact: appointment.customerId === null ? (appointment.contact ?? '') : '',
  productId: appointment.productId,
  service: appointment.service,
  thingId: appointment.thing?.id ?? null,
  staffId: appointment.staffId,
  resourceId: appointment.resourceId,
  on: appointment.on,
  startMinute: appointment.startMinute,
  lengthMinutes: appointment.lengthMinutes,
  note: appointment.note ?? '',
});

export const startOf = (appointment: Appointment): BookingStart => ({
  appointment,
  customer: appointment.customerId === null ? null : { id: appointment.customerId, name: appointment.name },
  on: appointment.on,
  startMinute: appointment.startMinute,
  lengthMinutes: appointment.lengthMinutes,
  staffId: appointment.staffId,
  resourceId: appointment.resourceId,
});
