import { z } from 'zod';
import { growthEntryKinds } from '../domain/loyalty/growth.ts';
import { MOST_PERCENT } from '../domain/loyalty/earning.ts';
import { tierBases, tierEventKinds } from '../domain/loyalty/tiers.ts';
import { WHOLE_IN_BASIS_POINTS } from '../domain/visits/pricing.ts';
import { MAX_CENTS, MAX_POINTS, points } from '../types/amounts.ts';
import { plainText } from './masking.ts';
import { command, query, study } from './operation.ts';
import {
  centsSchema,
  countSchema,
  couponTypeIdSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  jobFields,
  lineSchema,
  localDateSchema,
  productIdSchema,
  signedCentsSchema,
  signedPointsSchema,
  tierEventIdSchema,
  tierIdSchema,
  visitIdSchema,
} from './values.ts';

/** So many tiers can be told apart at a desk. */
export const MOST_TIERS = 10;
const MOST_PERKS = 12;

/** What else a tier brings, as it is kept. */
export const tierPerksSchema = z.array(plainText(z.string()));
const amount = z.int().min(0).max(MAX_CENTS);

const fields = {
  name: plainText(lineSchema(20)),
  /** In cents, points or days with a purchase, as the settings say. */
  threshold: amount,
  /** What keeps it at the review; null is the threshold. */
  keepThreshold: amount.nullable().default(null),
  /** Off whatever has no price of its own for the tier: 500 is 九五折. */
  discountBasisPoints: z
    .int()
    .min(0)
    .max(WHOLE_IN_BASIS_POINTS - 1)
    .default(0),
  /** Of the points others earn: 150 is half as much again. */
  earnPercent: z.int().min(0).max(MOST_PERCENT).default(100),
  /** They may buy what is new from its early day on (R082). */
  buysEarly: z.boolean().default(false),
  /** What it brings besides, in words (R085, R087). */
  perks: z
    .array(plainText(lineSchema(60)))
    .max(MOST_PERKS)
    .default([]),
  /** What the step up to it brings, when a purchase led to it (X63). */
  giftPoints: z.int().min(0).max(MAX_POINTS).transform(points).default(points(0)),
  giftCouponTypeId: couponTypeIdSchema.nullable().default(null),
  prices: z
    .array(z.strictObject({ productId: productIdSchema, priceCents: centsSchema }))
    .max(500)
    .refine((prices) => new Set(prices.map(({ productId }) => productId)).size === prices.length, { error: 'product_twice' })
    .default([]),
  /** The how manieth from below, from 1; null leaves it, or puts a new one on top. */
  place: z.int().min(1).nullable().default(null),
};
const fieldsSchema = z.strictObject(fields);

const tierSchema = z.object({
  id: tierIdSchema,
  name: plainText(z.string()),
  threshold: z.int(),
  keepThreshold: z.int().nullable(),
  discountBasisPoints: countSchema,
  earnPercent: countSchema,
  buysEarly: z.boolean(),
  perks: tierPerksSchema,
  giftPoints: signedPointsSchema,
  giftCouponTypeId: couponTypeIdSchema.nullable(),
  /** What the type of coupon is called. */
  giftCoupon: plainText(z.string()).nullable(),
  prices: z.array(z.object({ productId: productIdSchema, productName: plainText(z.string()), priceCents: signedCentsSchema })),
  members: countSchema,
  isArchived: z.boolean(),
  /** Somebody has or had it: it is put away, not deleted. */
  isUsed: z.boolean(),
});
export type TierDefinition = z.output<typeof tierSchema>;

const tierName = z.object({ id: tierIdSchema, name: plainText(z.string()) });
const eventSchema = z.object({
  id: tierEventIdSchema,
  at: instantSchema,
  on: localDateSchema,
  kind: z.enum(tierEventKinds),
  tier: tierName.nullable(),
  from: tierName.nullable(),
  untilOn: localDateSchema.nullable(),
  isFixed: z.boolean(),
  qualifying: z.int().nullable(),
  reason: z.string().nullable(),
  staffName: z.string().nullable(),
});

/** Tiers: what the shop defines, and where a customer stands (R075, R085, R087, X63). */
export const tiersContract = {
  /** The lowest first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ tiers: z.array(tierSchema) }),
  }),
  /** Refused with conflict (tier_taken, tiers_full) and bad_input where thresholds contradict the order of the tiers. */
  save: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...fields, tierId: tierIdSchema.nullable().default(null) }),
    output: z.object({ tierId: tierIdSchema, before: fieldsSchema.nullable() }),
  }),
  /** How many would rise to a tier with such thresholds, and how many of its members would not keep it by what counts today. */
  preview: study({
    permission: 'settings.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      ...jobFields,
      tierId: tierIdSchema.nullable().default(null),
      threshold: amount,
      keepThreshold: amount.nullable().default(null),
      place: z.int().min(1).nullable().default(null),
    }),
    output: z.object({ rise: countSchema, fall: countSchema }),
  }),
  archive: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ tierId: tierIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  remove: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ tierId: tierIdSchema }),
    output: emptySchema,
  }),
  /** Where a customer stands, what it brings, and what is missing to the next tier or to keep this one. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      held: z
        .object({
          tier: tierName,
          sinceOn: localDateSchema,
          untilOn: localDateSchema.nullable(),
          isFixed: z.boolean(),
          discountBasisPoints: countSchema,
          earnPercent: countSchema,
          buysEarly: z.boolean(),
          perks: tierPerksSchema,
          prices: z.array(z.object({ productId: productIdSchema, priceCents: signedCentsSchema })),
          /** What is missing to keep it; null where its term has no end. */
          missingToKeep: countSchema.nullable(),
        })
        .nullable(),
      /** What counts now, in cents, points or days with a purchase. */
      basis: z.enum(tierBases),
      qualifying: z.int(),
      /** The first day that counts; null counts everything. */
      countedFrom: localDateSchema.nullable(),
      next: z.object({ tier: tierName, missing: countSchema }).nullable(),
      /** What counts in growth, where that is what counts; the latest days first. */
      growth: z
        .array(z.object({ on: localDateSchema, growth: z.int(), kind: z.enum(growthEntryKinds), visitId: visitIdSchema }))
        .max(20),
      /** The latest first. */
      events: z.array(eventSchema).max(50),
      /** Whether the shop has tiers at all. */
      hasTiers: z.boolean(),
    }),
  }),
  /** Sets a customer's tier by hand, with a reason; fixed, nothing changes it by itself. Answers what undoes it. */
  setByHand: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      /** Null takes the tier away. */
      tierId: tierIdSchema.nullable(),
      untilOn: localDateSchema.nullable().default(null),
      isFixed: z.boolean().default(false),
      reason: lineSchema(200),
    }),
    output: z.object({
      before: z.object({ tierId: tierIdSchema.nullable(), untilOn: localDateSchema.nullable(), isFixed: z.boolean() }),
    }),
  }),
};
