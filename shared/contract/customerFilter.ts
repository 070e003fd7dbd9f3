import { z } from 'zod';
import { consentPurposes } from '../domain/privacy/consents.ts';
import { customConditionSchema } from './customFields.ts';
import { segmentFilterSchema } from './segments.ts';
import {
  countSchema,
  customerIdSchema,
  customerStatusSchema,
  genderSchema,
  localDateSchema,
  ownSegmentIdSchema,
  signedCentsSchema,
  signedPointsSchema,
  staffIdSchema,
  tagIdSchema,
  tierIdSchema,
} from './values.ts';

// Which customers are meant: by the list, by a saved view, by an export, by a bulk edit. One form for all of them.

/** Both ends included; an absent end is open. */
const rangeOf = <Value extends z.ZodType>(value: Value) => z.strictObject({ min: value.optional(), max: value.optional() });
const dayRangeSchema = z.strictObject({ from: localDateSchema.optional(), to: localDateSchema.optional() });
/** How somebody stands with a purpose: agreed; withdrew or declined; never asked (R190). */
export const consentStates = ['given', 'withdrawn', 'unasked'] as const;
const consentConditionSchema = z.strictObject({ purpose: z.enum(consentPurposes), state: z.enum(consentStates) });
export type ConsentCondition = z.output<typeof consentConditionSchema>;

/** Values of a text field; '' stands for those without one. */
const textChoices = z.array(z.string().trim().max(60)).min(1).max(100);

/**
 * Conditions that all hold; an absent one lets everyone through. Removed customers are never meant.
 */
export const customerFilterSchema = z.strictObject({
  /** What the search box would find. */
  text: z.string().trim().max(60).optional(),
  segment: segmentFilterSchema.optional(),
  /** One of the shop's own segments (R031). */
  ownSegment: ownSegmentIdSchema.optional(),
  statuses: z.array(customerStatusSchema).min(1).max(3).optional(),
  genders: z.array(genderSchema).min(1).max(3).optional(),
  /** Who looks after them; 'unowned' stands for those whom nobody does. */
  owners: z
    .array(z.union([staffIdSchema, z.literal('unowned')]))
    .min(1)
    .max(100)
    .optional(),
  regions: textChoices.optional(),
  /** Parts of the region as `placesOf` reads it, each a value of its own (R003); '' stands for those whose region does not say. */
  provinces: textChoices.optional(),
  cities: textChoices.optional(),
  districts: textChoices.optional(),
  sources: textChoices.optional(),
  tags: z
    .strictObject({ tagIds: z.array(tagIdSchema).min(1).max(20), match: z.enum(['any', 'all', 'none']).default('any') })
    .optional(),
  /** The tiers they have now; 'none' stands for those who have none (R075). */
  tiers: z
    .array(z.union([tierIdSchema, z.literal('none')]))
    .min(1)
    .max(20)
    .optional(),
  /** Months of the year in which the birthday is next celebrated, a lunar one by the day it falls on. */
  birthdayMonths: z.array(z.int().min(1).max(12)).min(1).max(12).optional(),
  /** A phone that is not known to be wrong. */
  hasValidPhone: z.boolean().optional(),
  hasConsent: z.boolean().optional(),
  /** How they stand with each of these purposes. */
  consents: z.array(consentConditionSchema).min(1).max(consentPurposes.length).optional(),
  doNotContact: z.boolean().optional(),
  isVip: z.boolean().optional(),
  /** Inactive customers (X37) are meant only when they are asked for: they alone, or they too. */
  inactive: z.enum(['only', 'also']).optional(),
  /** Days of the shop's own zone on which they were entered. */
  created: dayRangeSchema.optional(),
  lastVisit: dayRangeSchema.optional(),
  /** Days since the last visit, counted anew every day; whoever never came has none. */
  daysSinceVisit: rangeOf(z.int().min(0).max(36_500)).optional(),
  visits: rangeOf(countSchema).optional(),
  spendCents: rangeOf(signedCentsSchema).optional(),
  points: rangeOf(signedPointsSchema).optional(),
  /** Conditions on the shop's own fields. */
  custom: z.array(customConditionSchema).min(1).max(20).optional(),
});
export type CustomerFilter = z.output<typeof customerFilterSchema>;

/** So many people can be named one by one; more are named by a filter. */
export const MOST_NAMED = 5000;

/** Some people: named one by one, or all that a filter lets through except some. */
export const customerSelectionSchema = z.union([
  z.strictObject({ ids: z.array(customerIdSchema).min(1).max(MOST_NAMED) }),
  z.strictObject({ filter: customerFilterSchema, exceptIds: z.array(customerIdSchema).max(MOST_NAMED).default([]) }),
]);
export type CustomerSelection = z.output<typeof customerSelectionSchema>;
