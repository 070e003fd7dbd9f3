import { wallMinute } from './slots.ts';
import type { Slot } from './slots.ts';

/** How an appointment stands (X34), in the order of a usual day. */
export const appointmentStatuses = [
  'booked',
  'confirmed',
  'arrived',
  'in_service',
  'done',
  'no_show',
  'cancelled',
  'late_cancelled',
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** What is written down of an appointment. */
export const appointmentEvents = ['booked', 'moved', 'changed', 'status', 'deposit'] as const;
export type AppointmentEvent = (typeof appointmentEvents)[number];

const FREEING: readonly AppointmentStatus[] = ['no_show', 'cancelled', 'late_cancelled'];

/** Whether it takes up its person, its place and its customer. */
export const isOccupying = (status: AppointmentStatus): boolean => !FREEING.includes(status);

/** Of a booking of today or later: they come, or are here (X01). */
export const comingStatuses: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in_service'];

/** Whether the customer is still expected. */
export const isExpected = (status: AppointmentStatus): boolean => status === 'booked' || status === 'confirmed';

/**
 * What a cancelling at this moment is: late once fewer than so many hours are left (a setting of the shop; 0 makes none late before it
 * begins). `now` is what the shop's clock shows.
 */
export const cancelledAs = (
  slot: Slot,
  now: Pick<Slot, 'on' | 'startMinute'>,
  lateHours: number,
): 'cancelled' | 'late_cancelled' => (wallMinute(slot) - wallMinute(now) < lateHours * 60 ? 'late_cancelled' : 'cancelled');
