import { dayNumber, instant, instantAt, wallClock } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { MINUTES_PER_DAY } from './slots.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * Whether the clocks of a time zone (IANA) never show this day and minute, because they are put forward across it. A minute that they
 * show twice exists.
 */
export const isSkippedTime = (on: LocalDate, minute: number, timeZone: string): boolean => {
  const hour = Math.floor(minute / 60);
  const wanted = dayNumber(on) * MINUTES_PER_DAY + minute;
  // The hour before is there, or the gap began in it: what is shown from there on tells.
  const from = instantAt(on, Math.max(0, hour - 1), timeZone);
  for (let minutes = -60; minutes <= 240; minutes += 1) {
    const shown = wallClock(instant(from + minutes * MILLISECONDS_PER_MINUTE), timeZone);
    const at = dayNumber(shown.date) * MINUTES_PER_DAY + shown.hour * 60 + shown.minute;
    if (at === wanted) return false;
  }
  return true;
};
