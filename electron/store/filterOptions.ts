import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** So many values are offered; a rarer one is found by the search box. Counted along an index that holds the column alone. */
const sources = `SELECT source AS value FROM customers WHERE removed_at IS NULL AND source IS NOT NULL
   GROUP BY source ORDER BY count(*) DESC, source LIMIT 100`;

/** Sources in use, the frequent ones first. */
export const listSourcesInUse = (database: StoreDatabase): string[] =>
  plainRows<{ value: string }>(database, sources).map(({ value }) => value);

/** The SQL of the read above, so that its plan can be asserted. */
export const filterOptionQueries = { sources };
