import { z } from 'zod';
import {
  LEAST_CYCLE_DAYS,
  MOST_CYCLE_COUPONS,
  MOST_CYCLE_DAYS,
  MOST_MEMBERSHIP_MONTHS,
  membershipCycles,
  membershipEntryKinds,
  membershipStates,
} from '../domain/loyalty/memberships.ts';
import { paymentMethods } from '../domain/orders/money.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countSchema,
  couponTypeIdSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  membershipEntryIdSchema,
  membershipPlanIdSchema,
  membershipTermIdSchema,
  pageFields,
  pageOf,
  signedCentsSchema,
  tierIdSchema,
} from './values.ts';

const methodSchema = z.enum(paymentMethods);

const fields = {
  name: plainText(lineSchema(40)),
  priceCents: centsSchema,
  months: z.int().min(1).max(MOST_MEMBERSHIP_MONTHS),
  /** The tier that is held at least while it runs; null for none. */
  tierId: tierIdSchema.nullable(),
  /** What each cycle gives comes once, every month, or every so many days. */
  every: z.enum(membershipCycles),
  everyDays: z.int().min(LEAST_CYCLE_DAYS).max(MOST_CYCLE_DAYS).nullable(),
  /** So many coupons of that type a cycle, and so many points. */
  couponTypeId: couponTypeIdSchema.nullable(),
  coupons: z.int().min(0).max(MOST_CYCLE_COUPONS),
  points: z.int().min(0).max(1_000_000),
};
const names = {
  name: plainText(z.string()),
  tierName: plainText(z.string()).nullable(),
  couponName: plainText(z.string()).nullable(),
};
const told = { ...fields, name: plainText(z.string()) };
const planSchema = z.object({
  ...told,
  ...names,
  id: membershipPlanIdSchema,
  isArchived: z.boolean(),
  /** Somebody has bought it: it is put away, not deleted. */
  isUsed: z.boolean(),
});
export type MembershipPlanDefinition = z.output<typeof planSchema>;

const termDays = { fromOn: localDateSchema, untilOn: localDateSchema };

const termSchema = z.object({
  id: membershipTermIdSchema,
  planId: membershipPlanIdSchema,
  ...names,
  ...termDays,
  /** The last day it was sold for. */
  soldUntilOn: localDateSchema,
  state: z.enum(membershipStates),
  paidCents: centsSchema,
  every: z.enum(membershipCycles),
  everyDays: countSchema.nullable(),
  coupons: countSchema,
  points: countSchema,
  /** How many cycles it has, and on which day the next one begins; null when none comes any more. */
  cycles: countSchema,
  nextOn: localDateSchema.nullable(),
  /** The cycles that have begun, the latest first. */
  grants: z.array(
    z.object({
      cycle: countSchema,
      ...termDays,
      /** It was over before it could be given: it has lapsed unused. */
      isMissed: z.boolean(),
      coupons: countSchema,
      /** How many of its coupons were used. */
      used: countSchema,
      points: countSchema,
    }),
  ),
  /** What moved it, first to last. */
  entries: z.array(
    z.object({
      id: membershipEntryIdSchema,
      kind: z.enum(membershipEntryKinds),
      businessDate: localDateSchema,
      cents: signedCentsSchema,
      method: methodSchema,
      reason: z.string().nullable(),
      staffName: z.string().nullable(),
    }),
  ),
  /** Whether whoever asks may take the sale back, end it, and go on with it after it was ended. */
  mayTakeBack: z.boolean(),
  mayEnd: z.boolean(),
  mayGoOn: z.boolean(),
  /** What is proposed to be paid back if it ends today. */
  refundCents: centsSchema,
});
export type MembershipTermTold = z.output<typeof termSchema>;

/** Which memberships a list shows: those that end soon, all that run, those that ended in the last year and were not renewed. */
export const membershipLists = ['ending', 'running', 'over'] as const;

