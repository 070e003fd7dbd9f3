import { z } from 'zod';
import { festivals } from '../domain/reminders/own/festivalNames.ts';
import {
  MOST_FIRST_VISIT_MONTHS,
  MOST_GIVE_UP_DAYS,
  MOST_LEAD_DAYS,
  MOST_RUN_OUT_DAYS,
  MOST_STAGE_MONTHS,
  MOST_STEPS,
  MOST_STEP_DAYS,
  stageBearers,
} from '../domain/reminders/own/types.ts';
import { plainText } from './masking.ts';
import { command, query, study } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  emptySchema,
  jobFields,
  lineSchema,
  localDateSchema,
  productIdSchema,
  reminderRuleIdSchema,
} from './values.ts';

const ofProducts = {
  /** Only this product, or only this category. */
  productId: productIdSchema.nullable().default(null),
  category: plainText(z.string()).trim().min(1).max(40).nullable().default(null),
};

const baseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('after_purchase'), ...ofProducts }),
  z.strictObject({ kind: z.literal('replenish'), ...ofProducts, daysPerUnit: z.int().min(1).max(MOST_RUN_OUT_DAYS) }),
  z.strictObject({ kind: z.literal('festival'), festival: z.enum(festivals) }),
  z.strictObject({
    kind: z.literal('yearly_day'),
    calendar: z.enum(['solar', 'lunar']),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  z.strictObject({ kind: z.literal('age_stage'), bearer: z.enum(stageBearers), months: z.int().min(1).max(MOST_STAGE_MONTHS) }),
  z.strictObject({ kind: z.literal('first_visit'), months: z.int().min(1).max(MOST_FIRST_VISIT_MONTHS) }),
]);

/** What a rule of the shop's own says (X03, X04). Steps ascend, each once; those of a day of the calendar do not come after it. */
const fields = {
  base: baseSchema,
  steps: z.array(z.int().min(-MOST_LEAD_DAYS).max(MOST_STEP_DAYS)).min(1).max(MOST_STEPS),
  giveUpDays: z.int().min(1).max(MOST_GIVE_UP_DAYS),
  values: z
    .array(z.enum(['high', 'middle', 'low']))
    .max(3)
    .default([]),
  isVipOnly: z.boolean().default(false),
  group: plainText(lineSchema(40).or(z.literal(''))).default(''),
  say: plainText(lineSchema(200).or(z.literal(''))).default(''),
};
/** As they are kept. */
export const ownRuleTermsSchema = z.object(fields);

const ruleSchema = z.object({
  ...fields,
  id: reminderRuleIdSchema,
  name: plainText(z.string()),
  productName: plainText(z.string()).nullable(),
  isOn: z.boolean(),
});
export type OwnRuleDefinition = z.output<typeof ruleSchema>;

const rule = { ...fields, name: plainText(lineSchema(40)) };

/** The shop's own reminder rules, as data (DOMAIN "Reminders and the daily list"). A change judges everyone anew. */
export const reminderRulesContract = {
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({}),
    output: z.object({ rules: z.array(ruleSchema) }),
  }),
  /** Adds a rule, or writes over one. Errors: bad_input (steps out of order, no such day, replenishment of nothing), conflict (reminder_rule_taken, reminder_rules_full). */
  save: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...rule, ruleId: reminderRuleIdSchema.nullable().default(null), isOn: z.boolean().default(true) }),
    output: z.object({ ruleId: reminderRuleIdSchema, before: z.object({ ...rule, isOn: z.boolean() }).nullable() }),
  }),
  /** Switches a rule on or off. */
  turn: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ruleId: reminderRuleIdSchema, isOn: z.boolean() }),
    output: emptySchema,
  }),
  remove: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ruleId: reminderRuleIdSchema }),
    output: emptySchema,
  }),
  /** Whom a rule would have called on each of the last 30 days, by the facts as they are known now. Errors: as of save. */
  preview: study({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...fields, ...jobFields }),
    output: z.object({
      from: localDateSchema,
      until: localDateSchema,
      /** Occasions, and how many different people they were. */
      calls: countSchema,
      people: countSchema,
      /** How many fit into a day, to hold the busiest one against. */
      capacity: countSchema,
      days: z.array(z.object({ on: localDateSchema, calls: countSchema })),
      /** The latest first, at most 100. */
      rows: z.array(
        z.object({
          on: localDateSchema,
          customerId: customerIdSchema,
          customerNo: customerNumberSchema,
          name: z.string(),
          about: z.string(),
        }),
      ),
    }),
  }),
};
