import { z } from 'zod';
import { MOST_BIRTHDAY_DAYS, MOST_PERCENT } from '../domain/loyalty/earning.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { earningRuleIdSchema, emptySchema, lineSchema, localDateSchema, productIdSchema } from './values.ts';

/** So many rules are enough to be understood. */
export const MOST_EARNING_RULES = 50;

/** Days as they are kept: of the week or of the month. */
export const earningDaysSchema = z.array(z.int());
const daysOf = (last: number) =>
  z
    .array(z.int().min(1).max(last))
    .max(last)
    .refine((days) => new Set(days).size === days.length, { error: 'day_twice' })
    .default([]);

const fields = {
  name: plainText(lineSchema(40)),
  /** Of the usual points: 200 is double, 0 earns none. */
  percent: z.int().min(0).max(MOST_PERCENT),
  /** Only this product, or only this category; whatever is bought when both are absent. */
  productId: productIdSchema.nullable().default(null),
  category: plainText(z.string()).trim().min(1).max(40).nullable().default(null),
  /** 1 is Monday, 7 Sunday; empty is every day. */
  weekdays: daysOf(7),
  /** Days of the month; empty is every day. */
  monthDays: daysOf(31),
  fromOn: localDateSchema.nullable().default(null),
  untilOn: localDateSchema.nullable().default(null),
  /** So many days before and after the customer's birthday; null has nothing to do with it. */
  birthdayDays: z.int().min(0).max(MOST_BIRTHDAY_DAYS).nullable().default(null),
};
const fieldsSchema = z.strictObject(fields);

const ruleSchema = z.object({
  ...fields,
  id: earningRuleIdSchema,
  name: plainText(z.string()),
  productName: plainText(z.string()).nullable(),
  isArchived: z.boolean(),
  /** Some line earned by it: it is put away, not deleted. */
  isUsed: z.boolean(),
});
export type EarningRuleDefinition = z.output<typeof ruleSchema>;

/** What earns more points than usual, less, or none (DOMAIN "Points", X64). */
export const earningRulesContract = {
  list: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ rules: z.array(ruleSchema) }),
  }),
  /** Adds a rule, or writes over one. Two that say something of the same things on the same days are refused: conflict (earning_rule_twice). */
  save: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ ...fields, ruleId: earningRuleIdSchema.nullable().default(null) })
      .refine((rule) => rule.productId === null || rule.category === null, { error: 'product_or_category', path: ['category'] })
      .refine((rule) => rule.fromOn === null || rule.untilOn === null || rule.fromOn <= rule.untilOn, {
        error: 'until_before_from',
        path: ['untilOn'],
      }),
    output: z.object({ ruleId: earningRuleIdSchema, before: fieldsSchema.nullable() }),
  }),
  archive: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ruleId: earningRuleIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  remove: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ruleId: earningRuleIdSchema }),
    output: emptySchema,
  }),
};
