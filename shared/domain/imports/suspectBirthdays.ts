import type { LocalDate } from '../../types/time.ts';
import type { PartialDateParts } from '../partialDate.ts';

/** A day on which so many people of one list are born, at least, and so large a share of them, is no birthday. */
const FEWEST_PEOPLE = 5;
const SMALLEST_SHARE = 0.02;
/** Programs that fill blank birthdays with the day of the import are not older than this. */
const RECENT_YEARS = 15;
/** What programs fill a blank birthday with, whatever the share. */
const DEFAULT_DAYS = new Set(['1900-01-01', '1899-12-31', '1970-01-01', '1980-01-01', '1990-01-01', '2000-01-01', '1753-01-01']);

export interface SuspectDay {
  readonly date: string;
  readonly count: number;
}

/** The key by which days of birth are counted; null for one without its year or day, which no program invents. */
export const birthdayKey = ({ calendar, year, month, day }: PartialDateParts): string | null =>
  year === null || month === null || day === null || calendar === 'lunar'
    ? null
    : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * Days of birth that an old system seems to have invented: many people "born" the same recent day, the day it filled the blanks, or on
 * the day its calendar begins (GLOSSARY's trap). `counts` is how often each day stands in the list. Most frequent first.
 */
export const suspectBirthdays = (counts: ReadonlyMap<string, number>, today: LocalDate): SuspectDay[] => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const oldest = `${Number(today.slice(0, 4)) - RECENT_YEARS}${today.slice(4)}`;
  return [...counts]
    .filter(
      ([date, count]) => count >= FEWEST_PEOPLE && count >= total * SMALLEST_SHARE && (date >= oldest || DEFAULT_DAYS.has(date)),
    )
    .map(([date, count]) => ({ date, count }))
    .toSorted((one, other) => other.count - one.count || one.date.localeCompare(other.date));
};
