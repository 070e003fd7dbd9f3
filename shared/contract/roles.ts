import type { RoleId } from '../types/ids.ts';
import { permissions } from './operation.ts';
import type { Permission } from './operation.ts';

/** The roles that every shop has; it may add mixtures of its own (R192). */
export const builtInRoles = ['owner', 'manager', 'clerk'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];
/** What a person's role is called in the store: a built-in one, or the id of a mixture of the shop's own. */
export type RoleKey = BuiltInRole | RoleId;
export const isBuiltInRole = (role: RoleKey): role is BuiltInRole => builtInRoles.some((known) => known === role);

/** What everybody may who can sign in at all: a role without these could not even lock the screen. */
export const basicPermissions: readonly Permission[] = ['session.sign_in', 'session.own', 'vault.unlock'];

/** What only the owner decides: who may do what, the key of the store, going back to a backup. */
const ownersOwn: readonly Permission[] = ['staff.permissions', 'vault.manage', 'backups.restore', 'privacy.manage'];

/** The day at the desk: people, visits, the diary, points within the rules, calls. Numbers one at a time, each with its reason. */
const clerkPermissions: readonly Permission[] = [
  'session.sign_in',
  'session.own',
  'customers.read',
  'customers.write',
  'customers.reveal',
  'intake.fill',
  'visits.read',
  'visits.write',
  'appointments.read',
  'appointments.write',
  'loyalty.write',
  'segments.read',
  'callbacks.write',
  'backups.create',
  'vault.unlock',
];

/** What each built-in role may do. Written here and not in the store, so that a new right of a new version reaches it. */
export const permissionsOfRole: Readonly<Record<BuiltInRole, readonly Permission[]>> = {
  owner: permissions,
  manager: permissions.filter((permission) => !ownersOwn.includes(permission)),
  clerk: clerkPermissions,
};
