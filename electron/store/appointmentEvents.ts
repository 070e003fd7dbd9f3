import { appointmentValuesSchema } from '../../shared/contract/appointments.ts';
import type { AppointmentEvent } from '../../shared/domain/appointments/statuses.ts';
import type { AppointmentChangeId, AppointmentId, StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { AppointmentValues } from '../../shared/contract/appointments.ts';

// What was done to appointments, and what stood before, so that it can be told and taken back.

/** The values of an appointment in their stored form; what was written by hand into the file tells nothing. */
const valuesOf = (text: string | null): AppointmentValues | null =>
  text === null ? null : (appointmentValuesSchema.safeParse(JSON.parse(text)).data ?? null);

export interface NewAppointmentEvent {
  readonly id: string;
  readonly appointmentId: AppointmentId;
  readonly changeId: AppointmentChangeId;
  readonly at: Instant;
  readonly event: AppointmentEvent;
  readonly before: AppointmentValues | null;
  readonly after: AppointmentValues;
  readonly reason: string | null;
  readonly staffId: StaffId | null;
}

const textOf = (values: AppointmentValues | null): string | null =>
  values === null ? null : JSON.stringify(appointmentValuesSchema.parse(values));

export const insertAppointmentEvent = (database: StoreDatabase, event: NewAppointmentEvent): void => {
  const { id, appointmentId, changeId, at, before, after, reason, staffId } = event;
  execute(
    database,
    sqlite.insertInto('appointment_events').values({
      id,
      appointment_id: appointmentId,
      change_id: changeId,
      at,
      event: event.event,
      before: textOf(before),
      after: textOf(after),
      reason,
      staff_id: staffId,
    }),
  );
};

const events = sqlite
  .selectFrom('appointment_events')
  .leftJoin('staff', 'staff.id', 'appointment_events.staff_id')
  .select(['appointment_events.id', 'appointment_events.appointment_id as appointmentId', 'appointment_events.at'])
  .select(['appointment_events.event', 'appointment_events.before', 'appointment_events.after', 'appointment_events.reason'])
  .select(['appointment_events.undone_at as undoneAt', 'staff.name as staffName']);
type EventRow = Awaited<ReturnType<typeof events.executeTakeFirstOrThrow>>;

const ofAppointment = hotQuery<{ id: AppointmentId; limit: number }, EventRow>(
  events
    .where('appointment_events.appointment_id', '=', parameter<AppointmentId>('id'))
    .where('appointment_events.undone_at', 'is', null)
    .orderBy('appointment_events.at', 'desc')
    .orderBy('appointment_events.id', 'desc')
    .limit(parameter<number>('limit')),
);
const ofChange = hotQuery<{ changeId: AppointmentChangeId }, EventRow>(
  events.where('appointment_events.change_id', '=', parameter<AppointmentChangeId>('changeId')).orderBy('appointment_events.id'),
);

const eventOf = (row: EventRow) => ({ ...row, before: valuesOf(row.before), after: valuesOf(row.after) });

/** What was done to one appointment and still stands, latest first. */
export const listAppointmentEvents = (database: StoreDatabase, id: AppointmentId, limit: number) =>
  ofAppointment.rows(database, { id, limit }).map(eventOf);

/** What one change did, one event for each appointment. */
export const listEventsOfChange = (database: StoreDatabase, changeId: AppointmentChangeId) =>
  ofChange.rows(database, { changeId }).map(eventOf);

export const markChangeUndone = (database: StoreDatabase, changeId: AppointmentChangeId, at: Instant): void => {
  execute(database, sqlite.updateTable('appointment_events').set({ undone_at: at }).where('change_id', '=', changeId));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const appointmentEventQueries = { ofAppointment: ofAppointment.sql, ofChange: ofChange.sql };
