import { z } from 'zod';
import { MAX_CENTS, priceTimesQuantity } from '../types/amounts.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countSchema,
  customerIdSchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  productIdSchema,
  quantitySchema,
  quantitySumSchema,
  signedCentsSchema,
  signedPointsSchema,
  staffIdSchema,
  thingIdSchema,
  visitIdSchema,
  visitLineIdSchema,
} from './values.ts';

/** One line as typed: a product, or free text, with quantity, unit price and unit cost. Its amount is price x quantity. */
export const newVisitLineSchema = z
  .strictObject({
    productId: productIdSchema.nullable().default(null),
    name: lineSchema(80),
    quantity: quantitySchema,
    unitPriceCents: centsSchema,
    /** Null when the shop does not know what it cost (R007). */
    unitCostCents: centsSchema.nullable().default(null),
    staffId: staffIdSchema.nullable().default(null),
    /** Which of the customer's things it was for (X20). */
    thingId: thingIdSchema.nullable().default(null),
  })
  .refine((line) => priceTimesQuantity(line.unitPriceCents, line.quantity) <= MAX_CENTS, {
    error: 'amount_too_large',
    path: ['unitPriceCents'],
  });
export type NewVisitLine = z.output<typeof newVisitLineSchema>;

export const visitLineSchema = z.object({
  id: visitLineIdSchema,
  productId: productIdSchema.nullable(),
  name: z.string(),
  quantity: quantitySumSchema,
  unitPriceCents: signedCentsSchema.nullable(),
  amountCents: signedCentsSchema,
  costCents: signedCentsSchema.nullable(),
  thingId: thingIdSchema.nullable(),
});

export const visitSchema = z.object({
  id: visitIdSchema,
  customerId: customerIdSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  staffName: z.string().nullable(),
  note: z.string().nullable(),
  totalCents: signedCentsSchema,
  pointsEarned: signedPointsSchema,
  lines: z.array(visitLineSchema),
  undoneAt: instantSchema.nullable(),
});

export const visitsContract = {
  record: command({
    permission: 'visits.write',
    input: z.strictObject({
      customerId: customerIdSchema,
      /** Empty lines: a visit without a purchase (R043). */
      lines: z.array(newVisitLineSchema).max(100),
      staffId: staffIdSchema.nullable().default(null),
      note: noteSchema.default(''),
      /** A past business day when a visit is entered later; null is now. */
      businessDate: localDateSchema.nullable().default(null),
      /** Keys of the warnings the clerk has seen and goes on all the same (X22); that of a block needs customers.block (X23). */
      acknowledged: z.array(z.string().max(80)).max(100).default([]),
    }),
    output: z.object({
      visitId: visitIdSchema,
      totalCents: signedCentsSchema,
      pointsEarned: signedPointsSchema,
      pointsBalance: signedPointsSchema,
    }),
  }),
  undo: command({
    permission: 'visits.write',
    input: z.strictObject({ visitId: visitIdSchema }),
    output: z.object({ pointsBalance: signedPointsSchema }),
  }),
  findById: query({
    permission: 'visits.read',
    input: z.strictObject({ visitId: visitIdSchema }),
    output: visitSchema,
  }),
  usualItems: query({
    permission: 'visits.read',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      items: z.array(
        z.object({
          productId: productIdSchema.nullable(),
          name: z.string(),
          unitPriceCents: signedCentsSchema.nullable(),
          unitCostCents: signedCentsSchema.nullable(),
          times: countSchema,
        }),
      ),
    }),
  }),
};
