import { z } from 'zod';
import { commissionKinds } from '../domain/commissions/commissions.ts';
import { WHOLE_IN_BASIS_POINTS } from '../domain/visits/pricing.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  commissionRuleIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  lineSchema,
  localDateSchema,
  productIdSchema,
  signedCentsSchema,
  staffIdSchema,
  visitIdSchema,
} from './values.ts';

/** So many rules are enough to be understood. */
export const MOST_COMMISSION_RULES = 100;

/** Who else did a line, as the store reads it. */
export const commissionHelpersSchema = z.array(staffIdSchema);

const kindSchema = z.enum(commissionKinds);
const fields = {
  name: plainText(lineSchema(40)),
  kind: kindSchema,
  /** Only this product, or only this category; everything of its kind when both are absent. */
  productId: productIdSchema.nullable().default(null),
  category: plainText(z.string()).trim().min(1).max(40).nullable().default(null),
  /** A share of what was paid, or so much for each piece, top-up or use. */
  rate: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), basisPoints: z.int().min(0).max(WHOLE_IN_BASIS_POINTS) }),
    z.strictObject({ kind: z.literal('each'), cents: centsSchema }),
  ]),
  fromOn: localDateSchema.nullable().default(null),
  untilOn: localDateSchema.nullable().default(null),
};
const fieldsSchema = z.strictObject(fields);

const ruleSchema = z.object({
  ...fields,
  id: commissionRuleIdSchema,
  name: plainText(z.string()),
  productName: plainText(z.string()).nullable(),
  isArchived: z.boolean(),
});
export type CommissionRuleDefinition = z.output<typeof ruleSchema>;

const sumSchema = z.object({ count: countSchema, baseCents: signedCentsSchema, commissionCents: signedCentsSchema });

/** A month, by any day of it. */
const monthSchema = { month: localDateSchema };

/** What staff get for what they sold and did (提成, X69): rules of the shop's own, and a sheet for each month. */
export const commissionsContract = {
  list: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ rules: z.array(ruleSchema) }),
  }),
  /** Adds a rule, or writes over one. Errors: conflict (commission_rule_twice) where another says something of the same on the same days. */
  save: command({
    permission: 'staff.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ ...fields, ruleId: commissionRuleIdSchema.nullable().default(null) })
      .refine((rule) => rule.productId === null || rule.category === null, { error: 'product_or_category', path: ['category'] })
      .refine((rule) => rule.kind !== 'top_up' || (rule.productId === null && rule.category === null), {
        error: 'top_up_is_of_nothing',
        path: ['kind'],
      })
      .refine((rule) => rule.fromOn === null || rule.untilOn === null || rule.fromOn <= rule.untilOn, {
        error: 'until_before_from',
        path: ['untilOn'],
      }),
    output: z.object({ ruleId: commissionRuleIdSchema, before: fieldsSchema.nullable() }),
  }),
  archive: command({
    permission: 'staff.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ruleId: commissionRuleIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  remove: command({
    permission: 'staff.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ruleId: commissionRuleIdSchema }),
    output: emptySchema,
  }),
  /** What each person sold, did and gets in a month, by kind; whoever is null is nobody. Reckoned by the rules as they stand. */
  sheet: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(monthSchema),
    output: z.object({
      from: localDateSchema,
      to: localDateSchema,
      hasRules: z.boolean(),
      rows: z.array(
        z.object({
          staffId: staffIdSchema.nullable(),
          name: plainText(z.string()).nullable(),
          sums: z.object({ sale: sumSchema, service: sumSchema, top_up: sumSchema, card_use: sumSchema }),
          commissionCents: signedCentsSchema,
        }),
      ),
      commissionCents: signedCentsSchema,
    }),
  }),
  /** What one person's figures are made of, the latest first; null is what nobody is named for. */
  items: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...monthSchema,
      staffId: staffIdSchema.nullable(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: countSchema,
      rows: z.array(
        z.object({
          kind: kindSchema,
          on: localDateSchema,
          /** The item, or the card that was used; null of a top-up. */
          what: z.string().nullable(),
          visitId: visitIdSchema.nullable(),
          receiptNumber: plainText(z.string()).nullable(),
          customerId: customerIdSchema.nullable(),
          customerName: z.string().nullable(),
          baseCents: signedCentsSchema,
          commissionCents: signedCentsSchema,
          /** Among so many it was shared. */
          sharedBy: countSchema,
          /** Null where no rule says anything of it. */
          ruleName: plainText(z.string()).nullable(),
        }),
      ),
    }),
  }),
};
