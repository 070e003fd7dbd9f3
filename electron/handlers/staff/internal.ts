import type { Permission } from '../../../shared/contract/operation.ts';
import { isBuiltInRole } from '../../../shared/contract/roles.ts';
import type { RoleKey } from '../../../shared/contract/roles.ts';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { AppError } from '../../../shared/errors.ts';
import { staffId as toStaffId } from '../../../shared/types/ids.ts';
import type { StaffId } from '../../../shared/types/ids.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { exchangeAttempts } from '../../files/attemptsFile.ts';
import { hasCustomers, isRecoveryCode, readOwnerAccess, setRecoveryCode, settleWelcome } from '../../store/ownerAccess.ts';
import { listRoles } from '../../store/roles.ts';
import { insertStaff, isPinOf, listAccounts, setPin, updateStaff } from '../../store/staff.ts';
import type { StoreContext } from '../context.ts';
import { permissionsOf, requireStaff } from './rights.ts';

/** Somebody who can sign in. */
interface Account {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: RoleKey;
  readonly roleName: string | null;
  readonly permissions: readonly Permission[];
  /** Changes with every new PIN. */
  readonly pinSetAt: Instant;
}

/** What the gate knows of the people who may sit at its desks. */
interface Access {
  readonly accounts: readonly Account[];
  readonly hasCustomers: boolean;
  readonly hasRecoveryCode: boolean;
  readonly isWelcomeSettled: boolean;
  readonly settings: Pick<ShopSettings, 'autoLockMinutes' | 'shopName' | 'language' | 'colorScheme'>;
}

/** What the gate asks the store of staff. PINs and codes come in; neither they nor their hashes go out. */
export interface StaffCommands {
  'staff.access': { input: null; output: Access };
  'staff.provePin': { input: { staffId: StaffId; pin: string }; output: { isRight: boolean } };
  'staff.keepPin': { input: { staffId: StaffId; pin: string }; output: null };
  'staff.keepOwner': {
    input: { name: string; staffId: StaffId | null; pin: string; code: string | null };
    output: { staffId: StaffId };
  };
  'staff.settleWelcome': { input: null; output: null };
  'staff.proveRecoveryCode': { input: { code: string }; output: { isRight: boolean } };
  /** Null keeps none: the store was locked, and its own code has taken over. */
  'staff.keepRecoveryCode': { input: { code: string | null }; output: null };
  /** The count of wrong PINs beside the store, as text: false when another program has counted since `before` was read (S5). */
  'staff.exchangeAttempts': { input: { before: string | null; next: string }; output: boolean };
}

const access = ({ database, settings }: StoreContext): Access => {
  const roles = new Map(listRoles(database).map((role) => [role.id, role]));
  const { autoLockMinutes, shopName, language, colorScheme } = settings();
  return {
    accounts: listAccounts(database).map(({ id, name, role, pin_set_at }) => ({
      staffId: id,
      name,
      role,
      roleName: isBuiltInRole(role) ? null : (roles.get(role)?.name ?? null),
      permissions: permissionsOf(database, role),
      pinSetAt: pin_set_at,
    })),
    hasCustomers: hasCustomers(database),
    ...readOwnerAccess(database),
    settings: { autoLockMinutes, shopName, language, colorScheme },
  };
};

const makeOwner = (context: StoreContext, input: StaffCommands['staff.keepOwner']['input']): { staffId: StaffId } => {
  const { database } = context;
  if (listAccounts(database).length > 0) throw new AppError('conflict', { reason: 'has_accounts' });
  const at = context.now();
  const staffId = input.staffId ?? toStaffId(context.newId());
  if (input.staffId === null) insertStaff(database, { id: staffId, name: input.name, role: 'owner', at });
  else {
    requireStaff(database, staffId);
    updateStaff(database, staffId, { name: input.name, role: 'owner', is_active: 1, left_on: null });
  }
  setPin(database, staffId, input.pin, at);
  if (input.code !== null) setRecoveryCode(database, input.code, at);
  settleWelcome(database, at);
  context.changed(['staff'], []);
  return { staffId };
};

export const staffInternal: {
  readonly [Name in keyof StaffCommands]: (
    context: StoreContext,
    input: StaffCommands[Name]['input'],
  ) => StaffCommands[Name]['output'];
} = {
  'staff.access': access,
  'staff.provePin': ({ database }, { staffId, pin }) => ({ isRight: isPinOf(database, staffId, pin) }),
  'staff.keepPin': (context, { staffId, pin }) => {
    requireStaff(context.database, staffId);
    setPin(context.database, staffId, pin, context.now());
    context.changed(['staff'], []);
    return null;
  },
  'staff.keepOwner': makeOwner,
  'staff.settleWelcome': (context) => {
    settleWelcome(context.database, context.now());
    context.changed(['staff'], []);
    return null;
  },
  'staff.proveRecoveryCode': ({ database }, { code }) => ({ isRight: isRecoveryCode(database, code) }),
  'staff.keepRecoveryCode': (context, { code }) => {
    setRecoveryCode(context.database, code, context.now());
    context.changed(['staff'], []);
    return null;
  },
  'staff.exchangeAttempts': ({ database }, { before, next }) => exchangeAttempts(database.connection.name, before, next),
};