const ofTerm = { termId: membershipTermIdSchema };
const ofPlan = { planId: membershipPlanIdSchema };

/** Paid membership 付费会员 (X57). */
export const membershipsContract = {
  plans: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ plans: z.array(planSchema) }),
  }),
  /** Makes a plan, or with `planId` changes it; what was sold stays as it was. Refused with conflict: membership_plan_taken, membership_plans_full. */
  savePlan: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ ...fields, planId: membershipPlanIdSchema.nullable().default(null) })
      .refine(({ every, everyDays }) => (every === 'days') === (everyDays !== null), { error: 'required', path: ['everyDays'] })
      .refine(({ couponTypeId, coupons }) => (couponTypeId !== null) === coupons > 0, { error: 'required', path: ['coupons'] }),
    output: z.object({
      planId: membershipPlanIdSchema,
      /** `memberships.savePlan` with this takes a change back; null for a new one. */
      before: z.object(told).nullable(),
    }),
  }),
  archivePlan: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofPlan, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  removePlan: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofPlan),
    output: emptySchema,
  }),
  /** What somebody bought, the one that begins last before all. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      terms: z.array(termSchema).max(100),
      /** By which names somebody is a member today, and until when without a gap; null for whoever is none. */
      member: z.object({ names: z.array(plainText(z.string())), untilOn: localDateSchema }).nullable(),
      /** Whether there is one to sell. */
      hasPlans: z.boolean(),
    }),
  }),
  /**
   * Sells one from the day on which the last of its plan ends, or from today. Another price than the plan's needs loyalty.adjust. Refused with
   * conflict: membership_plan_archived, memberships_full.
   */
  sell: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, ...ofPlan, paidCents: centsSchema, method: methodSchema }),
    output: z.object({ ...ofTerm, ...termDays }),
  }),
  /**
   * Takes a sale back with what it gave: by whoever sold it on that day, else with loyalty.adjust. Refused with conflict: membership_used where a
   * coupon or points of it were used, membership_renewed, membership_has_ended.
   */
  takeBack: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofTerm),
    output: emptySchema,
  }),
  /** Ends one today with what was not used, and pays so much back. Refused with conflict: membership_renewed, membership_has_ended; bad_input (more_than_paid). */
  end: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofTerm, refundCents: centsSchema, method: methodSchema, reason: lineSchema(200) }),
    output: emptySchema,
  }),
  /** Takes an end back: it runs again for as long as it was sold for, with what was taken away. Refused with conflict (membership_renewed). */
  goOn: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofTerm),
    output: emptySchema,
  }),
  /** Whose membership ends when, what ends first before all; of those that are over, the latest. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ show: z.enum(membershipLists), ...pageFields }),
    output: pageOf(
      z.object({
        ...ofTerm,
        customerId: customerIdSchema,
        customerName: z.string(),
        name: plainText(z.string()),
        paidCents: centsSchema,
        ...termDays,
      }),
    ),
  }),
  /** How many are members today and how many of these end soon; whether the shop has any plan. */
  figures: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({}),
    output: z.object({ running: countSchema, ending: countSchema, aheadDays: countSchema, hasPlans: z.boolean() }),
  }),
  /** Terms that run or are to come, and what of their price is not served yet: the days behind today. */
  owed: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({}),
    output: z.object({ terms: countSchema, cents: signedCentsSchema }),
  }),
  /** Money that memberships brought in on a day, or that went out again: the till is counted with it. */
  till: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ businessDate: localDateSchema }),
    output: z.object({
      entries: z.array(
        z.object({
          id: membershipEntryIdSchema,
          at: instantSchema,
          kind: z.enum(membershipEntryKinds),
          name: plainText(z.string()),
          cents: signedCentsSchema,
          method: methodSchema,
          customerId: customerIdSchema,
          customerName: z.string(),
          staffName: z.string().nullable(),
        }),
      ),
    }),
  }),
};
