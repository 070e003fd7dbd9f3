import { z } from 'zod';
import { MOST_LEAD_DAYS, expiringKinds } from '../domain/things/expiring.ts';
import { LONGEST_LONG_FIELD } from '../domain/things/fields.ts';
import { retirements, thingFieldNames, thingTypes } from '../domain/things/types.ts';
import { contactValue, plainText, textAmong } from './masking.ts';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  customerNumberSchema,
  emptySchema,
  expiringFactIdSchema,
  expiringPeriodIdSchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  partialDateSchema,
  quantitySumSchema,
  signedCentsSchema,
  thingIdSchema,
  visitIdSchema,
} from './values.ts';

export const thingTypeSchema = z.enum(thingTypes);
export const expiringKindSchema = z.enum(expiringKinds);
/** Codes of the thing itself, which no person is reached by. */
const codeNames: readonly string[] = ['chip', 'plate', 'vin', 'serial', 'frameNumber'];
const thingFieldSchema = textAmong(
  z.strictObject({ name: z.enum(thingFieldNames), value: z.string().trim().max(LONGEST_LONG_FIELD) }),
  'value',
  ({ name }) => typeof name === 'string' && !codeNames.includes(name),
);
/** What the type of a thing has, field by field. */
export const thingFieldsSchema = z.array(thingFieldSchema).max(thingFieldNames.length);
const leadDaysSchema = z.int().min(0).max(MOST_LEAD_DAYS);
const retirementSchema = z.strictObject({ on: localDateSchema, because: z.enum(retirements) });

/** A served thing (X20). `fields` holds what its type has, in its order, empty ones left out. */
export const thingSchema = z.object({
  id: thingIdSchema,
  type: thingTypeSchema,
  name: z.string(),
  fields: thingFieldsSchema,
  birthDate: partialDateSchema.nullable(),
  note: z.string().nullable(),
  retired: retirementSchema.nullable(),
});
export type Thing = z.output<typeof thingSchema>;

const periodSchema = z.object({ id: expiringPeriodIdSchema, renewedOn: localDateSchema, validUntil: localDateSchema });

/** Something that runs out (X21), of a thing or, without one, of the customer. */
export const expiringFactSchema = z.object({
  id: expiringFactIdSchema,
  thingId: thingIdSchema.nullable(),
  kind: expiringKindSchema,
  /** What exactly, in the shop's words: "狂犬疫苗"; empty where the kind says it all. */
  label: z.string(),
  /** The last day on which it holds. */
  validUntil: localDateSchema,
  /** Days ahead that were set for this one; null goes by the shop's days for the kind. */
  leadDays: leadDaysSchema.nullable(),
  /** The days that count. */
  effectiveLeadDays: leadDaysSchema,
  state: z.enum(['fine', 'near', 'past']),
  note: z.string().nullable(),
  /** Every time it was set or renewed, latest first; the first is what stands. */
  periods: z.array(periodSchema),
});
export type ExpiringFact = z.output<typeof expiringFactSchema>;

/** What happened to a thing or to something that runs out, for the timeline. */
export const thingEventSchema = z.object({
  event: z.enum([
    'added',
    'edited',
    'retired',
    'revived',
    'removed',
    'restored',
    'given',
    'received',
    'fact_added',
    'fact_edited',
    'fact_renewed',
    'fact_renewal_undone',
    'fact_removed',
    'fact_restored',
  ]),
  thing: z.object({ id: thingIdSchema, type: thingTypeSchema, name: z.string() }).nullable(),
  fact: z.object({ kind: expiringKindSchema, label: z.string(), validUntil: localDateSchema }).nullable(),
  /** Whose it was before, or whose it is now: for `received` and `given`. */
  other: z.object({ id: customerIdSchema, name: z.string() }).nullable(),
  because: z.enum(retirements).nullable(),
});
export type ThingEvent = z.output<typeof thingEventSchema>;

const ofThing = { customerId: customerIdSchema, thingId: thingIdSchema };
const ofFact = { customerId: customerIdSchema, factId: expiringFactIdSchema };

