import { z } from 'zod';
import { paymentMethods } from '../domain/orders/money.ts';
import { MOST_GIFT_MONTHS } from '../domain/storedValue/giftParts.ts';
import { storedValueKinds } from '../domain/storedValue/purse.ts';
import { WHOLE_IN_BASIS_POINTS } from '../domain/visits/pricing.ts';
import { MAX_CENTS, cents } from '../types/amounts.ts';
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
  signedCentsSchema,
  storedValueEntryIdSchema,
  storedValueRuleIdSchema,
  visitIdSchema,
} from './values.ts';
import { proofField } from './spendingProof.ts';

const methodSchema = z.enum(paymentMethods);
const purseFields = { principalCents: signedCentsSchema, giftCents: signedCentsSchema };

/** Principal and gift, apart. */
export const purseSchema = z.object(purseFields);

const positiveCentsSchema = centsSchema.refine((amount) => amount > 0, { error: 'amount_zero' });

const storedValueEntrySchema = z.object({
  id: storedValueEntryIdSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  kind: z.enum(storedValueKinds),
  ...purseFields,
  balanceAfter: purseSchema,
  /** How the money came, or went out again. */
  method: methodSchema.nullable(),
  reason: z.string().nullable(),
  visitId: visitIdSchema.nullable(),
  isReversed: z.boolean(),
  /** Whether whoever asks may take it back. */
  canReverse: z.boolean(),
  /** To or from whom it went, of a transfer; who spent it, of what a sharer spent. */
  otherName: z.string().nullable(),
  staffName: z.string().nullable(),
});
export type StoredValueEntry = z.output<typeof storedValueEntrySchema>;

/** A correction: either way, and never larger than one field holds. */
const changeSchema = z
  .int()
  .min(0 - MAX_CENTS)
  .max(MAX_CENTS)
  .transform(cents);

const written = z.object({ entryId: storedValueEntryIdSchema, balance: purseSchema });

/** What a rule gives: an amount, or a share in basis points. */
const giftSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), cents: positiveCentsSchema, isRepeated: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('percent'), basisPoints: z.int().min(1).max(WHOLE_IN_BASIS_POINTS) }),
]);
/** Over how many months the gift comes (X58); 1 is all at once. */
const monthsSchema = z.int().min(1).max(MOST_GIFT_MONTHS);
const ruleFields = { fromCents: positiveCentsSchema, gift: giftSchema, months: monthsSchema.default(1) };

/** What the shop gives on top of a top-up: 充500送50. */
const storedValueRuleSchema = z.object({
  id: storedValueRuleIdSchema,
  name: plainText(z.string()),
  fromCents: signedCentsSchema,
  gift: giftSchema,
  months: monthsSchema,
  isArchived: z.boolean(),
});
export type StoredValueRule = z.output<typeof storedValueRuleSchema>;
const ofRule = { ruleId: storedValueRuleIdSchema };

const ofCustomer = { customerId: customerIdSchema };

