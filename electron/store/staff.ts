import type { StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

export interface StaffRow {
  readonly id: StaffId;
  readonly name: string;
  readonly is_active: Flag;
}

const byId = hotQuery<{ id: StaffId }, StaffRow>(
  sqlite.selectFrom('staff').select(['id', 'name', 'is_active']).where('id', '=', parameter<StaffId>('id')),
);

export const findStaffById = (database: StoreDatabase, id: StaffId): StaffRow | undefined => byId.first(database, { id });

/** The people who work here, those at work first, then in the order in which they came. */
export const listStaff = (database: StoreDatabase, includeInactive: boolean): StaffRow[] => {
  const everyone = sqlite.selectFrom('staff').select(['id', 'name', 'is_active']).orderBy('is_active', 'desc').orderBy('id');
  return rows(database, includeInactive ? everyone : everyone.where('is_active', '=', 1));
};

export const insertStaff = (
  database: StoreDatabase,
  staff: { readonly id: StaffId; readonly name: string; readonly at: Instant },
): void => {
  const { id, name, at } = staff;
  execute(database, sqlite.insertInto('staff').values({ id, name, is_active: 1, created_at: at }));
};

/** Returns whether there was such a person. */
export const updateStaff = (
  database: StoreDatabase,
  id: StaffId,
  changes: { readonly name?: string; readonly is_active?: Flag },
): boolean => execute(database, sqlite.updateTable('staff').set(changes).where('id', '=', id)) > 0;
