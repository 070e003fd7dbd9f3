import { z } from 'zod';
import { couponEntryKinds, couponStates } from '../domain/coupons/ledger.ts';
import { MOST_COUPONS, couponOccasions } from '../domain/coupons/terms.ts';
import { storedTermsSchema } from './couponTerms.ts';
import { couponTypesContract } from './couponTypes.ts';
import { approvalField } from './approval.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  couponIdSchema,
  couponTypeIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  productIdSchema,
  signedCentsSchema,
  visitIdSchema,
  staffIdSchema,
} from './values.ts';

const couponSchema = z.object({
  id: couponIdSchema,
  number: plainText(z.string()),
  typeId: couponTypeIdSchema,
  name: plainText(z.string()),
  terms: storedTermsSchema,
  occasion: z.enum(couponOccasions),
  state: z.enum(couponStates),
  /** Uses that are left of it. */
  left: countSchema,
  issuedOn: localDateSchema,
  fromOn: localDateSchema.nullable(),
  /** The last day on which it counts; null never lapses. */
  expiresOn: localDateSchema.nullable(),
  reason: z.string().nullable(),
  staffName: z.string().nullable(),
  /** With whom it goes on, and from whom it came, where it changed hands. */
  givenTo: z.string().nullable(),
  receivedFrom: z.string().nullable(),
  /** What happened to it, the latest first. */
  entries: z.array(
    z.object({
      kind: z.enum(couponEntryKinds),
      at: instantSchema,
      businessDate: localDateSchema,
      cents: signedCentsSchema,
      reason: z.string().nullable(),
      visitId: visitIdSchema.nullable(),
      staffName: z.string().nullable(),
    }),
  ),
});
export type Coupon = z.output<typeof couponSchema>;

/** What stands in the way of a coupon before anything is said of the bill. */
export const couponDeskObstacles = [
  'used',
  'expired',
  'void',
  'not_yet',
  'not_today',
  'unknown',
  'other_person',
  'no_person',
  'per_person',
] as const;

const offerSchema = z.object({
  /** The number or the code, as `visits.record` takes it. */
  text: plainText(z.string()),
  isCode: z.boolean(),
  name: plainText(z.string()),
  terms: storedTermsSchema.nullable(),
  /** Which of the products that were asked for it is for; null is everything. */
  forProducts: z.array(productIdSchema).nullable(),
  mainProducts: z.array(productIdSchema),
  expiresOn: localDateSchema.nullable(),
  left: countSchema.nullable(),
  obstacle: z.enum(couponDeskObstacles).nullable(),
});
export type CouponOffer = z.output<typeof offerSchema>;

/** What was typed or scanned at the desk: a coupon's number or a discount code. */
export const couponTextSchema = lineSchema(40);

export const couponsContract = {
  ...couponTypesContract,
  /** The coupons of a customer: those that can be used, what lapses first before; then the others, latest first. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ coupons: z.array(couponSchema).max(200), open: countSchema }),
  }),
  /** What can be used at a visit: the customer's own coupons, and whatever was typed, with why not. */
  atVisit: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema.nullable(),
      productIds: z.array(productIdSchema).max(100).default([]),
      typed: z.array(couponTextSchema).max(MOST_COUPONS).default([]),
      /** Null is today. */
      businessDate: localDateSchema.nullable().default(null),
    }),
    output: z.object({ offers: z.array(offerSchema).max(200) }),
  }),
  /** Who may let pass what is beyond that. */
  approvers: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ people: z.array(z.object({ staffId: staffIdSchema, name: plainText(z.string()) })) }),
  }),
  /** What whoever is at the desk may grant without asking, and how much of it is left this month (R177). */
  discretion: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      isLimited: z.boolean(),
      mostCents: signedCentsSchema,
      monthCents: signedCentsSchema,
      leftCents: signedCentsSchema,
    }),
  }),
  /** What is out in coupons, which of it lapses soon, and what each type brought in the last twelve months. */
  figures: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      open: countSchema,
      soonDays: countSchema,
      /** Coupons that lapse within so many days. */
      soon: countSchema,
      types: z.array(
        z.object({
          typeId: couponTypeIdSchema,
          name: plainText(z.string()),
          /** Uses of the months told: below nothing where more was taken back than issued or used in them. */
          issued: z.int(),
          used: z.int(),
          /** What they took off. */
          cents: signedCentsSchema,
        }),
      ),
    }),
  }),
  /** Coupons that lapse within so many days, soonest first, with whose they are. */
  lapsing: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, days: z.int().min(0).max(366).default(30) }),
    output: pageOf(
      z.object({
        couponId: couponIdSchema,
        customerId: customerIdSchema,
        customerName: z.string(),
        number: plainText(z.string()),
        name: plainText(z.string()),
        left: countSchema,
        lastDay: localDateSchema,
      }),
    ),
  }),
  /** Refused with conflict (grant_without_limit, grant_too_large, grant_month_full) beyond the discretion of whoever is at the desk and approves. */
  issue: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      typeId: couponTypeIdSchema,
      reason: lineSchema(200),
      ...approvalField,
    }),
    output: z.object({ couponId: couponIdSchema, number: plainText(z.string()), expiresOn: localDateSchema.nullable() }),
  }),
  /**
   * Gives what is left of a coupon to somebody else: it goes on as a coupon of theirs until the same day (X54). `takeBack` of that one undoes it, for
   * whoever may transfer. Errors: bad_input (transfer_to_self), conflict (coupon_not_open).
   */
  transfer: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ couponId: couponIdSchema, toCustomerId: customerIdSchema, reason: lineSchema(200) }),
    output: z.object({ couponId: couponIdSchema, number: plainText(z.string()) }),
  }),
  /** Takes coupons back that were just issued, as long as none was used: throws conflict (coupon_used, coupon_given_away). */
  takeBack: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ couponIds: z.array(couponIdSchema).min(1).max(200) }),
    output: emptySchema,
  }),
  /** Ends what is left of a coupon, for a reason. Throws conflict (coupon_not_open). */
  void: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ couponId: couponIdSchema, reason: lineSchema(200) }),
    output: emptySchema,
  }),
  /** Takes a void back. Throws conflict (coupon_given_away) for what goes on with somebody else. */
  restore: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ couponId: couponIdSchema }),
    output: emptySchema,
  }),
};
