import { instant } from '../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ClockMarksTable } from './schema/checks.ts';

// What the store knows of the time, to tell a clock that runs behind (R7).

const latestMark = hotQuery<Record<never, never>, ClockMarksTable>(
  sqlite.selectFrom('clock_marks').selectAll().orderBy('at', 'desc').limit(1),
);
const latestEntry = hotQuery<{ readonly from: number; readonly to: number }, { readonly at: Instant | null }>(
  sqlite
    .selectFrom('audit_log')
    .select(({ fn }) => fn.max<Instant | null>('at').as('at'))
    .where('at', '>', parameter<Instant>('from'))
    .where('at', '<=', parameter<Instant>('to')),
);
export const LATEST_VISIT = 'SELECT max(business_date) AS day FROM visits WHERE undone_at IS NULL';

const EVER = Number.MAX_SAFE_INTEGER;

/** The latest time an entry of the audit log bears, those of a clock that was set right since left out; null: there is none. */
export const lastEntryAt = (database: StoreDatabase): Instant | null => {
  const mark = latestMark.first(database, {});
  const between = (from: number, to: number): number | null => latestEntry.first(database, { from, to })?.at ?? null;
  if (!mark) return latestEntry.first(database, { from: -EVER, to: EVER })?.at ?? null;
  return instant(Math.max(mark.at, between(mark.ignored_until, EVER) ?? 0));
};

/** The business day of the latest visit that is not of a time told wrong; null: there is none, or the clock was set right since. */
export const lastVisitDay = (database: StoreDatabase): LocalDate | null =>
  latestMark.first(database, {}) ? null : (plainRows<{ day: LocalDate | null }>(database, LATEST_VISIT)[0]?.day ?? null);

export const insertClockMark = (database: StoreDatabase, mark: ClockMarksTable): void => {
  execute(
    database,
    sqlite
      .insertInto('clock_marks')
      .values(mark)
      .onConflict((conflict) => conflict.column('at').doUpdateSet({ ignored_until: mark.ignored_until })),
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const clockQueries = { latestEntry: latestEntry.sql, latestVisit: LATEST_VISIT };
