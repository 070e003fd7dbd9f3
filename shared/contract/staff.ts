import { z } from 'zod';
import { plainText, privateTo } from './masking.ts';
import { pinProblem } from '../domain/staff/pin.ts';
import { command, gate, permissions, query } from './operation.ts';
import { builtInRoles } from './roles.ts';
import { countSchema, emptySchema, lineSchema, localDateSchema, roleIdSchema, staffIdSchema } from './values.ts';
import { recoveryWordsSchema } from './vault.ts';

const permissionSchema = z.enum(permissions);
/** A built-in role, or one of the shop's own. */
export const roleKeySchema = z.union([z.enum(builtInRoles), roleIdSchema]);

/** What is typed at the lock screen: whatever it is, it is compared and nothing more. */
const typedPinSchema = z.string().min(1).max(20);
/** A PIN to be kept: issues pin_not_digits, pin_trivial. */
const newPinSchema = z.string().superRefine((pin, context) => {
  const problem = pinProblem(pin);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

export const staffSchema = z.object({
  id: staffIdSchema,
  name: plainText(z.string()),
  isActive: z.boolean(),
  role: roleKeySchema,
  /** Without one a person is only a name on visits. */
  hasPin: z.boolean(),
  leftOn: localDateSchema.nullable(),
});

export const roleSchema = z.object({
  role: roleKeySchema,
  /** Null for the built-in ones, which the screen names in its own language. */
  name: plainText(z.string()).nullable(),
  permissions: z.array(permissionSchema),
  /** People at work who have it. */
  staff: countSchema,
});

/** A right that operations of the contract ask for. */
const rightSchema = z.object({
  permission: permissionSchema,
  /** How many operations ask for it. */
  operations: countSchema,
  /** No role is without it. */
  isEverybodys: z.boolean(),
});

const personAtDoorSchema = z.object({
  staffId: staffIdSchema,
  name: plainText(z.string()),
  role: roleKeySchema,
  /** The name of a role of the shop's own. */
  roleName: plainText(z.string()).nullable(),
  /** Seconds of this program running until the next try; 0 is now (S5). */
  waitSeconds: countSchema,
});

/** Who sits at the desk that asks, and who could. */
export const sessionSchema = z.object({
  /** Null where nobody has signed in: the desk is locked, or the shop has no accounts yet. */
  staff: personAtDoorSchema.omit({ waitSeconds: true }).nullable(),
  isLocked: z.boolean(),
  /** Whether anybody has a PIN; until then the desk is the owner's. */
  hasAccounts: z.boolean(),
  permissions: z.array(permissionSchema),
  people: z.array(personAtDoorSchema),
  /** Whether the owner is still to be welcomed: a shop without people and accounts that never said "later". */
  isFirstStart: z.boolean(),
  /** Which words let the owner back in: those of the locked store, those of a sheet of its own, or none. */
  recovery: z.enum(['vault', 'sheet', 'none']),
  /** What the lock screen needs of the settings, which nobody may read yet. */
  shopName: plainText(z.string()),
  /** Minutes nobody touches the desk until it locks itself; 0 is never. */
  autoLockMinutes: countSchema,
  language: z.enum(['zh-CN', 'en']),
  colorScheme: z.enum(['light', 'dark', 'auto']),
});

const staffNoteSchema = privateTo('private.staff_notes', z.string().trim().max(2000).nullable(), null);

/** People who work here, their roles, and who sits at the desk (R192). */
export const staffContract = {
  /** What managers wrote down about somebody who works here (X40). Errors: not_found. */
  note: query({
    permission: 'private.staff_notes',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ staffId: staffIdSchema }),
    output: z.object({ note: staffNoteSchema }),
  }),
  /** `staff.saveNote` with `before` takes it back. Errors: not_found. */
  saveNote: command({
    permission: 'private.staff_notes',
    audit: 'change',
    masks: 'answer',
    input: z.strictObject({ staffId: staffIdSchema, note: z.string().trim().max(2000) }),
    output: z.object({ before: staffNoteSchema }),
  }),
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeInactive: z.boolean().default(false) }),
    output: z.object({ staff: z.array(staffSchema) }),
  }),
  /** Any other role than the clerk's needs staff.permissions. Errors: not_permitted, not_found. */
  create: command({
    permission: 'staff.write',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ name: lineSchema(40), role: roleKeySchema.default('clerk') }),
    output: z.object({ staffId: staffIdSchema }),
  }),
  /** Leaving takes access away at once, and history stays. Errors: not_found, not_permitted, conflict (last_owner). */
  update: command({
    permission: 'staff.write',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema, name: lineSchema(40).optional(), isActive: z.boolean().optional() }),
    output: emptySchema,
  }),
  /** Nobody grants what they do not hold. Errors: not_found, not_permitted, conflict (last_owner). */
  setRole: command({
    permission: 'staff.permissions',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema, role: roleKeySchema }),
    output: z.object({ before: roleKeySchema }),
  }),
  /** The first PIN of a shop is the owner's. Errors: not_found, not_permitted, conflict (owner_first, staff_left). */
  setPin: command({
    permission: 'staff.write',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema, pin: newPinSchema }),
    output: emptySchema,
  }),
  /** Back to a mere name. Errors: not_found, not_permitted, conflict (last_owner). */
  removePin: command({
    permission: 'staff.write',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema }),
    output: emptySchema,
  }),
  roles: query({
    permission: 'session.own',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ roles: z.array(roleSchema), rights: z.array(rightSchema) }),
  }),
  /** Makes a mixture, or changes one: everybody who has it follows at once. Errors: not_found, not_permitted, conflict (role_taken). */
  saveRole: command({
    permission: 'staff.permissions',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({
      roleId: roleIdSchema.nullable().default(null),
      name: lineSchema(20),
      permissions: z.array(permissionSchema).max(permissions.length),
    }),
    output: z.object({ roleId: roleIdSchema }),
  }),
  /** Errors: not_found, conflict (role_in_use). */
  removeRole: command({
    permission: 'staff.permissions',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ roleId: roleIdSchema }),
    output: emptySchema,
  }),

  /** Who sits at this desk. */
  session: gate({
    permission: 'session.sign_in',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: sessionSchema,
  }),
  /** Errors: pin_wrong, pin_wait, not_found, conflict (no_seat). */
  signIn: gate({
    permission: 'session.sign_in',
    audit: 'sign_in',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema, pin: typedPinSchema }),
    output: sessionSchema,
  }),
  lock: gate({ permission: 'session.own', audit: 'none', masks: 'none', input: emptySchema, output: emptySchema }),
  /** Somebody is at the keyboard: the desk does not lock itself yet. */
  touch: gate({ permission: 'session.own', audit: 'none', masks: 'none', input: emptySchema, output: emptySchema }),
  /** Errors: pin_wrong, pin_wait, conflict (no_seat). */
  changeOwnPin: gate({
    permission: 'session.own',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ pin: typedPinSchema, newPin: newPinSchema }),
    output: emptySchema,
  }),
  /**
   * The first account: the owner, who from now on signs in. Where the store lies in the clear, the words for a forgotten PIN come along,
   * shown this once; where it is locked, its own code does that. Errors: not_found, conflict (has_accounts).
   */
  makeOwner: gate({
    permission: 'staff.permissions',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ name: lineSchema(40), staffId: staffIdSchema.nullable().default(null), pin: newPinSchema }),
    output: z.object({ staffId: staffIdSchema, words: recoveryWordsSchema.nullable() }),
  }),
  /** "Later": the desk stays open to whoever sits there, and the welcome does not come back. */
  skipWelcome: gate({
    permission: 'staff.permissions',
    audit: 'permission',
    masks: 'none',
    input: emptySchema,
    output: emptySchema,
  }),
  /** A new PIN for an owner by the twelve words. Errors: key_wrong, not_found, conflict (no_seat). */
  resetOwnerPin: gate({
    permission: 'session.sign_in',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema, code: z.string().min(1).max(400), pin: newPinSchema }),
    output: sessionSchema,
  }),
  /** New words for a store in the clear; the old ones are worth nothing from then on. Errors: conflict (store_encrypted). */
  renewRecoveryCode: gate({
    permission: 'staff.permissions',
    audit: 'permission',
    masks: 'none',
    input: emptySchema,
    output: recoveryWordsSchema,
  }),
};
