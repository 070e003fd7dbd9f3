import type { Selectable } from 'kysely';
import { execute, hotQuery, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { StoreChecksTable } from './schema/checks.ts';

const latest = hotQuery<Record<never, never>, Selectable<StoreChecksTable>>(
  sqlite.selectFrom('store_checks').selectAll().orderBy('at', 'desc').limit(1),
);
/** The last look at the whole store. */
export const findLastCheck = (database: StoreDatabase): Selectable<StoreChecksTable> | undefined => latest.first(database, {});

export const insertCheck = (database: StoreDatabase, check: Selectable<StoreChecksTable>): void => {
  execute(database, sqlite.insertInto('store_checks').values(check));
};
