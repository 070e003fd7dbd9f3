import { z } from 'zod';
import { MOST_REQUIREMENTS, interestKinds, wishStates } from '../domain/interests.ts';
import { command, query } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  interestIdSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  productIdSchema,
} from './values.ts';

export const interestKindSchema = z.enum(interestKinds);
export const wishStateSchema = z.enum(wishStates);
/** Points of a wish: what, and how it is to be (R019). */
export const requirementsSchema = z
  .array(z.strictObject({ label: lineSchema(30), value: lineSchema(200) }))
  .max(MOST_REQUIREMENTS);

/** What a customer looked at, tried, asked about or wants, as staff wrote it down (R018, R019). */
export const interestSchema = z.object({
  id: interestIdSchema,
  kind: interestKindSchema,
  productId: productIdSchema.nullable(),
  name: z.string(),
  on: localDateSchema,
  at: instantSchema,
  staffName: z.string().nullable(),
  note: z.string().nullable(),
  /** Points of a wish, as label and value; empty for the other kinds. */
  requirements: requirementsSchema,
  wantedBy: localDateSchema.nullable(),
  /** How a wish stands; null for the other kinds. */
  state: wishStateSchema.nullable(),
  settledOn: localDateSchema.nullable(),
});
export type Interest = z.output<typeof interestSchema>;

const ofInterest = { customerId: customerIdSchema, interestId: interestIdSchema };

export const interestsContract = {
  /** Written down for one customer, latest first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema }),
    output: pageOf(interestSchema),
  }),
  /** Wishes not yet met (at most 50, the oldest first), and how often each product came up (the 20 most frequent). */
  overview: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      open: z.array(interestSchema),
      counts: z.array(
        z.object({
          productId: productIdSchema.nullable(),
          name: z.string(),
          viewed: countSchema,
          tried: countSchema,
          asked: countSchema,
          wanted: countSchema,
          lastOn: localDateSchema,
        }),
      ),
    }),
  }),
  /** Writes one down, or with `interestId` corrects it. Requirements and the day it is wanted by belong to kind `wanted`. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      interestId: interestIdSchema.nullable().default(null),
      kind: interestKindSchema,
      productId: productIdSchema.nullable().default(null),
      name: lineSchema(80),
      /** A past business day; null is today, or leaves the day of a corrected one. */
      on: localDateSchema.nullable().default(null),
      note: noteSchema.default(''),
      requirements: requirementsSchema.default([]),
      wantedBy: localDateSchema.nullable().default(null),
    }),
    output: z.object({ interestId: interestIdSchema }),
  }),
  /** A wish was met, or given up; `open` takes that back. */
  settle: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofInterest, state: wishStateSchema }),
    output: emptySchema,
  }),
  remove: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofInterest),
    output: emptySchema,
  }),
  restore: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofInterest),
    output: emptySchema,
  }),
};
