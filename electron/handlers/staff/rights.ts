import type { Permission } from '../../../shared/contract/operation.ts';
import { basicPermissions, isBuiltInRole, permissionsOfRole } from '../../../shared/contract/roles.ts';
import type { RoleKey } from '../../../shared/contract/roles.ts';
import { AppError } from '../../../shared/errors.ts';
import type { StaffId } from '../../../shared/types/ids.ts';
import { listRoles } from '../../store/roles.ts';
import { findStaffById, listAccounts } from '../../store/staff.ts';
import type { StaffRow } from '../../store/staff.ts';
import type { StoreDatabase } from '../../store/database.ts';
import type { Actor } from '../context.ts';

/** What a role may do; a role that is gone may sign in and nothing more. */
export const permissionsOf = (database: StoreDatabase, role: RoleKey): readonly Permission[] =>
  isBuiltInRole(role)
    ? permissionsOfRole[role]
    : (listRoles(database).find(({ id }) => id === role)?.permissions ?? basicPermissions);

export const requireStaff = (database: StoreDatabase, id: StaffId): StaffRow => {
  const person = findStaffById(database, id);
  if (!person) throw new AppError('not_found', { what: 'staff' });
  return person;
};

/** Nobody grants what they do not hold (R192). */
export const requireHeld = (actor: Actor, granted: readonly Permission[]): void => {
  const missing = granted.find((permission) => !actor.permissions.includes(permission));
  if (missing !== undefined) throw new AppError('not_permitted', { permission: missing });
};

/**
 * Whoever decides roles may do so for all; a manager only for people who hold no more than a manager does and manage nobody: otherwise a new
 * PIN for the owner would make its giver the owner.
 */
export const requireCharge = (database: StoreDatabase, actor: Actor, role: RoleKey): void => {
  if (actor.permissions.includes('staff.permissions')) return;
  const held = permissionsOf(database, role);
  if (held.includes('staff.write')) throw new AppError('not_permitted', { permission: 'staff.permissions' });
  requireHeld(actor, held);
};

/** The shop always keeps an owner who can get in. Throws conflict last_owner when this person is the only one. */
export const requireOtherOwner = (database: StoreDatabase, person: StaffRow): void => {
  if (person.role !== 'owner' || person.is_active === 0 || person.pin_set_at === null) return;
  if (!listAccounts(database).some(({ id, role }) => role === 'owner' && id !== person.id))
    throw new AppError('conflict', { reason: 'last_owner' });
};
