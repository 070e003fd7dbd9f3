import { z } from 'zod';
import { pointsEntryKinds } from '../domain/loyalty/points.ts';
import { cents } from '../types/amounts.ts';
import { loyaltyScoreOperation, loyaltySuggestionsOperation } from './loyaltyScore.ts';
import { plainText } from './masking.ts';
import { purseSchema } from './storedValue.ts';
import { command, query } from './operation.ts';
import {
  bonusIdSchema,
  centsSchema,
  customerIdSchema,
  countSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  pointsEntryIdSchema,
  pointsSumSchema,
  productIdSchema,
  positivePointsSchema,
  signedCentsSchema,
  signedPointsSchema,
  staffIdSchema,
  visitIdSchema,
} from './values.ts';
import { proofField } from './spendingProof.ts';

export const pointsEntryKindSchema = z.enum(pointsEntryKinds);

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
  /** Of points that came in: their last day, or the months without a purchase after which they lapse. */
  expiresOn: localDateSchema.nullable(),
  idleMonths: countSchema.nullable(),
  isReversed: z.boolean(),
  staffName: z.string().nullable(),
});

const written = z.object({ entryId: pointsEntryIdSchema, pointsBalance: signedPointsSchema });

/** Points that came in together and what is left of them. */
const lotSchema = z.object({
  entryId: pointsEntryIdSchema,
  points: signedPointsSchema,
  remaining: signedPointsSchema,
  earnedOn: localDateSchema,
  /** The last day on which they count; null when they never lapse. */
  lastDay: localDateSchema.nullable(),
});

const pointsOfMany = { customers: countSchema, points: pointsSumSchema };

export const loyaltyContract = {
  score: loyaltyScoreOperation,
  suggestions: loyaltySuggestionsOperation,
  /** Points earned oftener on one day than the setting takes for usual, latest first, and who wrote them down; beside them points given by hand (X66). */
  unusual: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, days: z.int().min(1).max(366).default(30) }),
    output: pageOf(
      z.object({
        customerId: customerIdSchema,
        customerName: z.string(),
        businessDate: localDateSchema,
        times: countSchema,
        points: pointsSumSchema,
      }),
    ).extend({
      /** From so many earnings a day on it is told. */
      times: countSchema,
      staff: z.array(
        z.object({
          staffId: staffIdSchema,
          name: z.string(),
          earnings: countSchema,
          adjustments: countSchema,
          adjusted: pointsSumSchema,
        }),
      ),
    }),
  }),
  /** What the shop owes all its customers in points. */
  owed: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      ...pointsOfMany,
      /** What they pay at the desk; null when points do not pay. */
      worthCents: signedCentsSchema.nullable(),
      /** Those that lapse within so many days. */
      soonDays: countSchema,
      soon: z.object(pointsOfMany),
      /** Not spendable yet, besides. */
      pending: z.object(pointsOfMany),
    }),
  }),
  /** Points that are not spendable yet, and from when on (X62). */
  pending: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      points: pointsSumSchema,
      days: z.array(z.object({ on: localDateSchema, points: pointsSumSchema })),
    }),
  }),
  /** Why this balance: what it came from, what is left of which points, and when they lapse (R074). */
  account: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      balance: signedPointsSchema,
      /** Points taken that nothing was left of; the next ones that come in go there. */
      owed: signedPointsSchema,
      /** What the balance pays at the desk; null when points do not pay. */
      worthCents: signedCentsSchema.nullable(),
      /** Together they are the balance; what was used or lapsed is below zero. */
      sums: z.object({
        earned: pointsSumSchema,
        spent: pointsSumSchema,
        adjusted: pointsSumSchema,
        brought: pointsSumSchema,
        expired: pointsSumSchema,
      }),
      /** In the order in which they are spent; so many more are not told. */
      lots: z.array(lotSchema).max(50),
      moreLots: countSchema,
    }),
  }),
  /** What a visit would earn, and by which rules and tier: asked while it is typed. */
  quote: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      /** Null is today. */
      businessDate: localDateSchema.nullable().default(null),
      lines: z.array(z.strictObject({ productId: productIdSchema.nullable(), amountCents: centsSchema })).max(100),
      /** What of the whole is paid with points. */
      notEarningCents: centsSchema.default(cents(0)),
    }),
    output: z.object({
      points: signedPointsSchema,
      /** What makes them more or fewer than usual, each once. */
      because: z.array(z.object({ name: plainText(z.string()), percent: countSchema })),
    }),
  }),
  /** Points for coming by, once a day (X61): how many, 0 where the shop gives none, and whether today's were given. */
  checkInState: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ points: signedPointsSchema, isDone: z.boolean() }),
  }),
  /** Refused with conflict: checked_in_already, check_in_off. */
  checkIn: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ bonusId: bonusIdSchema, points: signedPointsSchema, pointsBalance: signedPointsSchema }),
  }),
  takeCheckInBack: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ bonusId: bonusIdSchema }),
    output: z.object({ pointsBalance: signedPointsSchema }),
  }),
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
    input: z.strictObject({
      customerId: customerIdSchema,
      points: positivePointsSchema,
      reason: lineSchema(200),
      ...proofField,
    }),
    output: written,
  }),
  /** Points become stored value as a gift, at the shop's rate (X62); `reverse` takes both back. Errors: conflict (conversion_off), not_enough_points. */
  toStoredValue: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, points: positivePointsSchema }),
    output: written.extend({ giftCents: signedCentsSchema, balance: purseSchema }),
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
