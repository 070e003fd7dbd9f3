import type { z } from 'zod';

/**
 * Where an operation runs and what it may do.
 * query: store worker, reads. command: store worker, one transaction, writes. study: engine worker, reads at length, reports
 * progress, can be cancelled. gate: the gate itself (jobs, restore). shell: the window's main process (native dialogs).
 */
export type OperationKind = 'query' | 'command' | 'study' | 'gate' | 'shell';

/** What a session must hold to call an operation. Roles are mixtures of these. */
export const permissions = [
  'customers.read',
  'customers.write',
  'customers.remove',
  'intake.fill',
  /** Income and education (R004). */
  'customers.sensitive',
  'customers.block',
  'visits.read',
  'visits.write',
  'loyalty.write',
  'loyalty.adjust',
  'segments.read',
  'callbacks.write',
  'imports.run',
  'exports.run',
  'backups.create',
  'backups.restore',
  'products.write',
  'tags.write',
  'staff.write',
  'settings.read',
  'settings.write',
] as const;
export type Permission = (typeof permissions)[number];

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
}

const define =
  <Kind extends OperationKind>(kind: Kind) =>
  <Input extends z.ZodType, Output extends z.ZodType>(entry: {
    permission: Permission;
    input: Input;
    output: Output;
  }): Operation<Kind, Input, Output> => ({ kind, ...entry });

export const query = define('query');
export const command = define('command');
export const study = define('study');
export const gate = define('gate');
export const shell = define('shell');
