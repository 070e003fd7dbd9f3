import { z } from 'zod';
import { lostReasons, opportunityEvents, outcomes } from '../domain/opportunities/history.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  opportunityEventIdSchema,
  opportunityIdSchema,
  opportunityStageIdSchema,
  orderIdSchema,
  pageFields,
  pageOf,
  signedCentsSchema,
  staffIdSchema,
  visitIdSchema,
} from './values.ts';

/** So many stages are enough for a board that is read at a glance. */
export const MOST_STAGES = 12;

const probabilitySchema = z.int().min(0).max(100);
const stageSchema = z.object({
  id: opportunityStageIdSchema,
  name: plainText(z.string()),
  /** How many of a hundred that stand here are won. */
  probability: probabilitySchema,
  isArchived: z.boolean(),
});
const stageDefinitionSchema = stageSchema.extend({
  /** False while the shop uses the stages that every shop starts with. */
  isOwn: z.boolean(),
  /** Some opportunity stands here or has stood here. */
  isUsed: z.boolean(),
});
export type StageDefinition = z.output<typeof stageDefinitionSchema>;

/** Something a customer may come to buy (R054). */
const opportunitySchema = z.object({
  id: opportunityIdSchema,
  customer: z.object({ id: customerIdSchema, name: z.string() }),
  title: z.string(),
  /** What it may bring; null is not known yet. */
  amountCents: signedCentsSchema.nullable(),
  stage: z.object({ id: opportunityStageIdSchema, name: plainText(z.string()) }),
  nextStep: z.string().nullable(),
  nextStepOn: localDateSchema.nullable(),
  /** Who sees to it; null is nobody in particular. */
  staff: z.object({ id: staffIdSchema, name: z.string() }).nullable(),
  note: z.string().nullable(),
  openedOn: localDateSchema,
  outcome: z.enum(outcomes),
  closedOn: localDateSchema.nullable(),
  lostReason: z.enum(lostReasons).nullable(),
  lostWords: z.string().nullable(),
  /** What made a won one true, while that stands. */
  visit: z.object({ id: visitIdSchema, on: localDateSchema, totalCents: signedCentsSchema }).nullable(),
  order: z.object({ id: orderIdSchema, number: plainText(z.string()) }).nullable(),
});
export type Opportunity = z.output<typeof opportunitySchema>;

const eventSchema = z.object({
  id: opportunityEventIdSchema,
  at: instantSchema,
  event: z.enum(opportunityEvents),
  fromStage: plainText(z.string()).nullable(),
  stage: plainText(z.string()),
  staffName: z.string().nullable(),
});

const sums = { count: countSchema, totalCents: signedCentsSchema, weightedCents: signedCentsSchema };
const columnSchema = z.object({
  stage: stageSchema,
  ...sums,
  /** Those whose next step comes first; the others are in the list. */
  cards: z.array(opportunitySchema),
});
export type BoardColumn = z.output<typeof columnSchema>;

const ofOpportunity = { opportunityId: opportunityIdSchema };
const done = z.object({ eventId: opportunityEventIdSchema });
const optionalLine = (longest: number) => z.string().trim().max(longest).default('');
const stepFields = { nextStep: optionalLine(200), nextStepOn: localDateSchema.nullable().default(null) };
const saveFields = {
  customerId: customerIdSchema,
  title: lineSchema(100),
  amountCents: centsSchema.nullable().default(null),
  ...stepFields,
  staffId: staffIdSchema.nullable().default(null),
  note: noteSchema.default(''),
};
const stageFields = {
  name: lineSchema(30),
  probability: probabilitySchema,
  /** The how manieth of all, from 1; null leaves it, or puts a new one last. */
  place: z.int().min(1).nullable().default(null),
};

/** Which a list shows: open ones by their next step, those whose step is due, those won, those lost, or all of one customer. */
export const opportunityViews = ['open', 'due', 'won', 'lost'] as const;

