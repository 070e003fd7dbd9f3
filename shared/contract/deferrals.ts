import { z } from 'zod';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  deferredItemIdSchema,
  emptySchema,
  lineSchema,
  localDateSchema,
  productIdSchema,
  signedCentsSchema,
  visitIdSchema,
} from './values.ts';

/** "Not today" (X33): what was offered and put off, why, and when to ask again; null leaves that open. */
export const newDeferredItemSchema = z.strictObject({
  productId: productIdSchema.nullable().default(null),
  name: lineSchema(80),
  reason: z.string().trim().max(200).default(''),
  askAgainOn: localDateSchema.nullable().default(null),
});
export type NewDeferredItem = z.output<typeof newDeferredItemSchema>;

export const deferredItemSchema = z.object({
  id: deferredItemIdSchema,
  visitId: visitIdSchema.nullable(),
  businessDate: localDateSchema,
  productId: productIdSchema.nullable(),
  name: z.string(),
  reason: z.string().nullable(),
  askAgainOn: localDateSchema.nullable(),
  /** What the product costs today; null for free words. */
  priceCents: signedCentsSchema.nullable(),
  staffName: z.string().nullable(),
  isClosed: z.boolean(),
});

export const deferralsContract = {
  /** What a customer has put off and nobody has closed, the day to ask first. */
  ofCustomer: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema, includeClosed: z.boolean().default(false) }),
    output: z.object({ items: z.array(deferredItemSchema).max(200) }),
  }),
  add: command({
    permission: 'visits.write',
    audit: 'none',
    masks: 'none',
    input: newDeferredItemSchema.extend({ customerId: customerIdSchema }),
    output: z.object({ deferredItemId: deferredItemIdSchema }),
  }),
  /** Done, or no longer wanted. */
  close: command({
    permission: 'visits.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ deferredItemId: deferredItemIdSchema }),
    output: emptySchema,
  }),
  reopen: command({
    permission: 'visits.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ deferredItemId: deferredItemIdSchema }),
    output: emptySchema,
  }),
};
