import { z } from 'zod';
import { genderSchema } from './customers.ts';
import { channelSchema, customerNumberSchema } from './values.ts';
import { intakeFieldSchema } from './intakeFields.ts';
import { contactValue, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  intakeIdSchema,
  localDateSchema,
  pageFields,
  pageOf,
  partialDateSchema,
  proposalIdSchema,
} from './values.ts';

const text = (longest: number) => z.string().trim().max(longest).nullable();

/** What a customer types about themselves: the same lengths as the shop's own form; empty fields say nothing. */
const typedFields = {
  name: text(60),
  gender: genderSchema.nullable(),
  phone: contactValue(z.string().trim().max(40)).nullable(),
  wechat: contactValue(z.string().trim().max(60)).nullable(),
  email: contactValue(z.string().trim().max(120)).nullable(),
  birthday: partialDateSchema.nullable(),
  region: text(60),
  preferredChannel: channelSchema.nullable(),
  likes: text(500),
  /** May the shop write to them. */
  consent: z.boolean(),
};
export const typedDetailsSchema = z.strictObject(typedFields).partial();
export type TypedDetails = z.output<typeof typedDetailsSchema>;

export const proposalSchema = z.object({
  id: proposalIdSchema,
  at: instantSchema,
  /** Null for someone who has no card yet. */
  customerId: customerIdSchema.nullable(),
  number: customerNumberSchema.nullable(),
  name: z.string().nullable(),
  typed: typedDetailsSchema,
  /** What the card says now of the same fields. */
  known: typedDetailsSchema,
  /** Fields that would change the card. */
  differing: z.array(intakeFieldSchema),
  /** Other people with the typed number. */
  sameNumber: z.array(z.object({ customerId: customerIdSchema, number: customerNumberSchema, name: z.string() })),
  status: z.enum(['waiting', 'accepted', 'rejected']),
  decidedAt: instantSchema.nullable(),
});
export type Proposal = z.output<typeof proposalSchema>;

export const intakeContract = {
  /** Asks a customer, or someone new (null), to type their details; whatever was asked before is withdrawn. */
  open: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema.nullable() }),
    output: z.object({ intakeId: intakeIdSchema }),
  }),
  close: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: emptySchema, output: emptySchema }),
  /** Whom the facing window waits for: null when nobody is asked, a null customer for someone new. */
  state: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      open: z.object({ customerId: customerIdSchema.nullable(), name: z.string().nullable() }).nullable(),
    }),
  }),
  /** What the facing window may know: which fields to show, and the shop's name. Nothing of anybody's card. */
  form: query({
    permission: 'intake.fill',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      isOpen: z.boolean(),
      shopName: plainText(z.string()),
      language: z.enum(['zh-CN', 'en']),
      colorScheme: z.enum(['light', 'dark', 'auto']),
      /** The shop's business day, for the years of birth to choose from. */
      today: localDateSchema,
      fields: z.array(intakeFieldSchema),
    }),
  }),
  /** Once for each asking. Errors: conflict (intake_closed), bad_input (field_not_asked). */
  submit: command({
    permission: 'intake.fill',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ details: typedDetailsSchema }),
    output: emptySchema,
  }),
  /** Waiting ones first, the oldest leading; then those decided, latest first. */
  proposals: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema.nullable().default(null) }),
    output: pageOf(proposalSchema).extend({ waiting: countSchema }),
  }),
  /**
   * Takes over the named fields and lays the rest aside; none named rejects the whole. Someone new gets a card when the name is taken over.
   * Errors: conflict (proposal_decided, card_removed), bad_input (name_missing, field_not_proposed).
   */
  decide: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ proposalId: proposalIdSchema, fields: z.array(intakeFieldSchema).max(10) }),
    output: z.object({ customerId: customerIdSchema.nullable() }),
  }),
  /** The card is as it was, and the proposal waits again. Errors: conflict (changed_meanwhile), already_undone. */
  undoDecision: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ proposalId: proposalIdSchema }),
    output: emptySchema,
  }),
};
