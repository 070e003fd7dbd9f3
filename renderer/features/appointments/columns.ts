import type { Appointment, Resource } from '../../../shared/contract/appointments.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import type { Shift } from '../../../shared/domain/appointments/rosters.ts';
import type { LocalDate } from '../../../shared/types/time.ts';

type Rosters = OutputOf<'rosters.between'>['staff'];

/** One column of the diary: a person's, a place's, or one person's day. */
export interface DiaryColumn {
  readonly key: string;
  readonly name: string;
  readonly on: LocalDate;
  /** Hours at work; null where nobody has written any down. */
  readonly shifts: readonly Shift[] | null;
  /** What a booking in this column takes up; undefined leaves what it has. */
  readonly staffId?: string | null;
  readonly resourceId?: string | null;
  readonly holds: (appointment: Appointment) => boolean;
}

/** One column for each person at work, and one for bookings with nobody in particular. */
export const staffColumns = (rosters: Rosters, on: LocalDate, nobody: string): DiaryColumn[] => [
  ...rosters.map(({ staffId, name, isRostered, days }) => ({
    key: staffId,
    name,
    on,
    shifts: isRostered ? (days.find((day) => day.on === on)?.shifts ?? []) : null,
    staffId,
    holds: (appointment: Appointment) => appointment.on === on && appointment.staffId === staffId,
  })),
  {
    key: 'nobody',
    name: nobody,
    on,
    shifts: null,
    staffId: null,
    // Somebody who has left keeps what was booked with them; it must be seen to be moved.
    holds: ({ on: day, staffId }) => day === on && !rosters.some((person) => person.staffId === staffId),
  },
];

/** One column for each room, bed or chair in use, and one for bookings without a place. */
export const resourceColumns = (resources: readonly Resource[], on: LocalDate, nowhere: string): DiaryColumn[] => [
  ...resources.map(({ id, name }) => ({
    key: id,
    name,
    on,
    shifts: null,
    resourceId: id,
    holds: (appointment: Appointment) => appointment.on === on && appointment.resourceId === id,
  })),
  {
    key: 'nowhere',
    name: nowhere,
    on,
    shifts: null,
    resourceId: null,
    holds: ({ on: day, resourceId }) => day === on && !resources.some(({ id }) => id === resourceId),
  },
];

/** One column for each day of one person. */
export const weekColumns = (
  days: readonly LocalDate[],
  person: Rosters[number],
  nameOf: (day: LocalDate) => string,
): DiaryColumn[] =>
  days.map((on) => ({
    key: on,
    name: nameOf(on),
    on,
    shifts: person.isRostered ? (person.days.find((day) => day.on === on)?.shifts ?? []) : null,
    staffId: person.staffId,
    holds: (appointment: Appointment) => appointment.on === on && appointment.staffId === person.staffId,
  }));

/** From which to which minute the diary must show: the shop's hours, and whatever lies outside them, in whole hours. */
export const shownSpan = (
  appointments: readonly Appointment[],
  { diaryFromHour, diaryToHour }: { readonly diaryFromHour: number; readonly diaryToHour: number },
): { readonly from: number; readonly to: number } => ({
  from: Math.min(diaryFromHour * 60, ...appointments.map(({ startMinute }) => Math.floor(startMinute / 60) * 60)),
  to: Math.min(
    24 * 60,
    Math.max(
      diaryToHour * 60,
      ...appointments.map(({ startMinute, lengthMinutes }) => Math.ceil((startMinute + lengthMinutes) / 60) * 60),
    ),
  ),
});
