import { sql } from 'kysely';
import type { Crowds } from '../../shared/contract/care.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Whose data is to be looked at again: noted by the store's own triggers with every change, or by the day that was kept with the score.

const firstDue = hotQuery<Record<never, never>, { customer_id: CustomerId }>(
  sqlite.selectFrom('care_due').select('customer_id').limit(1),
);
/** Whether anybody's facts have changed since they were last judged. */
export const isAnybodyDue = (database: StoreDatabase): boolean => firstDue.first(database, {}) !== undefined;

export const dueSql = `SELECT customer_id FROM care_due
  UNION SELECT customer_id FROM customer_care INDEXED BY customer_care_by_recheck WHERE recheck_on <= @today ORDER BY customer_id`;
/** Everyone whose facts changed, or whose day has come, by id. */
export const listDue = (database: StoreDatabase, today: LocalDate): CustomerId[] =>
  plainRows<{ customer_id: CustomerId }>(database, dueSql, { today }).map((row) => row.customer_id);

const among = hotQuery<{ ids: string }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('care_due')
    .select('customer_id')
    .where('customer_id', 'in', sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`),
);
/** Those of the ids whose facts changed since they were last judged. */
export const dueAmong = (database: StoreDatabase, ids: readonly CustomerId[]): Set<CustomerId> =>
  new Set(among.rows(database, { ids: JSON.stringify(ids) }).map((row) => row.customer_id));

const settle = hotQuery<{ customerId: CustomerId }>(
  sqlite.deleteFrom('care_due').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
/** One customer was judged by the facts as they are. */
export const settleDue = (database: StoreDatabase, customerId: CustomerId): void => {
  settle.run(database, { customerId });
};

/** `id` names its table: a bare one would be taken for the note's own. */
const notYet = (id: string): string => `NOT EXISTS (SELECT 1 FROM care_due AS noted WHERE noted.customer_id = ${id})`;

/** Whoever shares a number with somebody due, or shared one until now: it is too many for all of them or for none. */
export const sharersSql = `WITH numbers AS MATERIALIZED (
    SELECT e164 FROM (SELECT DISTINCT own.e164 FROM care_due
        CROSS JOIN contact_methods AS own ON own.customer_id = care_due.customer_id WHERE own.e164 IS NOT NULL) AS noted
      WHERE (SELECT count(*) FROM contact_methods AS holder WHERE holder.e164 = noted.e164) > 2
    UNION SELECT value FROM care_due CROSS JOIN care_anomalies ON care_anomalies.customer_id = care_due.customer_id AND kind = 'phone_shared')
  INSERT INTO care_due (customer_id)
  SELECT DISTINCT contact_methods.customer_id FROM numbers CROSS JOIN contact_methods ON contact_methods.e164 = numbers.e164
  WHERE ${notYet('contact_methods.customer_id')}`;
export const addSharersOfDue = (database: StoreDatabase): void => {
  plainRun(database, sharersSql);
};

/** What changed between two lists of keys or spellings, whichever way. */
const changedKeys = (
  before: readonly (readonly [string, unknown])[],
  after: readonly (readonly [string, unknown])[],
): string[] => {
  const [old, young] = [new Set(before.map(([key]) => key)), new Set(after.map(([key]) => key))];
  return [...[...old].filter((key) => !young.has(key)), ...[...young].filter((key) => !old.has(key))];
};

interface DayParts {
  readonly calendar: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: number;
}
/** The parts of "solar 1990-01-01" and "lunar 1990-05-03 leap". */
const partsOf = (key: string): DayParts[] => {
  const match = /^(solar|lunar) (\d+)-(\d+)-(\d+)( leap)?$/.exec(key);
  const [, calendar, year, month, day, leap] = match ?? [];
  if (calendar === undefined) return [];
  return [{ calendar, year: Number(year), month: Number(month), day: Number(day), leap: leap === undefined ? 0 : 1 }];
};

export const birthdaySharersSql = `INSERT INTO care_due (customer_id)
  SELECT DISTINCT customer_id FROM json_each(@days) AS given CROSS JOIN important_dates
  WHERE kind = 'birthday' AND calendar = given.value ->> 'calendar'
    AND coalesce(month, 0) * 64 + coalesce(day, 0) * 2 + is_leap_month =
      (given.value ->> 'month') * 64 + (given.value ->> 'day') * 2 + (given.value ->> 'leap')
    AND year = given.value ->> 'year' AND ${notYet('important_dates.customer_id')}`;
export const regionBearersSql = `INSERT INTO care_due (customer_id)
  SELECT id FROM customers WHERE region IN (SELECT value FROM json_each(@regions)) AND removed_at IS NULL AND ${notYet('customers.id')}`;

/** Everyone whose birthday, or spelling of a region, has come to look odd or no longer does. */
export const addBearersOfChanged = (database: StoreDatabase, before: Crowds, after: Crowds): void => {
  const days = changedKeys(before.birthdays, after.birthdays).flatMap(partsOf);
  if (days.length > 0) plainRun(database, birthdaySharersSql, { days: JSON.stringify(days) });
  const regions = changedKeys(before.regions, after.regions);
  if (regions.length > 0) plainRun(database, regionBearersSql, { regions: JSON.stringify(regions) });
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const careDueQueries = { among: among.sql };
