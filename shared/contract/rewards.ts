import { z } from 'zod';
import { paymentMethods } from '../domain/orders/money.ts';
import { rewardObstacles } from '../domain/rewards/offers.ts';
import { redemptionStates, redemptionSteps } from '../domain/rewards/redemption.ts';
import { MAX_PIECES, movementKinds, stockRules } from '../domain/rewards/stock.ts';
import { cents } from '../types/amounts.ts';
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
  pageFields,
  pageOf,
  positivePointsSchema,
  redemptionIdSchema,
  rewardIdSchema,
  rewardMovementIdSchema,
  signedCentsSchema,
  pointsSumSchema,
  signedPointsSchema,
  tierIdSchema,
} from './values.ts';
import { proofField } from './spendingProof.ts';

/** Pieces at once. */
const MOST_AT_ONCE = 99;

/** For which tiers; as it is kept too. */
export const rewardTiersSchema = z.array(tierIdSchema).max(20);

const definitionShape = {
  name: lineSchema(40),
  /** Null is not for points: a sample that is only given away. */
  points: positivePointsSchema.nullable(),
  /** Paid beside the points. */
  cashCents: centsSchema.default(cents(0)),
  /** What one costs the shop; null is not known. */
  costCents: centsSchema.nullable().default(null),
  stockRule: z.enum(stockRules).default('none'),
  fromOn: localDateSchema.nullable().default(null),
  untilOn: localDateSchema.nullable().default(null),
  /** Empty is for everybody. */
  tierIds: rewardTiersSchema.default([]),
  /** Whether it may be given away as a sample (R080). */
  isSample: z.boolean().default(false),
};
const storedDefinition = z.object({ ...definitionShape, name: plainText(z.string()) });

const rewardSchema = storedDefinition.extend({
  id: rewardIdSchema,
  isArchived: z.boolean(),
  /** Pieces in the shop; below nothing where more were given than counted. */
  stock: z.int(),
  /** Whether anybody ever got one, or pieces moved. */
  isUsed: z.boolean(),
});
export type Reward = z.output<typeof rewardSchema>;

const offerSchema = rewardSchema.omit({ isUsed: true, isSample: true, isArchived: true, costCents: true, tierIds: true }).extend({
  points: positivePointsSchema,
  obstacle: z.enum(rewardObstacles).nullable(),
  /** Points that are missing. */
  missing: pointsSumSchema,
});
export type RewardOffer = z.output<typeof offerSchema>;

const redemptionSchema = z.object({
  id: redemptionIdSchema,
  rewardId: rewardIdSchema,
  name: plainText(z.string()),
  quantity: countSchema,
  points: signedPointsSchema,
  cashCents: signedCentsSchema,
  state: z.enum(redemptionStates),
  at: instantSchema,
  businessDate: localDateSchema,
  staffName: z.string().nullable(),
  /** Whether whoever asks may take it back as a mistake. */
  canUndo: z.boolean(),
  /** What happened to it afterwards, the latest first. */
  entries: z.array(
    z.object({
      kind: z.enum(redemptionSteps),
      at: instantSchema,
      businessDate: localDateSchema,
      reason: z.string().nullable(),
      staffName: z.string().nullable(),
    }),
  ),
});
export type Redemption = z.output<typeof redemptionSchema>;

const ofReward = { rewardId: rewardIdSchema };
const ofRedemption = { redemptionId: redemptionIdSchema };
const movement = { ...ofReward, note: z.string().trim().max(200).default('') };
const moved = z.object({ movementId: rewardMovementIdSchema, stock: z.int() });
const balanced = z.object({ pointsBalance: signedPointsSchema });

/** Rewards for points 兑换礼品 (R077). */
export const rewardsContract = {
  /** What the shop offers, in the order it was made. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ rewards: z.array(rewardSchema) }),
  }),
  /** Makes a reward, or with `rewardId` changes it; what was redeemed keeps its terms. Throws conflict (reward_taken). */
  save: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ rewardId: rewardIdSchema.nullable().default(null), ...definitionShape })
      .refine(({ fromOn, untilOn }) => fromOn === null || untilOn === null || fromOn <= untilOn, {
        error: 'period_backwards',
        path: ['untilOn'],
      })
      .refine(({ points, isSample }) => points !== null || isSample, { error: 'required', path: ['points'] }),
    output: z.object({ rewardId: rewardIdSchema, before: storedDefinition.nullable() }),
  }),
  archive: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofReward, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Throws conflict (reward_in_use) once somebody got one or pieces moved. */
  remove: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofReward),
    output: emptySchema,
  }),
  movements: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...ofReward, ...pageFields }),
    output: pageOf(
      z.object({
        id: rewardMovementIdSchema,
        at: instantSchema,
        businessDate: localDateSchema,
        kind: z.enum(movementKinds),
        quantity: z.int(),
        stockAfter: z.int(),
        note: z.string().nullable(),
        staffName: z.string().nullable(),
        isReversed: z.boolean(),
      }),
    ),
  }),
  /** Pieces came in. */
  receive: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...movement, quantity: z.int().min(1).max(MAX_PIECES) }),
    output: moved,
  }),
  /** So many are there: the difference is written down. */
  count: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...movement, counted: z.int().min(0).max(MAX_PIECES) }),
    output: moved,
  }),
  /** Takes what was received or counted back. Throws conflict (reward_stock_gone) where those pieces were given away since. */
  takeMovementBack: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ movementId: rewardMovementIdSchema }),
    output: emptySchema,
  }),
  /** What a customer could have today, and what is missing for the rest: what they can have first, the dearest before. */
  forCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      balance: signedPointsSchema,
      /** So many of them are within reach. */
      reachable: countSchema,
      offers: z.array(offerSchema).max(200),
    }),
  }),
  /** Throws not_enough_points, and conflict (reward_archived, reward_not_yet, …) for what stands in the way. */
  redeem: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      ...ofReward,
      quantity: z.int().min(1).max(MOST_AT_ONCE).default(1),
      /** How the money beside the points was paid; null where there is none. */
      method: z.enum(paymentMethods).nullable().default(null),
      ...proofField,
    }),
    output: balanced.extend({ ...ofRedemption }),
  }),
  /** Takes a redemption back as a mistake: points, pieces and money as they were. Beyond one's own of today only with loyalty.adjust. */
  undo: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofRedemption),
    output: balanced,
  }),
  /** The customer brought it back: points to their lots, money out, and the piece to the shelf unless it cannot be used again. */
  return: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofRedemption, reason: lineSchema(200), backInStock: z.boolean().default(true) }),
    output: balanced,
  }),
  /** Takes a return back. Throws not_enough_points where the points are spent, conflict (reward_out_of_stock) where the piece is. */
  restore: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofRedemption),
    output: balanced,
  }),
  /** What a customer got for points, the latest first. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema, ...pageFields }),
    output: pageOf(redemptionSchema),
  }),
  /** Money that rewards brought in on a day: the till is counted with it. */
  till: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ businessDate: localDateSchema }),
    output: z.object({
      entries: z.array(
        z.object({
          id: redemptionIdSchema,
          at: instantSchema,
          kind: z.enum(redemptionSteps),
          name: plainText(z.string()),
          cashCents: signedCentsSchema,
          method: z.enum(paymentMethods),
          customerId: customerIdSchema,
          customerName: z.string(),
          staffName: z.string().nullable(),
        }),
      ),
    }),
  }),
};
