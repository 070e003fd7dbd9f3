import { z } from 'zod';
import { cents } from '../types/amounts.ts';
import { approvalField } from './approval.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  giftIdSchema,
  incidentIdSchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  rewardIdSchema,
  sampleSetIdSchema,
  signedCentsSchema,
  staffIdSchema,
} from './values.ts';

/** Different things at once, and pieces of each. */
const MOST_THINGS = 20;
const MOST_PIECES = 99;

const itemSchema = z.strictObject({ rewardId: rewardIdSchema, quantity: z.int().min(1).max(MOST_PIECES) });
const givenItem = z.object({
  rewardId: rewardIdSchema,
  name: plainText(z.string()),
  quantity: countSchema,
  costCents: signedCentsSchema,
});

const giftSchema = z.object({
  id: giftIdSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  reason: z.string(),
  what: z.string(),
  items: z.array(givenItem),
  /** All of it together. */
  costCents: signedCentsSchema,
  incidentId: incidentIdSchema.nullable(),
  staffName: z.string().nullable(),
  /** The set of samples it began as, and what was changed on the spot (R178). */
  set: z
    .object({
      name: plainText(z.string()),
      changes: z.array(z.object({ name: plainText(z.string()), planned: countSchema, given: countSchema })),
    })
    .nullable(),
});
export type Gift = z.output<typeof giftSchema>;

const sums = { count: countSchema, costCents: signedCentsSchema };

/** Gifts, samples and acts beyond what was expected 超出预期 (R079, R080, R086). */
export const giftsContract = {
  /** What a customer was given, the latest first, and what all of it cost. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ ...sums, gifts: z.array(giftSchema).max(200) }),
  }),
  /** What whoever is at the desk may give without asking, and how much of it is left this month; coupons count in it too (R177). */
  give: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z
      .strictObject({
        customerId: customerIdSchema,
        reason: lineSchema(40),
        what: z.string().trim().max(200).default(''),
        items: z
          .array(itemSchema)
          .max(MOST_THINGS)
          .refine((items) => new Set(items.map(({ rewardId }) => rewardId)).size === items.length, { error: 'gift_twice' })
          .default([]),
        /** What the rest cost; the pieces cost what their definition says. */
        costCents: centsSchema.default(cents(0)),
        incidentId: incidentIdSchema.nullable().default(null),
        /** The set of samples it begins as; `items` are what is given of it and beside it. */
        setId: sampleSetIdSchema.nullable().default(null),
        ...approvalField,
        staffId: staffIdSchema.nullable().default(null),
        /** Null is today. */
        on: localDateSchema.nullable().default(null),
      })
      .refine(({ what, items }) => what !== '' || items.length > 0, { error: 'required', path: ['what'] }),
    output: z.object({ giftId: giftIdSchema, costCents: signedCentsSchema }),
  }),
  /** Written by mistake: the pieces go back to the shelf. Beyond what one wrote today only with loyalty.adjust. */
  takeBack: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ giftId: giftIdSchema }),
    output: emptySchema,
  }),
  /** What the shop gave in the last twelve months: by month, by reason, and to whom most. */
  sums: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      ...sums,
      months: z.array(z.object({ ...sums, month: plainText(z.string()) })),
      reasons: z.array(z.object({ ...sums, reason: z.string() })),
      customers: z.array(z.object({ ...sums, customerId: customerIdSchema, name: z.string() })).max(20),
      /** Sets of samples, as given or changed. */
      sets: z.array(z.object({ ...sums, name: plainText(z.string()) })),
    }),
  }),
};
