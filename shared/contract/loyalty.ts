import { z } from 'zod';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  pointsEntryIdSchema,
  positivePointsSchema,
  signedPointsSchema,
  visitIdSchema,
} from './values.ts';

export const pointsEntryKindSchema = z.enum(['earn', 'redeem', 'adjust', 'reverse', 'return', 'import']);

export const pointsEntrySchema = z.object({
  id: pointsEntryIdSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  kind: pointsEntryKindSchema,
  points: signedPointsSchema,
  balanceAfter: signedPointsSchema,
  reason: z.string().nullable(),
  visitId: visitIdSchema.nullable(),
  reversesId: pointsEntryIdSchema.nullable(),
  isReversed: z.boolean(),
  staffName: z.string().nullable(),
});

const written = z.object({ entryId: pointsEntryIdSchema, pointsBalance: signedPointsSchema });

export const loyaltyContract = {
  entries: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema }),
    output: pageOf(pointsEntrySchema),
  }),
  redeem: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, points: positivePointsSchema, reason: lineSchema(200) }),
    output: written,
  }),
  adjust: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      points: signedPointsSchema.refine((value) => value !== 0, { error: 'points_zero' }),
      reason: lineSchema(200),
    }),
    output: written,
  }),
  reverse: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ entryId: pointsEntryIdSchema, reason: lineSchema(200) }),
    output: written,
  }),
};