/** What customers may come to buy, by stages that the shop defines (R054). */
export const opportunitiesContract = {
  /** The stages in their order. */
  stages: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ stages: z.array(stageDefinitionSchema) }),
  }),
  /** Makes a stage, or with `stageId` changes it. */
  saveStage: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ stageId: opportunityStageIdSchema.nullable().default(null), ...stageFields }),
    output: z.object({
      stageId: opportunityStageIdSchema,
      /** `opportunities.saveStage` with this takes a change back; null for a new stage. */
      before: z.object({ name: plainText(z.string()), probability: probabilitySchema, place: z.int().min(1) }).nullable(),
    }),
  }),
  /** Out of the choices, or back among them; what stands there stays. The last one cannot go. */
  archiveStage: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ stageId: opportunityStageIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Deletes a stage where nothing has ever stood. */
  removeStage: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ stageId: opportunityStageIdSchema }),
    output: emptySchema,
  }),
  /** Open ones by stage with their sums; the weighted sum is what may be expected by the chance of each stage. */
  board: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ staffId: staffIdSchema.nullable().default(null) }),
    output: z.object({ columns: z.array(columnSchema), ...sums }),
  }),
  /** Open ones by their next step, those without one last; closed ones latest first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...pageFields,
      view: z.enum(opportunityViews).default('open'),
      staffId: staffIdSchema.nullable().default(null),
      /** Of open ones, those at this stage. */
      stageId: opportunityStageIdSchema.nullable().default(null),
    }),
    output: pageOf(opportunitySchema),
  }),
  /** Everything of one customer: open ones first by their next step, then closed ones. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema, isOpenOnly: z.boolean().default(false) }),
    output: pageOf(opportunitySchema),
  }),
  /** How many are open, and of how many the next step is due. */
  counts: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema.nullable().default(null) }),
    output: z.object({ open: countSchema, due: countSchema }),
  }),
  findById: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(ofOpportunity),
    /** With its history, latest first, without what was taken back. */
    output: opportunitySchema.extend({ events: z.array(eventSchema) }),
  }),
  /** Writes one down, or with `opportunityId` changes what is written; its customer, stage and outcome stay. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      opportunityId: opportunityIdSchema.nullable().default(null),
      ...saveFields,
      /** Where a new one begins; null is the first stage. */
      stageId: opportunityStageIdSchema.nullable().default(null),
      /** The past day on which a new one came up; null is today. */
      openedOn: localDateSchema.nullable().default(null),
    }),
    output: z.object({
      opportunityId: opportunityIdSchema,
      /** `opportunities.save` with this takes a change back; null for a new one, which `opportunities.remove` takes back. */
      before: z.object({ ...ofOpportunity, ...saveFields }).nullable(),
    }),
  }),
  /** What is to be done next and when; empty is nothing. */
  setNextStep: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...ofOpportunity, ...stepFields }),
    output: z.object({ before: z.object(stepFields) }),
  }),
  /** Puts an open one to another stage, forward or back. `takeBack` undoes it, as it does the three below. */
  move: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofOpportunity, stageId: opportunityStageIdSchema }),
    output: done,
  }),
  /** The customer bought; the visit or the order that made it true may be named. */
  win: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      ...ofOpportunity,
      visitId: visitIdSchema.nullable().default(null),
      orderId: orderIdSchema.nullable().default(null),
    }),
    output: done,
  }),
  /** The customer did not buy, and why; `other` says it in words. */
  lose: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofOpportunity, reason: z.enum(lostReasons), words: optionalLine(200) }),
    output: done,
  }),
  /** A closed one is open again, at the stage where it stood. */
  reopen: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofOpportunity),
    output: done,
  }),
  /** Undoes the last change of stage or outcome by an entry that names it. */
  takeBack: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofOpportunity, eventId: opportunityEventIdSchema }),
    output: emptySchema,
  }),
  /** Takes away what was written by mistake. `restore` brings it back. */
  remove: command({
    permission: 'customers.write',
    audit: 'deletion',
    masks: 'none',
    input: z.strictObject(ofOpportunity),
    output: emptySchema,
  }),
  restore: command({
    permission: 'customers.write',
    audit: 'deletion',
    masks: 'none',
    input: z.strictObject(ofOpportunity),
    output: emptySchema,
  }),
};
