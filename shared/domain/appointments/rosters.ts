import { addDays, dayNumber, weekdayOf } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { MINUTES_PER_DAY, wallMinute } from './slots.ts';
import type { Slot } from './slots.ts';

/** The latest minute of a shift: six in the morning of the next day. */
export const LATEST_SHIFT_END = MINUTES_PER_DAY + 360;
/** At most so many shifts a day. */
export const MOST_SHIFTS = 4;

/** From a minute of the day (0 to 1439) to a later one, which may be in the next day (up to LATEST_SHIFT_END). */
export interface Shift {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Somebody's hours: those of each weekday (1 is Monday, 7 Sunday), and those of single days, which go before them. */
export interface Roster {
  readonly weekly: readonly (Shift & { readonly weekday: number })[];
  readonly days: readonly { readonly on: LocalDate; readonly shifts: readonly Shift[] }[];
}

/** Whether anything is written about when this person works; without it they count as always there. */
export const isRostered = ({ weekly, days }: Roster): boolean => weekly.length > 0 || days.length > 0;

/** The hours of one day, the earliest first. A person without weekly hours is there all day, but on days that say otherwise. */
export const shiftsOn = (roster: Roster, on: LocalDate): Shift[] => {
  const exception = roster.days.find((day) => day.on === on);
  if (exception) return exception.shifts.toSorted((one, other) => one.fromMinute - other.fromMinute);
  if (roster.weekly.length === 0) return [{ fromMinute: 0, toMinute: MINUTES_PER_DAY }];
  return roster.weekly
    .filter(({ weekday }) => weekday === weekdayOf(on))
    .map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute }))
    .toSorted((one, other) => one.fromMinute - other.fromMinute);
};

/** Whether shifts of one day share a minute. */
export const shiftsOverlap = (shifts: readonly Shift[]): boolean => {
  const sorted = shifts.toSorted((one, other) => one.fromMinute - other.fromMinute);
  return sorted.some((shift, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.fromMinute < shift.toMinute;
  });
};

/** Whether the whole slot lies within the hours of its day, those of the evening before and those of the morning after. */
export const isOnRoster = (slot: Slot, roster: Roster): boolean => {
  if (!isRostered(roster)) return true;
  const spans = [-1, 0, 1].flatMap((offset) => {
    const on = addDays(slot.on, offset);
    const midnight = dayNumber(on) * MINUTES_PER_DAY;
    return shiftsOn(roster, on).map((shift) => ({ from: midnight + shift.fromMinute, to: midnight + shift.toMinute }));
  });
  const end = wallMinute(slot) + slot.lengthMinutes;
  let reached = wallMinute(slot);
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    if (from > reached) break;
    reached = Math.max(reached, to);
  }
  return reached >= end;
};
