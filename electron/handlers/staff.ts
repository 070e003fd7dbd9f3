import { operations } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { basicPermissions, builtInRoles, isBuiltInRole, permissionsOfRole } from '../../shared/contract/roles.ts';
import type { RoleKey } from '../../shared/contract/roles.ts';
import { AppError } from '../../shared/errors.ts';
import { roleId as toRoleId, staffId as toStaffId } from '../../shared/types/ids.ts';
import type { RoleId } from '../../shared/types/ids.ts';
import type { StoreDatabase } from '../store/database.ts';
import { hasStaffWithRole, listRoles, removeRole, saveRole } from '../store/roles.ts';
import { insertStaff, listAccounts, listStaff, removePin, setPin, updateStaff } from '../store/staff.ts';
import { staffNotes } from './staff/notes.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { permissionsOf, requireCharge, requireHeld, requireOtherOwner, requireStaff } from './staff/rights.ts';

/** The rows of the matrix, in the contract's order. What no operation asks for opens fields of an answer (masking). */
const rights = permissions.map((permission) => ({
  permission,
  operations: [...operations.values()].filter((operation) => operation.permission === permission).length,
  isEverybodys: basicPermissions.includes(permission),
}));

const requireRole = (database: StoreDatabase, role: RoleKey): void => {
  if (!isBuiltInRole(role) && !listRoles(database).some(({ id }) => id === role))
    throw new AppError('not_found', { what: 'role' });
};

/** Any other role than the clerk's is the owner's to give. */
const requireGrant = ({ database, actor }: StoreContext, role: RoleKey): void => {
  requireRole(database, role);
  if (role !== 'clerk' && !actor.permissions.includes('staff.permissions'))
    throw new AppError('not_permitted', { permission: 'staff.permissions' });
  requireHeld(actor, permissionsOf(database, role));
};

/** A role as the log calls it: a mixture by its name of the day, for it may be gone when the log is read. */
const roleWord = (database: StoreDatabase, role: RoleKey): string =>
  isBuiltInRole(role) ? role : (listRoles(database).find(({ id }) => id === role)?.name ?? role);

const saveOwnRole = (
  context: StoreContext,
  role: { readonly id: RoleId | null; readonly name: string; readonly wanted: readonly string[] },
): RoleId => {
  const { database, actor } = context;
  const roles = listRoles(database);
  if (role.id !== null && !roles.some(({ id }) => id === role.id)) throw new AppError('not_found', { what: 'role' });
  if (roles.some(({ id, name }) => name === role.name && id !== role.id))
    throw new AppError('conflict', { reason: 'role_taken' });
  // In the contract's order, each once, whatever order they came in.
  const chosen = permissions.filter((permission) => role.wanted.includes(permission) || basicPermissions.includes(permission));
  requireHeld(actor, chosen);
  const id = role.id ?? toRoleId(context.newId());
  const former = roles.find((one) => one.id === role.id);
  const held = former?.permissions ?? [];
  context.audited({
    roleName: role.name,
    ...(former !== undefined && former.name !== role.name && { before: { name: former.name }, after: { name: role.name } }),
    given: chosen.filter((permission) => !held.includes(permission)),
    taken: held.filter((permission) => !chosen.includes(permission)),
  });
  saveRole(database, { id, name: role.name, permissions: chosen }, context.now());
  context.changed(['staff'], []);
  return id;
};

export const staffHandlers: HandlersOf<'staff'> = {
  ...staffNotes,
  'staff.list': ({ database }, input) => ({
    staff: listStaff(database, input.includeInactive).map(({ id, name, is_active, role, pin_set_at, left_on }) => ({
      id,
      name,
      isActive: is_active === 1,
      role,
      hasPin: pin_set_at !== null,
      leftOn: left_on,
    })),
  }),
  'staff.create': (context, { name, role }) => {
    requireGrant(context, role);
    const staffId = toStaffId(context.newId());
    insertStaff(context.database, { id: staffId, name, role, at: context.now() });
    context.audited({ after: { role: roleWord(context.database, role) } });
    context.changed(['staff'], []);
    return { staffId };
  },
  'staff.update': (context, { staffId, name, isActive }) => {
    const { database, actor } = context;
    const person = requireStaff(database, staffId);
    requireCharge(database, actor, person.role);
    if (isActive === false) requireOtherOwner(database, person);
    const changes = {
      ...(name !== undefined && { name }),
      ...(isActive === true && { is_active: 1 as const, left_on: null }),
      ...(isActive === false && { is_active: 0 as const, left_on: person.left_on ?? context.today() }),
    };
    if (Object.keys(changes).length === 0) return {};
    updateStaff(database, staffId, changes);
    context.audited({
      before: { name: person.name, isActive: person.is_active === 1 },
      after: { name: name ?? person.name, isActive: isActive ?? person.is_active === 1 },
    });
    context.changed(['staff'], []);
    return {};
  },
  'staff.setRole': (context, { staffId, role }) => {
    const { database, actor } = context;
    const person = requireStaff(database, staffId);
    requireRole(database, role);
    requireHeld(actor, permissionsOf(database, person.role));
    requireHeld(actor, permissionsOf(database, role));
    if (role !== 'owner') requireOtherOwner(database, person);
    updateStaff(database, staffId, { role });
    context.audited({ before: { role: roleWord(database, person.role) }, after: { role: roleWord(database, role) } });
    context.changed(['staff'], []);
    return { before: person.role };
  },
  'staff.setPin': (context, { staffId, pin }) => {
    const { database, actor } = context;
    const person = requireStaff(database, staffId);
    requireCharge(database, actor, person.role);
    if (person.is_active === 0) throw new AppError('conflict', { reason: 'staff_left' });
    if (person.role !== 'owner' && !listAccounts(database).some(({ role }) => role === 'owner'))
      throw new AppError('conflict', { reason: 'owner_first' });
    setPin(database, staffId, pin, context.now());
    context.changed(['staff'], []);
    return {};
  },
  'staff.removePin': (context, { staffId }) => {
    const { database, actor } = context;
    const person = requireStaff(database, staffId);
    requireCharge(database, actor, person.role);
    requireOtherOwner(database, person);
    removePin(database, staffId);
    context.changed(['staff'], []);
    return {};
  },
  'staff.roles': ({ database }) => {
    const atWork = listStaff(database, false);
    const countOf = (role: RoleKey): number => atWork.filter((person) => person.role === role).length;
    return {
      roles: [
        ...builtInRoles.map((role) => ({ role, name: null, permissions: [...permissionsOfRole[role]], staff: countOf(role) })),
        ...listRoles(database).map(({ id, name, permissions: held }) => ({
          role: id,
          name,
          permissions: [...held],
          staff: countOf(id),
        })),
      ],
      rights,
    };
  },
  'staff.saveRole': (context, { roleId, name, permissions: wanted }) => ({
    roleId: saveOwnRole(context, { id: roleId, name, wanted }),
  }),
  'staff.removeRole': (context, { roleId }) => {
    const { database } = context;
    if (hasStaffWithRole(database, roleId)) throw new AppError('conflict', { reason: 'role_in_use' });
    const former = listRoles(database).find(({ id }) => id === roleId);
    if (!removeRole(database, roleId)) throw new AppError('not_found', { what: 'role' });
    if (former !== undefined) context.audited({ roleName: former.name, taken: [...former.permissions] });
    context.changed(['staff'], []);
    return {};
  },
};