export const thingsContract = {
  /** Everything of one customer, at most 200 of each: those still served first, then by when they were added. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ things: z.array(thingSchema), facts: z.array(expiringFactSchema) }),
  }),
  /** Adds a thing, or with `thingId` changes it; its type stays. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      thingId: thingIdSchema.nullable().default(null),
      type: thingTypeSchema,
      name: lineSchema(60),
      fields: thingFieldsSchema.default([]),
      birthDate: partialDateSchema.nullable().default(null),
      note: noteSchema.default(''),
    }),
    /** `samePlate`: who else has a car of this plate. */
    output: z.object({
      thingId: thingIdSchema,
      samePlate: z.array(z.object({ customerId: customerIdSchema, name: z.string() })),
    }),
  }),
  /** No longer served, since when and why; null takes that back. What of it runs out is no longer brought up. */
  retire: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofThing, retired: retirementSchema.nullable() }),
    output: emptySchema,
  }),
  /** Takes away what was written down by mistake. `restore` brings it back as it was. */
  remove: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofThing),
    output: emptySchema,
  }),
  restore: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofThing),
    output: emptySchema,
  }),
  /** Now another customer's (a car sold): what of it runs out goes with it, its visits stay. Transferring back undoes it. */
  transfer: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofThing, toCustomerId: customerIdSchema }),
    output: emptySchema,
  }),
  /** What happened with one thing, newest first: visits with the lines that were for it, and its own events. */
  history: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      thingId: thingIdSchema,
      before: z
        .strictObject({ at: instantSchema, key: z.string().max(80) })
        .nullable()
        .default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          key: plainText(z.string()),
          on: localDateSchema,
          at: instantSchema,
          staffName: z.string().nullable(),
          visit: z
            .object({
              id: visitIdSchema,
              customerId: customerIdSchema,
              customerName: z.string(),
              lines: z.array(z.object({ name: z.string(), quantity: quantitySumSchema, amountCents: signedCentsSchema })),
            })
            .optional(),
          event: thingEventSchema.optional(),
        }),
      ),
      hasMore: z.boolean(),
    }),
  }),
  /** Adds something that runs out, or with `factId` corrects it; a corrected day replaces the latest one. */
  saveFact: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      factId: expiringFactIdSchema.nullable().default(null),
      thingId: thingIdSchema.nullable().default(null),
      kind: expiringKindSchema,
      label: z.string().trim().max(40).default(''),
      validUntil: localDateSchema,
      leadDays: leadDaysSchema.nullable().default(null),
      note: noteSchema.default(''),
    }),
    output: z.object({ factId: expiringFactIdSchema }),
  }),
  /** Renewed on a day (today when null), now good until another; the former day is kept. */
  renew: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofFact, validUntil: localDateSchema, renewedOn: localDateSchema.nullable().default(null) }),
    output: z.object({ periodId: expiringPeriodIdSchema }),
  }),
  /** Takes the latest renewal back. */
  undoRenewal: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofFact, periodId: expiringPeriodIdSchema }),
    output: emptySchema,
  }),
  removeFact: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofFact),
    output: emptySchema,
  }),
  restoreFact: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofFact),
    output: emptySchema,
  }),
  /** Everything in the shop that runs out between two days, the earliest first. */
  expiring: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...pageFields,
      from: localDateSchema,
      to: localDateSchema,
      kind: expiringKindSchema.nullable().default(null),
    }),
    output: pageOf(
      z.object({
        fact: expiringFactSchema.omit({ periods: true, note: true }),
        thing: z
          .object({ id: thingIdSchema, type: thingTypeSchema, name: z.string(), plate: plainText(z.string()).nullable() })
          .nullable(),
        customer: z.object({
          id: customerIdSchema,
          number: customerNumberSchema,
          name: z.string(),
          phone: contactValue(z.string()).nullable(),
        }),
      }),
    ),
  }),
};
