import { sql } from 'kysely';
import { placesOf } from '../../shared/domain/regions/place.ts';
import type { Place } from '../../shared/domain/regions/place.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

const inUse = hotQuery<{ text: string; limit: number }, { region: string; customers: number }>(
  sqlite
    .selectFrom('customers')
    .select((of) => [of.ref('region').$notNull().as('region'), of.fn.countAll<number>().as('customers')])
    .where('region', 'is not', null)
    .where('removed_at', 'is', null)
    .where((of) => of(of.fn<number>('instr', ['region', parameter<string>('text')]), '>', sql.lit(0)))
    .groupBy('region')
    .orderBy('customers', 'desc')
    .orderBy('region')
    .limit(parameter<number>('limit')),
);

/** The regions in use that hold the text ('' holds in all), the commonest first (R003). Reads one narrow index alone. */
export const listRegions = (database: StoreDatabase, text: string, limit: number) => inUse.rows(database, { text, limit });

/** Each spelling once, jumping along the index from one to the next: as many steps as spellings, however many people. */
const spellings = `WITH RECURSIVE spelling (text) AS (
    SELECT min(region) FROM customers WHERE region IS NOT NULL AND removed_at IS NULL
    UNION ALL
    SELECT (SELECT min(region) FROM customers WHERE region > spelling.text AND region IS NOT NULL AND removed_at IS NULL)
    FROM spelling WHERE spelling.text IS NOT NULL
  )
  SELECT text FROM spelling WHERE text IS NOT NULL`;

/** Every region in use with its province, city and district (R003). */
export const placesInUse = (database: StoreDatabase): ReadonlyMap<string, Place> =>
  placesOf(plainRows<{ text: string }>(database, spellings).map(({ text }) => text));

/** So many parts are offered to choose from. */
const MOST_PARTS = 500;

/** The parts of the regions in use, each in the order of its text. */
export const listPlaceParts = (database: StoreDatabase) => {
  const places = [...placesInUse(database).values()];
  const partsOf = (part: keyof Place): string[] =>
    [...new Set(places.flatMap((place) => place[part] ?? []))].sort().slice(0, MOST_PARTS);
  return { provinces: partsOf('province'), cities: partsOf('city'), districts: partsOf('district') };
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const regionQueries = { inUse: inUse.sql, spellings };
