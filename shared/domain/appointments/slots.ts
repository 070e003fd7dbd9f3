import { addDays, dayNumber } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/** Minutes of a day as clocks show them: a slot is wall time, so that a change of the clocks does not move it (R049). */
export const MINUTES_PER_DAY = 1440;
export const SHORTEST_LENGTH = 5;
export const LONGEST_LENGTH = 24 * 60;

/** When and how long: the day, the minute of that day (0 to 1439) and the length in minutes (5 to 1440); it may end after midnight. */
export interface Slot {
  readonly on: LocalDate;
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/** Minutes since 1970-01-01 00:00 on the wall clock: what slots of different days are compared by. */
export const wallMinute = ({ on, startMinute }: Pick<Slot, 'on' | 'startMinute'>): number =>
  dayNumber(on) * MINUTES_PER_DAY + startMinute;

/** Whether two slots share a minute; one that begins when another ends does not. */
export const overlap = (one: Slot, other: Slot): boolean =>
  wallMinute(one) < wallMinute(other) + other.lengthMinutes && wallMinute(other) < wallMinute(one) + one.lengthMinutes;

/** The slot so many minutes later (earlier when negative), across midnight if need be. */
export const movedBy = <S extends Slot>(slot: S, minutes: number): S => {
  const total = slot.startMinute + minutes;
  const days = Math.floor(total / MINUTES_PER_DAY);
  return { ...slot, on: addDays(slot.on, days), startMinute: total - days * MINUTES_PER_DAY };
};
