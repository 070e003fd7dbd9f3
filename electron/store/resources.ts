import type { Resource } from '../../shared/contract/appointments.ts';
import type { ResourceId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** Rooms, beds and chairs, those in use first, then in the order in which they were added. */
export const listResources = (database: StoreDatabase, includeInactive: boolean): Resource[] => {
  const all = sqlite
    .selectFrom('resources')
    .select(['id', 'name', 'kind', 'is_active'])
    .orderBy('is_active', 'desc')
    .orderBy('id');
  return rows(database, includeInactive ? all : all.where('is_active', '=', 1)).map(({ is_active, ...resource }) => ({
    ...resource,
    isActive: is_active === 1,
  }));
};

export const isResourceKnown = (database: StoreDatabase, id: ResourceId): boolean =>
  firstRow(database, sqlite.selectFrom('resources').select('id').where('id', '=', id)) !== undefined;

export const findResourceByName = (database: StoreDatabase, name: string): ResourceId | undefined =>
  firstRow(database, sqlite.selectFrom('resources').select('id').where('name', '=', name))?.id;

/** Writes a new one, or changes the one of this id. */
export const saveResource = (database: StoreDatabase, { id, name, kind, isActive }: Resource, at: Instant): void => {
  const row = { name, kind, is_active: isActive ? (1 as const) : (0 as const) };
  execute(
    database,
    sqlite
      .insertInto('resources')
      .values({ id, ...row, created_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
};