/** Stored value 储值 (DOMAIN "Prepaid"): a ledger in which principal and gift stand apart. */
export const storedValueContract = {
  /** Why this balance: what it came from, and what is left of what came in when. */
  account: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofCustomer),
    output: z.object({
      balance: purseSchema,
      /** Together they are the balance; what was spent, paid out or voided is below zero. */
      sums: z.object({
        toppedUp: purseSchema,
        spent: purseSchema,
        refunded: purseSchema,
        voided: purseSchema,
        adjusted: purseSchema,
        transferred: purseSchema,
        brought: purseSchema,
      }),
      /** In the order in which they are spent, the oldest first; so many more are not told. */
      lots: z
        .array(z.object({ entryId: storedValueEntryIdSchema, cameOn: localDateSchema, ...purseFields, left: purseSchema }))
        .max(50),
      moreLots: countSchema,
      /** What of gifts is still to come, the next first; and all of it together (X58). */
      later: z.array(z.object({ dueOn: localDateSchema, cents: signedCentsSchema })).max(50),
      laterCents: signedCentsSchema,
    }),
  }),
  entries: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, ...ofCustomer }),
    output: pageOf(storedValueEntrySchema),
  }),
  /**
   * Money paid in, and what is given on top: all of it, also where the rule lets it come in monthly parts (X58). Errors: not_permitted for a gift other than the one the rules give, without loyalty.adjust;
   * conflict (stored_value_out_of_range).
   */
  topUp: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofCustomer,
      principalCents: positiveCentsSchema,
      giftCents: centsSchema,
      method: methodSchema,
      note: z.string().trim().max(200).default(''),
    }),
    output: written,
  }),
  /**
   * Pays principal out; the gift that ends with it must be the one that was shown. Errors: conflict (not_enough_stored_value,
   * stored_value_changed when somebody was quicker); those of a proof as `visits.record` tells them.
   */
  refund: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofCustomer,
      principalCents: positiveCentsSchema,
      giftCents: centsSchema,
      method: methodSchema,
      reason: lineSchema(200),
      ...proofField,
    }),
    output: written,
  }),
  /** Ends value without paying anything out. Errors: conflict (not_enough_stored_value). */
  void: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z
      .strictObject({ ...ofCustomer, principalCents: centsSchema, giftCents: centsSchema, reason: lineSchema(200) })
      .refine(({ principalCents, giftCents }) => principalCents > 0 || giftCents > 0, {
        error: 'amount_zero',
        path: ['principalCents'],
      }),
    output: written,
  }),
  /** Corrects the balance by hand. Errors: conflict (not_enough_stored_value, stored_value_out_of_range). */
  adjust: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z
      .strictObject({ ...ofCustomer, principalCents: changeSchema, giftCents: changeSchema, reason: lineSchema(200) })
      .refine(({ principalCents, giftCents }) => principalCents !== 0 || giftCents !== 0, {
        error: 'amount_zero',
        path: ['principalCents'],
      }),
    output: written,
  }),
  /**
   * Gives value to somebody else, as old as it is. `reverse` of either side takes both back. Errors: bad_input (transfer_to_self), conflict
   * (not_enough_stored_value, stored_value_out_of_range).
   */
  transfer: command({
    permission: 'loyalty.transfer',
    audit: 'value',
    masks: 'none',
    input: z
      .strictObject({
        ...ofCustomer,
        toCustomerId: customerIdSchema,
        principalCents: centsSchema,
        giftCents: centsSchema,
        reason: lineSchema(200),
        ...proofField,
      })
      .refine(({ principalCents, giftCents }) => principalCents > 0 || giftCents > 0, {
        error: 'amount_zero',
        path: ['principalCents'],
      }),
    output: written.extend({ toBalance: purseSchema }),
  }),
  /**
   * Takes an entry back as a whole. Whoever topped up today may take that back; all else needs loyalty.adjust (not_permitted). Errors:
   * already_undone, conflict (stored_is_reversal, stored_belongs_to_visit, stored_belongs_to_import; stored_value_spent where it has been
   * spent since).
   */
  reverse: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ entryId: storedValueEntryIdSchema, reason: lineSchema(200) }),
    output: written,
  }),
  /** What the shop owes all its customers, by how long ago it came in. */
  owed: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      customers: countSchema,
      ...purseFields,
      /** What of gifts is still to come; in no purse yet (X58). */
      laterCents: signedCentsSchema,
      /** The youngest first; the last has no end. */
      ages: z.array(z.object({ fromMonths: countSchema, untilMonths: countSchema.nullable(), ...purseFields })),
    }),
  }),
  /** Who has something stored, the largest balance first. */
  holders: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(
      z.object({
        customerId: customerIdSchema,
        name: z.string(),
        number: plainText(z.string()),
        /** In the bin: what is owed is owed all the same. */
        isRemoved: z.boolean(),
        ...purseFields,
        /** When the oldest of what is left came in. */
        oldestOn: localDateSchema.nullable(),
      }),
    ),
  }),
  /** What the shop gives on top, in the order it was made. */
  rules: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ rules: z.array(storedValueRuleSchema) }),
  }),
  /** Makes a rule, or with `ruleId` changes it; what was given by it stays. Errors: conflict (rule_taken). */
  saveRule: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ruleId: storedValueRuleIdSchema.nullable().default(null), name: lineSchema(40), ...ruleFields }),
    output: z.object({
      ruleId: storedValueRuleIdSchema,
      /** `storedValue.saveRule` with this takes a change back; null for a new one. */
      before: z
        .object({ name: plainText(z.string()), fromCents: signedCentsSchema, gift: giftSchema, months: monthsSchema })
        .nullable(),
    }),
  }),
  archiveRule: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofRule, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  removeRule: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofRule),
    output: emptySchema,
  }),
};
