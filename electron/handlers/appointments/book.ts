import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { depositFor } from '../../../shared/domain/appointments/deposits.ts';
import { repeatedDays } from '../../../shared/domain/appointments/repeats.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { appointmentId as toAppointmentId, appointmentSeriesId } from '../../../shared/types/ids.ts';
import type { AppointmentId, AppointmentSeriesId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { countAttendance, findAppointment, insertAppointment, insertSeries } from '../../store/appointments.ts';
import type { AppointmentRow } from '../../store/appointments.ts';
import type { AppointmentValues } from '../../../shared/contract/appointments.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';
import { conflictsWith, isInTheWay, refuseConflicts, requirePlaces } from './conflicts.ts';
import {
  draftValues,
  newChange,
  putRemoved,
  recordEvent,
  requireAppointment,
  requireNamed,
  requireReach,
  stamp,
  tellDiary,
} from './known.ts';
import { refuseField } from '../refuseField.ts';

type BookInput = HandlerInput<'appointments.book'>;

const daysOf = (context: StoreContext, { on, repeat }: BookInput): readonly LocalDate[] => {
  if (repeat === null) return [on];
  const days = repeatedDays(on, repeat);
  if (days === null || days.length === 0) {
    const message = days === null ? 'too_many_repeats' : 'ends_before_it_begins';
    refuseField('repeat.until', message);
  }
  for (const day of days) requireReach(context, day);
  return days;
};

const newSeries = (context: StoreContext, repeat: BookInput['repeat']): AppointmentSeriesId | null => {
  if (repeat === null) return null;
  const id = appointmentSeriesId(context.newId());
  insertSeries(context.database, { ...repeat, id, at: context.now() });
  return id;
};

const book = (context: StoreContext, input: BookInput): OutputOf<'appointments.book'> => {
  const { database } = context;
  requireNamed(context, input);
  const days = daysOf(context, input);
  const found = days.map((on) => ({ on, conflicts: conflictsWith(context, { ...input, on }, null) }));
  const isFree = ({ conflicts }: (typeof found)[number]): boolean =>
    !conflicts.some((conflict) => isInTheWay(conflict, input.acknowledged));
  const free = input.leaveOut ? found.filter(isFree) : found;
  if (!input.leaveOut || free.length === 0)
    refuseConflicts(
      found.flatMap(({ conflicts }) => conflicts),
      input.acknowledged,
    );
  const noShows = input.customerId === null ? 0 : countAttendance(database, input.customerId).noShows;
  const depositDueCents = input.depositCents ?? depositFor(noShows, context.settings());
  const seriesId = newSeries(context, input.repeat);
  const changeId = newChange(context);
  const appointmentIds = free.map(({ on }): AppointmentId => {
    const id = toAppointmentId(context.newId());
    const money = { depositDueCents, depositPaidCents: cents(0) };
    const values: AppointmentValues = { ...draftValues({ ...input, on }), status: 'booked', ...money, ...stamp(context) };
    insertAppointment(database, { ...values, id, seriesId, bookedBy: context.actor.staffId });
    recordEvent(context, { appointmentId: id, changeId, event: 'booked', before: null, after: values, reason: '' });
    return id;
  });
  // Days of one row could meet among themselves.
  requirePlaces(context, appointmentIds, (kind) => kind === 'resource_taken');
  tellDiary(context, [input.customerId]);
  const booked = new Set(free.map(({ on }) => on));
  return { appointmentIds, leftOut: days.filter((day) => !booked.has(day)), depositCents: depositDueCents };
};

const requireRemoved = (context: StoreContext, id: AppointmentId): AppointmentRow => {
  const row = findAppointment(context.database, id);
  if (!row) throw new AppError('not_found', { what: 'appointment' });
  if (row.removedAt === null) throw new AppError('already_undone');
  if (row.customerId !== null) requirePresentCustomer(context, row.customerId);
  return row;
};

/** Booking, and taking back what was booked by mistake. */
export const appointmentsBook: Pick<
  HandlersOf<'appointments'>,
  'appointments.book' | 'appointments.remove' | 'appointments.restore'
> = {
  'appointments.book': book,
  'appointments.remove': (context, { appointmentIds }) => {
    const rows = [...new Set(appointmentIds)].map((id) => requireAppointment(context, id));
    for (const { id } of rows) putRemoved(context, id, context.now());
    tellDiary(
      context,
      rows.map(({ customerId }) => customerId),
    );
    return {};
  },
  'appointments.restore': (context, { appointmentIds }) => {
    const rows = [...new Set(appointmentIds)].map((id) => requireRemoved(context, id));
    for (const { id } of rows) putRemoved(context, id, null);
    requirePlaces(
      context,
      rows.map(({ id }) => id),
      (kind) => kind === 'resource_taken',
    );
    tellDiary(
      context,
      rows.map(({ customerId }) => customerId),
    );
    return {};
  },
};
