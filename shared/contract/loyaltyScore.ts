import { z } from 'zod';
import { scoreParts } from '../domain/loyalty/score.ts';
import { plainText } from './masking.ts';
import { query } from './operation.ts';
import {
  countSchema,
  couponTypeIdSchema,
  customerIdSchema,
  localDateSchema,
  rewardIdSchema,
  signedCentsSchema,
  signedPointsSchema,
} from './values.ts';

/** Something the shop could do for somebody, and the facts that speak for it (R088). */
const suggestionSchema = z.discriminatedUnion('kind', [
  /** A coupon for what they buy oftenest, of a type they have none of. */
  z.object({
    kind: z.literal('coupon'),
    typeId: couponTypeIdSchema,
    name: plainText(z.string()),
    /** What they buy, and on how many days of the last twelve months. */
    bought: plainText(z.string()),
    days: countSchema,
  }),
  /** A reward that their points reach. */
  z.object({
    kind: z.literal('reward'),
    rewardId: rewardIdSchema,
    name: plainText(z.string()),
    points: signedPointsSchema,
    balance: signedPointsSchema,
  }),
  /** Something to make good what went wrong. */
  z.object({ kind: z.literal('incident'), on: localDateSchema }),
  z.object({ kind: z.literal('unsatisfied'), on: localDateSchema, satisfaction: z.int().min(1).max(5) }),
]);
export type RewardSuggestion = z.output<typeof suggestionSchema>;

/** How loyal somebody is, and what that is made of (R089). */
export const loyaltyScoreOperation = query({
  permission: 'customers.read',
  audit: 'none',
  masks: 'none',
  input: z.strictObject({ customerId: customerIdSchema }),
  output: z.object({
    score: z.int().min(0).max(100),
    /** Whether the shop looks after them first. */
    isPriority: z.boolean(),
    parts: z.array(z.object({ part: z.enum(scoreParts), points: countSchema, most: countSchema })),
    /** What the parts were reckoned from; money and days of the last twelve months. */
    facts: z.object({
      firstPurchaseOn: localDateSchema.nullable(),
      lastPurchaseOn: localDateSchema.nullable(),
      yearDays: countSchema,
      yearCents: signedCentsSchema,
      brought: countSchema,
    }),
  }),
});

/** What could be done for somebody now (R088). */
export const loyaltySuggestionsOperation = query({
  permission: 'customers.read',
  audit: 'none',
  masks: 'none',
  input: z.strictObject({ customerId: customerIdSchema }),
  output: z.object({ suggestions: z.array(suggestionSchema).max(10) }),
});
