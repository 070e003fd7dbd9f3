import { depositFor } from '../../../shared/domain/appointments/deposits.ts';
import { daysBetween } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { listAppointmentEvents } from '../../store/appointmentEvents.ts';
import { countAttendance, listAppointments, listUnconfirmed, listUpcoming } from '../../store/appointments.ts';
import type { AppointmentValues } from '../../../shared/contract/appointments.ts';
import type { HandlersOf } from '../context.ts';
import { requireKnownCustomer } from '../references.ts';
import { conflictsWith } from './conflicts.ts';
import { appointmentOf, requireAppointment, requireReach } from './known.ts';
import { refuseField } from '../refuseField.ts';

/** The most days that are read at once. */
const MOST_DAYS = 31;
const MOST_UPCOMING = 20;
const MOST_EVENTS = 100;

/** Throws bad_input unless the days are in order and not too many. */
export const requireSpan = (from: LocalDate, to: LocalDate): void => {
  const days = daysBetween(from, to);
  if (days >= 0 && days < MOST_DAYS) return;
  const message = days < 0 ? 'ends_before_it_begins' : 'too_many_days';
  refuseField('to', message);
};

const slotOf = ({ on, startMinute, lengthMinutes }: AppointmentValues) => ({ on, startMinute, lengthMinutes });

export const appointmentsRead: Pick<
  HandlersOf<'appointments'>,
  'appointments.between' | 'appointments.findById' | 'appointments.ofCustomer' | 'appointments.unconfirmed' | 'appointments.check'
> = {
  'appointments.between': ({ database }, input) => {
    requireSpan(input.from, input.to);
    const { total, rows } = listAppointments(database, input);
    return { total, rows: rows.map(appointmentOf) };
  },
  'appointments.findById': (context, { appointmentId }) => ({
    appointment: appointmentOf(requireAppointment(context, appointmentId)),
    events: listAppointmentEvents(context.database, appointmentId, MOST_EVENTS).map(
      ({ at, event, before, after, reason, staffName }) => ({
        at,
        event,
        status: after?.status ?? null,
        before: before && slotOf(before),
        after: after && slotOf(after),
        reason,
        staffName,
      }),
    ),
  }),
  'appointments.ofCustomer': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    const counts = countAttendance(context.database, customerId);
    return {
      upcoming: listUpcoming(context.database, customerId, context.today(), MOST_UPCOMING).map(appointmentOf),
      counts,
      depositCents: depositFor(counts.noShows, context.settings()),
    };
  },
  'appointments.unconfirmed': ({ database }, input) => {
    const { total, rows } = listUnconfirmed(database, input);
    return { total, rows: rows.map(appointmentOf) };
  },
  'appointments.check': (context, { appointmentId, ...wanted }) => {
    requireReach(context, wanted.on);
    return { conflicts: conflictsWith(context, wanted, appointmentId) };
  },
};
