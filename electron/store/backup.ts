import { cents, points } from '../../shared/types/amounts.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import { plainRows, plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { quoted } from './quoted.ts';

// What a backup is made of: the copy, and what counts it.

/** What a store holds, as a person counts it: without removed people and undone visits. */
export interface StoreCounts {
  readonly customers: number;
  readonly visits: number;
  readonly visitLines: number;
  readonly products: number;
  readonly interactions: number;
  readonly pointsEntries: number;
  readonly pointsBalance: Points;
  readonly spendCents: Cents;
}

interface CountRow extends Omit<StoreCounts, 'pointsBalance' | 'spendCents'> {
  readonly pointsBalance: number;
  readonly spendCents: number;
}

const COUNTS = `
SELECT
  (SELECT count(*) FROM customers WHERE removed_at IS NULL) AS customers,
  (SELECT count(*) FROM visits WHERE undone_at IS NULL) AS visits,
  (SELECT count(*) FROM visits JOIN visit_lines ON visit_lines.visit_id = visits.id WHERE visits.undone_at IS NULL) AS visitLines,
  (SELECT count(*) FROM products) AS products,
  (SELECT count(*) FROM interactions WHERE undone_at IS NULL) AS interactions,
  (SELECT count(*) FROM points_entries) AS pointsEntries,
  (SELECT ifnull(sum(points), 0) FROM points_entries) AS pointsBalance,
  (SELECT ifnull(sum(total_cents), 0) FROM visits WHERE undone_at IS NULL) AS spendCents`;

/** The figures by which a person recognises a store, in one statement and so from one moment. */
export const countStore = (database: StoreDatabase): StoreCounts => {
  const row = plainRows<CountRow>(database, COUNTS)[0];
  if (!row) throw new Error('a count without a row');
  return { ...row, pointsBalance: points(row.pointsBalance), spendCents: cents(row.spendCents) };
};

/** Rows of every table, by its name: two stores that hold the same have the same. */
export const countRows = (database: StoreDatabase): ReadonlyMap<string, number> => {
  const tables = plainRows<{ name: string }>(
    database,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  return new Map(
    tables.map(({ name }) => {
      return [name, plainRows<{ total: number }>(database, `SELECT count(*) AS total FROM ${quoted(name)}`)[0]?.total ?? 0];
    }),
  );
};

/**
 * Writes a compact copy of one moment of the store to a path where nothing is yet. Works on a read-only connection and
 * holds up no writer. The copy is in rollback-journal mode, so that reading it later leaves nothing beside it.
 */
export const copyStoreTo = (database: StoreDatabase, path: string): void => {
  plainRun(database, 'VACUUM INTO @path', { path });
};

/** The business day of the latest visit, and when anything was last written down; null in an empty store. */
export const readLastChange = (database: StoreDatabase): { businessDate: string | null; at: number | null } =>
  plainRows<{ businessDate: string | null; at: number | null }>(
    database,
    `SELECT
      (SELECT max(business_date) FROM visits WHERE undone_at IS NULL) AS businessDate,
      (SELECT max(at) FROM (
        SELECT max(at) AS at FROM visits
        UNION ALL SELECT max(changed_at) FROM customers
        UNION ALL SELECT max(at) FROM points_entries
        UNION ALL SELECT max(at) FROM interactions
        UNION ALL SELECT max(at) FROM customer_changes
        UNION ALL SELECT max(changed_at) FROM settings
      )) AS at`,
  )[0] ?? { businessDate: null, at: null };
