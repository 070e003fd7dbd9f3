import type { z } from 'zod';

/**
 * Where an operation runs and what it may do.
 * query: store worker, reads. command: store worker, one transaction, writes. study: engine worker, reads at length, reports
 * progress, can be cancelled. gate: the gate itself (jobs, restore). shell: the window's main process (native dialogs).
 */
export type OperationKind = 'query' | 'command' | 'study' | 'gate' | 'shell';

/** What a session must hold to call an operation. Roles are mixtures of these (R192). */
export const permissions = [
  /** Standing before the lock screen, where nobody is known yet. */
  'session.sign_in',
  /** Anybody who has signed in: locking, one's own PIN. */
  'session.own',
  'customers.read',
  'customers.write',
  'customers.remove',
  /** Telephone numbers in full; without it 138****5678. */
  'customers.phones',
  /** One number in full, for a reason that is written down. */
  'customers.reveal',
  'intake.fill',
  /** Private groups of fields (X40): allergies' history and notes; income and education (R004); notes on staff. */
  'private.health',
  'private.income',
  'private.staff_notes',
  'customers.block',
  'visits.read',
  'visits.write',
  /** The diary: bookings, rosters as read, the queue and the waitlist (R049, X34). */
  'appointments.read',
  'appointments.write',
  'loyalty.write',
  'loyalty.adjust',
  /** Giving what somebody has stored to somebody else (X54). */
  'loyalty.transfer',
  'segments.read',
  'callbacks.write',
  'imports.run',
  'exports.run',
  'backups.create',
  'backups.restore',
  /** Standing before a locked store, where nobody is known yet. */
  'vault.unlock',
  'vault.manage',
  'products.write',
  'tags.write',
  'staff.write',
  /** Roles, and who has which. */
  'staff.permissions',
  'audit.read',
  /** Erasure, and everything about one person as a file (R190). */
  'privacy.manage',
  'settings.read',
  'settings.write',
] as const;
export type Permission = (typeof permissions)[number];

/** The kinds of entry in the audit log (R192). What a customer's own history shows already is not repeated there. */
export const auditKinds = [
  'value',
  'change',
  'export',
  'reveal',
  'deletion',
  'permission',
  'backup',
  'restore',
  'sign_in',
  'settings',
] as const;
export type AuditKind = (typeof auditKinds)[number];
/** Whether what an entry tells was done, was not permitted, or was tried in vain. */
export const auditOutcomes = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/**
 * Where personal data of an operation is masked for a session that may not see it: nowhere, for it gives none; in its answer, at the
 * gate; or in the file that it writes.
 */
export const maskings = ['none', 'answer', 'file'] as const;
export type Masking = (typeof maskings)[number];

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly permission: Permission;
  readonly audit: AuditKind | 'none';
  readonly masks: Masking;
  readonly input: Input;
  readonly output: Output;
}

const define =
  <Kind extends OperationKind>(kind: Kind) =>
  <Input extends z.ZodType, Output extends z.ZodType>(entry: {
    permission: Permission;
    audit: AuditKind | 'none';
    masks: Masking;
    input: Input;
    output: Output;
  }): Operation<Kind, Input, Output> => ({ kind, ...entry });

export const query = define('query');
export const command = define('command');
export const study = define('study');
export const gate = define('gate');
export const shell = define('shell');
