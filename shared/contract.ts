import { z } from 'zod';
import { advocatesContract } from './contract/advocates.ts';
import { appointmentsContract } from './contract/appointments.ts';
import { attachmentsContract } from './contract/attachments.ts';
import { auditContract } from './contract/audit.ts';
import { backupsContract } from './contract/backups.ts';
import { bulkEditsContract } from './contract/bulkEdits.ts';
import { callbacksContract } from './contract/callbacks.ts';
import { careContract } from './contract/care.ts';
import { couponsContract } from './contract/coupons.ts';
import { sampleSetsContract } from './contract/sampleSets.ts';
import { giftsContract } from './contract/gifts.ts';
import { keptGoodsContract } from './contract/keptGoods.ts';
import { membershipsContract } from './contract/memberships.ts';
import { stampsContract } from './contract/stamps.ts';
import { valueCardsContract } from './contract/valueCards.ts';
import { rewardsContract } from './contract/rewards.ts';
import { customerViewsContract } from './contract/customerViews.ts';
import { customersContract } from './contract/customers.ts';
import { countCardsContract } from './contract/countCards.ts';
import { customFieldsContract } from './contract/customFields.ts';
import { engineContract, jobsContract, shellContract } from './contract/engine.ts';
import { exportsContract } from './contract/exports.ts';
import { forecastContract } from './contract/forecast.ts';
import { movementContract } from './contract/movement.ts';
import { handoversContract } from './contract/handovers.ts';
import { importsContract } from './contract/imports.ts';
import { interestsContract } from './contract/interests.ts';
import { incidentsContract } from './contract/incidents.ts';
import { intakeContract } from './contract/intake.ts';
import { loyaltyContract } from './contract/loyalty.ts';
import { binContract } from './contract/bin.ts';
import { inactiveContract } from './contract/inactive.ts';
import { deferralsContract } from './contract/deferrals.ts';
import { duplicatesContract } from './contract/duplicates.ts';
import { measurementsContract } from './contract/measurements.ts';
import { mergesContract } from './contract/merges.ts';
import { commissionsContract } from './contract/commissions.ts';
import { earningRulesContract } from './contract/earningRules.ts';
import { riskContract } from './contract/risk.ts';
import { ownSegmentsContract } from './contract/ownSegments.ts';
import { reminderRulesContract } from './contract/reminderRules.ts';
import { tiersContract } from './contract/tiers.ts';
import { opportunitiesContract } from './contract/opportunities.ts';
import { ordersContract } from './contract/orders.ts';
import type { Masking, Operation, OperationKind, Permission } from './contract/operation.ts';
import { parkedVisitsContract } from './contract/parkedVisits.ts';
import { pointsFilesContract } from './contract/pointsFiles.ts';
import { privacyContract } from './contract/privacy.ts';
import { printingContract } from './contract/printing.ts';
import { productsContract } from './contract/products.ts';
import { serviceRecordsContract } from './contract/serviceRecords.ts';
import { signedFormsContract } from './contract/signedForms.ts';
import { safetyContract } from './contract/safety.ts';
import { queueContract } from './contract/queue.ts';
import { recentsContract } from './contract/recents.ts';
import { referralsContract } from './contract/referrals.ts';
import { rescueContract } from './contract/rescue.ts';
import { rostersContract } from './contract/rosters.ts';
import { spendingPinsContract } from './contract/spendingPins.ts';
import { sharersContract } from './contract/sharers.ts';
import { memberCardsContract } from './contract/memberCards.ts';
import { segmentsContract } from './contract/segments.ts';
import { settingsContract } from './contract/settings.ts';
import { creditContract } from './contract/credit.ts';
import { storedValueContract } from './contract/storedValue.ts';
import { staffContract } from './contract/staff.ts';
import { tagsContract } from './contract/tags.ts';
import { tasksContract } from './contract/tasks.ts';
import { thingsContract } from './contract/things.ts';
import { vaultContract } from './contract/vault.ts';
import { visitsContract } from './contract/visits.ts';
import { waitlistContract } from './contract/waitlist.ts';
import { countSchema, jobIdSchema } from './contract/values.ts';
import { appErrorCodes } from './errors.ts';

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
  orders: ordersContract,
  appointments: appointmentsContract,
  rosters: rostersContract,
  queue: queueContract,
  waitlist: waitlistContract,
  parkedVisits: parkedVisitsContract,
  deferrals: deferralsContract,
  things: thingsContract,
  interests: interestsContract,
  serviceRecords: serviceRecordsContract,
  signedForms: signedFormsContract,
  printing: printingContract,
  measurements: measurementsContract,
  incidents: incidentsContract,
  tasks: tasksContract,
  opportunities: opportunitiesContract,
  earningRules: earningRulesContract,
  ownSegments: ownSegmentsContract,
  risk: riskContract,
  reminderRules: reminderRulesContract,
  commissions: commissionsContract,
  tiers: tiersContract,
  loyalty: loyaltyContract,
  pointsFiles: pointsFilesContract,
  countCards: countCardsContract,
  storedValue: storedValueContract,
  credit: creditContract,
  spendingPins: spendingPinsContract,
  memberCards: memberCardsContract,
  sharers: sharersContract,
  coupons: couponsContract,
  referrals: referralsContract,
  advocates: advocatesContract,
  rewards: rewardsContract,
  gifts: giftsContract,
  sampleSets: sampleSetsContract,
  keptGoods: keptGoodsContract,
  stamps: stampsContract,
  memberships: membershipsContract,
  valueCards: valueCardsContract,
  segments: segmentsContract,
  movement: movementContract,
  forecast: forecastContract,
  callbacks: callbacksContract,
  staff: staffContract,
  safety: safetyContract,
  attachments: attachmentsContract,
  imports: importsContract,
  duplicates: duplicatesContract,
  bin: binContract,
  merges: mergesContract,
  inactive: inactiveContract,
  exports: exportsContract,
  audit: auditContract,
  backups: backupsContract,
  vault: vaultContract,
  rescue: rescueContract,
  settings: settingsContract,
  privacy: privacyContract,
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
  'orders',
  'appointments',
  'parkedVisits',
  'deferrals',
  'things',
  'interests',
  'serviceRecords',
  'signedForms',
  'measurements',
  'incidents',
  'tasks',
  'opportunities',
  'points',
  'countCards',
  'storedValue',
  'credit',
  'coupons',
  'referrals',
  'advocates',
  'rewards',
  'gifts',
  'commissions',
  'keptGoods',
  'stamps',
  'memberships',
  'valueCards',
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
  'privacy',
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
  /** Somebody sat down at a desk, left it, or was locked out. */
  z.object({ type: z.literal('seatChanged') }),
  /** The program is being closed and makes its backup first; failed, it waits for a word from the person. */
  z.object({
    type: z.literal('closing'),
    jobId: jobIdSchema,
    state: z.enum(['working', 'done', 'failed']),
    error: z.object({ code: z.enum(appErrorCodes), details: z.record(z.string(), z.unknown()) }).nullable(),
  }),
]);
export type AppEvent = z.output<typeof eventSchema>;
export type Topic = (typeof topics)[number];

/** One operation in plain JSON: what `ops` prints. */
export interface OperationDescription {
  readonly name: string;
  readonly kind: OperationKind;
  readonly permission: Permission;
  readonly audit: Operation['audit'];
  readonly masks: Masking;
  readonly input: unknown;
  readonly output: unknown;
}

/** The whole contract with inputs and outputs as JSON Schema (draft 2020-12). */
export const describeContract = (): OperationDescription[] =>
  [...operations].map(([name, { kind, permission, audit, masks, input, output }]) => ({
    name,
    kind,
    permission,
    audit,
    masks,
    input: z.toJSONSchema(input, { io: 'input' }),
    output: z.toJSONSchema(output, { io: 'input' }),
  }));
