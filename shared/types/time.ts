/** A calendar day, 'YYYY-MM-DD', without a time zone: birthdays, due dates, business days. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };
/** Milliseconds since 1970-01-01T00:00Z: when something was recorded. */
export type Instant = number & { readonly __brand: 'Instant' };

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_PER_DAY = 86_400_000;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const fromDayNumber = (dayNumber: number): LocalDate => {
  const date = new Date(dayNumber * MILLISECONDS_PER_DAY);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}` as LocalDate;
};

/** Days in a month of the Gregorian calendar; month 1 to 12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether the text is a day that exists, in the years 1000 to 9999. */
export const isLocalDate = (text: string): boolean => {
  const match = DATE_PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** The only way to make a LocalDate from text. Throws RangeError when there is no such day. */
export const localDate = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new RangeError(`no such day: ${text}`);
  return text as LocalDate;
};

/** The day from its parts; month 1 to 12. Throws RangeError when there is no such day. */
export const localDateOf = (year: number, month: number, day: number): LocalDate =>
  localDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

/** Year, month (1 to 12) and day of a date. */
export const dateParts = (date: LocalDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Whole days since 1970-01-01; negative before. */
export const dayNumber = (date: LocalDate): number => {
  const { year, month, day } = dateParts(date);
  return Math.round(Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY);
};

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The day that many days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);

/** Days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The first day of its month. */
export const monthStart = (date: LocalDate): LocalDate => localDate(`${date.slice(0, 8)}01`);

/** The last day of its month. */
export const monthEnd = (date: LocalDate): LocalDate => {
  const { year, month } = dateParts(date);
  return localDateOf(year, month, daysInMonth(year, month));
};

/** Calendar months later; the day is clamped to the month's last (31 Jan + 1 month = last of Feb). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const parts = dateParts(date);
  const index = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return localDateOf(year, month, Math.min(parts.day, daysInMonth(year, month)));
};

/** The last instant a field accepts: the end of 9998 in UTC, so that its day still has four digits of year in every time zone. */
export const MAX_INSTANT = Date.UTC(9999, 0, 1) - 1;

/** The only way to make an Instant. Throws RangeError unless it is a whole number of milliseconds. */
export const instant = (milliseconds: number): Instant => {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`);
  return milliseconds as Instant;
};

/** The time of the next entry of a ledger: now, or right after the last one with a clock that went back, because their order is what follows from them. */
export const rightAfter = (last: Instant | null, now: Instant): Instant =>
  last !== null && last >= now ? instant(last + 1) : now;

/** What a person's clock shows at an instant in a time zone. */
export interface WallClock {
  readonly date: LocalDate;
  readonly hour: number;
  readonly minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
};

/** Date, hour and minute at an instant in an IANA time zone such as 'Asia/Shanghai'. */
export const wallClock = (at: Instant, timeZone: string): WallClock => {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const read = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  return { date: localDateOf(read('year'), read('month'), read('day')), hour: read('hour'), minute: read('minute') };
};

const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_MINUTE = 60_000;

/** The instant at which clocks in the time zone show this day and hour (0 to 23); an hour that a zone leaves out gives the next. */
export const instantAt = (date: LocalDate, hour: number, timeZone: string): Instant => {
  const wanted = dayNumber(date) * MILLISECONDS_PER_DAY + hour * MILLISECONDS_PER_HOUR;
  const shownAt = (at: number): number => {
    const clock = wallClock(instant(at), timeZone);
    return (
      dayNumber(clock.date) * MILLISECONDS_PER_DAY + clock.hour * MILLISECONDS_PER_HOUR + clock.minute * MILLISECONDS_PER_MINUTE
    );
  };
  const near = wanted - (shownAt(wanted) - wanted);
  // The offset may differ between the two guesses when the clocks change that day.
  const found = near - (shownAt(near) - wanted);
  // A skipped hour is met from its near side: one step beyond it (midnight of 6 September 2026 in Santiago is 01:00).
  return instant(found + Math.max(0, wanted - shownAt(found)));
};

/** That business day at the present time of day: what a clock shows that pretends to be on another day. */
export const onBusinessDay = (present: Instant, day: LocalDate, timeZone: string, dayTurnHour: number): Instant => {
  const moved = (at: Instant): Instant =>
    instant(at + daysBetween(businessDate(at, timeZone, dayTurnHour), day) * MILLISECONDS_PER_DAY);
  // Twice: summer time can put the first guess an hour to the other side of the day's turn.
  return moved(moved(present));
};

/** The business day an instant counts for: before `dayTurnHour` (0 to 12) it still belongs to the day before. */
export const businessDate = (at: Instant, timeZone: string, dayTurnHour: number): LocalDate => {
  const clock = wallClock(at, timeZone);
  return clock.hour < dayTurnHour ? addDays(clock.date, -1) : clock.date;
};
