import { addDays, instant, wallClock, type Instant, type LocalDate } from '../../../shared/types/time.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** The instant at which the shop's clocks show a date, hour and minute. In a gap of summer time: the moment after it. */
export const instantAt = (date: LocalDate, hour: number, minute: number, timeZone: string): Instant => {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * MILLISECONDS_PER_MINUTE;
  const offsetAt = (moment: number): number => {
    const shown = wallClock(instant(moment), timeZone);
    return Date.parse(`${shown.date}T00:00:00Z`) + (shown.hour * 60 + shown.minute) * MILLISECONDS_PER_MINUTE - moment;
  };
  // The offset belongs to the wanted moment, not to the first guess; the second look settles it around a change of time.
  const guess = asUtc - offsetAt(asUtc);
  return instant(asUtc - offsetAt(guess));
};

/**
 * Five times to call again, soonest first, inside the hours at which the person likes to be reached: in an hour (on the
 * quarter), later today or tomorrow, and then mornings and afternoons of the next days.
 */
export const callTimes = (now: Instant, timeZone: string, fromHour: number | null, toHour: number | null): readonly Instant[] => {
  const isWelcome = (hour: number): boolean => (fromHour === null || hour >= fromHour) && (toHour === null || hour < toHour);
  const usual = [10, 15, 18].filter(isWelcome);
  const hours = usual.length > 0 ? usual : [fromHour ?? 10];
  const { date, hour, minute } = wallClock(now, timeZone);
  const quarter = Math.ceil((minute + 60) / 15) * 15;
  const inAnHour = instantAt(date, hour, quarter, timeZone);
  const on = (days: number): Instant[] => hours.map((at) => instantAt(addDays(date, days), at, 0, timeZone));
  // One later today, two on each of the days after; "in an hour" may already be the first of them.
  const later = [
    ...on(0)
      .filter((at) => at > inAnHour)
      .slice(0, 1),
    ...[1, 2, 3, 4, 5].flatMap((days) => on(days).slice(0, 2)),
  ];
  return [inAnHour, ...later.filter((at) => at > inAnHour)].slice(0, 5);
};
