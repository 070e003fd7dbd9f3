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

const firstAfter = (hours: readonly number[], hour: number): number | undefined => hours.find((candidate) => candidate > hour);

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
  const laterToday = firstAfter(hours, hour + 1);
  const times = [
    inAnHour,
    ...(laterToday === undefined ? [] : [instantAt(date, laterToday, 0, timeZone)]),
    ...[1, 2, 3, 4, 5].flatMap((days) => hours.slice(0, 2).map((at) => instantAt(addDays(date, days), at, 0, timeZone))),
  ];
  return times.slice(0, 5);
};
