import { sql } from 'kysely';
import { hotQuery, parameter, sqlite } from './database.ts';
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

/** The SQL of the read above, so that its plan can be asserted. */
export const regionQueries = { inUse: inUse.sql };
