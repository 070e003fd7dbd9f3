import { crowdsSchema } from '../../shared/contract/care.ts';
import type { Crowds } from '../../shared/contract/care.ts';
import { localDateSchema } from '../../shared/contract/values.ts';
import type { DayCount, SpellingCount } from '../../shared/domain/care/crowds.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { readRun } from './engine.ts';

// The one row that says by what everyone's data was last checked, and what the shop as a whole looked like then.

const NAME = 'care';

export interface CareRun {
  /** Day and settings of the last finished run; null when one is due whatever the day. */
  readonly date: LocalDate | null;
  readonly settings: string | null;
  readonly crowds: Crowds;
  /** The count of bulk changes that it took in. */
  readonly invalidations: number;
}

const theRun = hotQuery<
  { name: string },
  { business_date: LocalDate | null; settings: string | null; cutoffs: string | null; invalidations: number }
>(
  sqlite
    .selectFrom('engine_runs')
    .select(['business_date', 'settings', 'cutoffs', 'invalidations'])
    .where('name', '=', parameter<string>('name')),
);

const nothing: Crowds = { birthdays: [], regions: [] };
const parsed = new Map<string, Crowds>();
/** Read with every fact, changed once a day: parsed once. */
const crowdsFrom = (text: string): Crowds => {
  const known = parsed.get(text);
  if (known) return known;
  parsed.clear();
  const made = crowdsSchema.parse(JSON.parse(text));
  parsed.set(text, made);
  return made;
};

export const readCareRun = (database: StoreDatabase): CareRun => {
  const row = theRun.first(database, { name: NAME });
  if (!row) return { date: null, settings: null, crowds: nothing, invalidations: 0 };
  return {
    date: row.business_date === null ? null : localDateSchema.parse(row.business_date),
    settings: row.settings,
    crowds: row.cutoffs === null ? nothing : crowdsFrom(row.cutoffs),
    invalidations: row.invalidations,
  };
};

/**
 * From here on every single fact is checked by these crowds too. Until the run is finished none counts as current; one over everyone that
 * was broken off is begun again over everyone, one over those who were due goes on with those who still are.
 */
export const beginCareRun = (database: StoreDatabase, crowds: Crowds, isOverEveryone: boolean): void => {
  plainRun(
    database,
    `INSERT INTO engine_runs (name, cutoffs) VALUES (@name, @crowds)
     ON CONFLICT (name) DO UPDATE SET business_date = NULL, cutoffs = excluded.cutoffs,
       settings = CASE WHEN @isOverEveryone THEN NULL ELSE settings END`,
    { name: NAME, crowds: JSON.stringify(crowds), isOverEveryone: isOverEveryone ? 1 : 0 },
  );
};

/**
 * Marks the run as what holds, with the count of bulk changes that it saw. When another came in meanwhile, what it noted may have been
 * taken for settled: the next run goes over everyone.
 */
export const finishCareRun = (
  database: StoreDatabase,
  run: { readonly date: LocalDate; readonly settings: string; readonly invalidations: number; readonly at: Instant },
): void => {
  plainRun(
    database,
    `UPDATE engine_runs SET invalidations = @invalidations, finished_at = @at,
       business_date = CASE WHEN @holds THEN @date END, settings = CASE WHEN @holds THEN @settings END
     WHERE name = @name`,
    { name: NAME, ...run, holds: readRun(database).invalidations === run.invalidations ? 1 : 0 },
  );
};

/** How many customers have each whole birthday that at least so many share. Reads every birthday once. */
export const birthdayCrowds = (
  database: StoreDatabase,
): (Omit<DayCount, 'key'> & { calendar: 'solar' | 'lunar'; year: number; month: number; day: number; is_leap_month: 0 | 1 })[] =>
  plainRows(
    database,
    `SELECT calendar, year, month, day, is_leap_month, count(*) AS people
     FROM important_dates JOIN customers ON customers.id = customer_id
     WHERE kind = 'birthday' AND year IS NOT NULL AND month IS NOT NULL AND day IS NOT NULL AND removed_at IS NULL
     GROUP BY year, month, day, calendar, is_leap_month`,
  );

/** Every spelling of a region in use, and by how many customers. */
export const regionSpellings = (database: StoreDatabase): SpellingCount[] =>
  plainRows(
    database,
    `SELECT region AS spelling, count(*) AS people FROM customers
     WHERE removed_at IS NULL AND region IS NOT NULL AND region <> '' GROUP BY region`,
  );
