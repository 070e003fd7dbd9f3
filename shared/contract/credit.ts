import { z } from 'zod';
import { creditKinds } from '../domain/credit/ledger.ts';
import { paymentMethods } from '../domain/orders/money.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countSchema,
  creditEntryIdSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  signedCentsSchema,
  visitIdSchema,
} from './values.ts';

const methodSchema = z.enum(paymentMethods);
const ofCustomer = { customerId: customerIdSchema };
const positiveCentsSchema = centsSchema.refine((amount) => amount > 0, { error: 'amount_zero' });
const written = z.object({ entryId: creditEntryIdSchema, owedCents: signedCentsSchema });

/** What is set for one customer; null takes what the shop gives everyone. */
const ownTerms = { limitCents: signedCentsSchema.nullable(), termDays: countSchema.nullable() };

const debtFields = {
  owedCents: signedCentsSchema,
  /** What of it is past its day, and since when. */
  overdueCents: signedCentsSchema,
  overdueSince: localDateSchema.nullable(),
};

/** What the card says of somebody's debt. */
export const creditOnCardSchema = z.object({
  ...debtFields,
  limitCents: signedCentsSchema,
  /** How much more may be put on account. */
  leftCents: signedCentsSchema,
});

/** Money that came in for what had been put on account; below nothing where it was taken back. */
export const repaidSchema = z.object({
  id: creditEntryIdSchema,
  at: instantSchema,
  kind: z.enum(creditKinds),
  cents: signedCentsSchema,
  method: methodSchema,
  customerId: customerIdSchema,
  name: z.string(),
  staffName: z.string().nullable(),
});
export type Repaid = z.output<typeof repaidSchema>;

const creditEntrySchema = z.object({
  id: creditEntryIdSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  kind: z.enum(creditKinds),
  /** Above nothing the debt grew by it. */
  cents: signedCentsSchema,
  owedAfterCents: signedCentsSchema,
  dueOn: localDateSchema.nullable(),
  method: methodSchema.nullable(),
  reason: z.string().nullable(),
  visitId: visitIdSchema.nullable(),
  /** Which charges a repayment paid for, the oldest first. */
  paysFor: z.array(z.object({ chargedOn: localDateSchema, cents: signedCentsSchema })),
  isReversed: z.boolean(),
  /** Whether whoever asks may take it back. */
  canReverse: z.boolean(),
  staffName: z.string().nullable(),
});
export type CreditEntryRow = z.output<typeof creditEntrySchema>;

/** On account 挂账 (X50): what customers owe the shop. A visit puts it there and takes it off again; repaying is no second sale. */
export const creditContract = {
  /** What is owed, by which charges, and how much more may be. */
  account: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofCustomer),
    output: z.object({
      ...debtFields,
      /** As they count for this customer, and what of them is set for nobody else. */
      limitCents: signedCentsSchema,
      termDays: countSchema,
      own: z.object(ownTerms),
      /** In the order in which they are repaid, the oldest first; so many more are not told. */
      charges: z
        .array(
          z.object({
            entryId: creditEntryIdSchema,
            visitId: visitIdSchema.nullable(),
            chargedOn: localDateSchema,
            dueOn: localDateSchema,
            isOverdue: z.boolean(),
            chargedCents: signedCentsSchema,
            openCents: signedCentsSchema,
          }),
        )
        .max(50),
      moreCharges: countSchema,
    }),
  }),
  entries: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, ...ofCustomer }),
    output: pageOf(creditEntrySchema),
  }),
  /** Money for what is owed, the oldest charge first. Errors: bad_input (more_than_owed). */
  repay: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofCustomer,
      cents: positiveCentsSchema,
      method: methodSchema,
      note: z.string().trim().max(200).default(''),
    }),
    output: written,
  }),
  /** Gives up what will not come. Errors: bad_input (more_than_owed). */
  writeOff: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCustomer, cents: positiveCentsSchema, reason: lineSchema(200) }),
    output: written,
  }),
  /**
   * Takes a repayment or a write-off back. Whoever took the money today may take that back; all else needs loyalty.adjust (not_permitted).
   * Errors: already_undone, conflict (credit_is_reversal, credit_belongs_to_visit).
   */
  reverse: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ entryId: creditEntryIdSchema, reason: lineSchema(200) }),
    output: written,
  }),
  /** How much this customer may owe and for how many days; null takes what the shop gives everyone. */
  setTerms: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofCustomer,
      limitCents: centsSchema.nullable(),
      termDays: z.int().min(0).max(3650).nullable(),
    }),
    /** `credit.setTerms` with this takes it back. */
    output: z.object({ before: z.object(ownTerms) }),
  }),
  /** What all customers owe the shop, by how long ago it was to be paid. */
  owed: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      customers: countSchema,
      owedCents: signedCentsSchema,
      notDueCents: signedCentsSchema,
      overdueCents: signedCentsSchema,
      /** Days past the day it was due; the last has no end. */
      ages: z.array(z.object({ fromDays: countSchema, untilDays: countSchema.nullable(), cents: signedCentsSchema })),
    }),
  }),
  /** Who owes the shop, the largest debt first. */
  debtors: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(
      z.object({
        customerId: customerIdSchema,
        name: z.string(),
        number: plainText(z.string()),
        /** In the bin: what they owe they owe all the same. */
        isRemoved: z.boolean(),
        owedCents: signedCentsSchema,
        overdueCents: signedCentsSchema,
        oldestDueOn: localDateSchema.nullable(),
      }),
    ),
  }),
};
