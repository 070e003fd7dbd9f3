import { permissions } from '../../shared/contract/operation.ts';
import type { Permission } from '../../shared/contract/operation.ts';
import type { RoleId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** A mixture of rights of the shop's own. */
export interface OwnRole {
  readonly id: RoleId;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** Rights that this version knows: one of a newer version, restored here, grants nothing. */
const knownOf = (text: string): Permission[] => {
  const names: unknown = JSON.parse(text);
  return Array.isArray(names) ? permissions.filter((permission) => names.includes(permission)) : [];
};

export const listRoles = (database: StoreDatabase): OwnRole[] =>
  rows(database, sqlite.selectFrom('roles').select(['id', 'name', 'permissions']).orderBy('id')).map((row) => ({
    ...row,
    permissions: knownOf(row.permissions),
  }));

/** Makes a role, or writes over the one with this id. */
export const saveRole = (database: StoreDatabase, { id, name, permissions: rights }: OwnRole, at: Instant): void => {
  const row = { name, permissions: JSON.stringify(rights), changed_at: at };
  execute(
    database,
    sqlite
      .insertInto('roles')
      .values({ id, ...row, created_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
};

export const removeRole = (database: StoreDatabase, id: RoleId): boolean =>
  execute(database, sqlite.deleteFrom('roles').where('id', '=', id)) > 0;

/** Everybody, gone people too, who has a role. */
export const hasStaffWithRole = (database: StoreDatabase, id: RoleId): boolean =>
  rows(database, sqlite.selectFrom('staff').select('id').where('role', '=', id).limit(1)).length > 0;
