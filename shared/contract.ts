import { z } from 'zod';
import { attachmentsContract } from './contract/attachments.ts';
import { backupsContract } from './contract/backups.ts';
import { bulkEditsContract } from './contract/bulkEdits.ts';
import { callbacksContract } from './contract/callbacks.ts';
import { careContract } from './contract/care.ts';
import { customerViewsContract } from './contract/customerViews.ts';
import { customersContract } from './contract/customers.ts';
import { customFieldsContract } from './contract/customFields.ts';
import { engineContract, jobsContract, shellContract } from './contract/engine.ts';
import { exportsContract } from './contract/exports.ts';
import { handoversContract } from './contract/handovers.ts';
import { importsContract } from './contract/imports.ts';
import { interestsContract } from './contract/interests.ts';
import { intakeContract } from './contract/intake.ts';
import { loyaltyContract } from './contract/loyalty.ts';
import { binContract } from './contract/bin.ts';
import { duplicatesContract } from './contract/duplicates.ts';
import { mergesContract } from './contract/merges.ts';
import type { Operation, OperationKind, Permission } from './contract/operation.ts';
import { productsContract } from './contract/products.ts';
import { safetyContract } from './contract/safety.ts';
import { recentsContract } from './contract/recents.ts';
import { segmentsContract } from './contract/segments.ts';
import { settingsContract } from './contract/settings.ts';
import { staffContract } from './contract/staff.ts';
import { tagsContract } from './contract/tags.ts';
import { thingsContract } from './contract/things.ts';
import { visitsContract } from './contract/visits.ts';
import { countSchema, jobIdSchema } from './contract/values.ts';

/**
 * THE list. Client, handlers, gate and documentation derive from it: an operation that is not here does not exist, and
 * one without a handler does not compile.
 */
export const contract = {
  customers: customersContract,
  care: careContract,
  intake: intakeContract,
  tags: tagsContract,
  customFields: customFieldsContract,
  handovers: handoversContract,
  customerViews: customerViewsContract,
  recents: recentsContract,
  bulkEdits: bulkEditsContract,
  products: productsContract,
  visits: visitsContract,
  things: thingsContract,
  interests: interestsContract,
  loyalty: loyaltyContract,
  segments: segmentsContract,
  callbacks: callbacksContract,
  staff: staffContract,
  safety: safetyContract,
  attachments: attachmentsContract,
  imports: importsContract,
  duplicates: duplicatesContract,
  bin: binContract,
  merges: mergesContract,
  exports: exportsContract,
  backups: backupsContract,
  settings: settingsContract,
  engine: engineContract,
  jobs: jobsContract,
  shell: shellContract,
};
export type Contract = typeof contract;
export type Area = keyof Contract;

/** 'customers.list', 'visits.record', ... */
export type OperationName = { [A in Area]: `${A}.${keyof Contract[A] & string}` }[Area];
export type OperationOf<Name extends OperationName> = Name extends `${infer A}.${infer O}`
  ? A extends Area
    ? O extends keyof Contract[A]
      ? Contract[A][O]
      : never
    : never
  : never;
type SchemaOf<Name extends OperationName, Side extends 'input' | 'output'> =
  OperationOf<Name> extends Record<Side, infer S extends z.ZodType> ? S : never;

/** What a caller passes: fields with a default may be absent. */
export type CallInput<Name extends OperationName> = z.input<SchemaOf<Name, 'input'>>;
/** What a handler receives, parsed and branded. */
export type HandlerInput<Name extends OperationName> = z.output<SchemaOf<Name, 'input'>>;
export type OutputOf<Name extends OperationName> = z.output<SchemaOf<Name, 'output'>>;
export type NamesOfKind<Kind extends OperationKind> = {
  [Name in OperationName]: OperationOf<Name> extends { kind: Kind } ? Name : never;
}[OperationName];

const entries: [string, Operation][] = Object.entries(contract).flatMap(([area, operations]) =>
  Object.entries<Operation>(operations).map(([name, operation]): [string, Operation] => [`${area}.${name}`, operation]),
);
/** Every operation by its full name. */
export const operations: ReadonlyMap<string, Operation> = new Map(entries);

/** What changed, so that exactly the queries that show it refetch. */
export const topics = [
  'customers',
  'care',
  'intake',
  'tags',
  'customFields',
  'customerViews',
  'recents',
  'bulkEdits',
  'visits',
  'things',
  'interests',
  'points',
  'products',
  'staff',
  'safety',
  'attachments',
  'segments',
  'callbacks',
  'imports',
  'merges',
  'exports',
  'backups',
  'settings',
  'store',
] as const;
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), topics: z.array(z.enum(topics)), customerIds: z.array(z.string()).nullable() }),
  z.object({
    type: z.literal('progress'),
    jobId: jobIdSchema,
    phase: z.string(),
    done: countSchema,
    total: countSchema.nullable(),
  }),
  z.object({ type: z.literal('storeRestarted') }),
]);
export type AppEvent = z.output<typeof eventSchema>;
export type Topic = (typeof topics)[number];

/** One operation in plain JSON: what `ops` prints. */
export interface OperationDescription {
  readonly name: string;
  readonly kind: OperationKind;
  readonly permission: Permission;
  readonly input: unknown;
  readonly output: unknown;
}

/** The whole contract with inputs and outputs as JSON Schema (draft 2020-12). */
export const describeContract = (): OperationDescription[] =>
  [...operations].map(([name, { kind, permission, input, output }]) => ({
    name,
    kind,
    permission,
    input: z.toJSONSchema(input, { io: 'input' }),
    output: z.toJSONSchema(output, { io: 'input' }),
  }));
