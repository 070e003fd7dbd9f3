import { z } from 'zod';
import { command, query } from './operation.ts';
import { centsSchema, customerIdSchema, emptySchema, localDateSchema, sharerIdSchema, signedCentsSchema } from './values.ts';

const limitSchema = centsSchema.refine((amount) => amount > 0, { error: 'amount_zero' }).nullable();

/** What the owner allows: each apart, and at least one of the two. */
const termFields = {
  maySpendStored: z.boolean(),
  mayUseCards: z.boolean(),
  /** The most of the stored value in a calendar month, and at one visit; null sets no limit. */
  monthCents: limitSchema.default(null),
  visitCents: limitSchema.default(null),
  note: z.string().trim().max(200).default(''),
};
const ofSharer = { sharerId: sharerIdSchema };

/** One side of the two, told to the other. */
const sharerSchema = z.object({
  id: sharerIdSchema,
  /** The other one of the two. */
  customerId: customerIdSchema,
  name: z.string(),
  maySpendStored: z.boolean(),
  mayUseCards: z.boolean(),
  monthCents: signedCentsSchema.nullable(),
  visitCents: signedCentsSchema.nullable(),
  note: z.string(),
  sinceOn: localDateSchema,
  endedOn: localDateSchema.nullable(),
  /** What was spent this month, less what came back of it. */
  usedCents: signedCentsSchema,
  staffName: z.string().nullable(),
});
export type Sharer = z.output<typeof sharerSchema>;

/** Sharers 副卡 (X55): who may spend somebody else's stored value and use their count cards, within which limits. */
export const sharersContract = {
  /** Who may use what a customer has, the ended ones last; and whose purse or cards they may use themselves. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ sharers: z.array(sharerSchema), owners: z.array(sharerSchema) }),
  }),
  /** Out of which purses of others a visit of that day may be paid, and how much of each; those with nothing left are not told. */
  forVisit: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema, businessDate: localDateSchema.nullable().default(null) }),
    output: z.object({
      purses: z.array(
        z.object({
          customerId: customerIdSchema,
          name: z.string(),
          principalCents: signedCentsSchema,
          giftCents: signedCentsSchema,
          mostCents: signedCentsSchema,
        }),
      ),
    }),
  }),
  /**
   * Names somebody who may use what the customer has, or with `sharerId` changes what they may. Errors: bad_input (share_with_self,
   * share_allows_nothing), conflict (share_already, customer_removed), not_found.
   */
  save: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'answer',
    input: z
      .strictObject({
        sharerId: sharerIdSchema.nullable().default(null),
        /** Whose purse and cards they are. */
        customerId: customerIdSchema,
        otherId: customerIdSchema,
        ...termFields,
      })
      .refine(({ maySpendStored, mayUseCards }) => maySpendStored || mayUseCards, {
        error: 'share_allows_nothing',
        path: ['maySpendStored'],
      })
      .refine(({ customerId, otherId }) => customerId !== otherId, { error: 'share_with_self', path: ['otherId'] }),
    output: z.object({
      sharerId: sharerIdSchema,
      /** `sharers.save` with this takes a change back; null for a new one, which `forget` takes back. */
      before: z
        .object({
          maySpendStored: z.boolean(),
          mayUseCards: z.boolean(),
          monthCents: signedCentsSchema.nullable(),
          visitCents: signedCentsSchema.nullable(),
          note: z.string(),
        })
        .nullable(),
    }),
  }),
  /** Ends it, or takes the end back. What was spent stays spent, and what comes back goes where it came from. Errors: conflict (share_already). */
  end: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofSharer, isEnded: z.boolean() }),
    output: emptySchema,
  }),
  /** Takes back that somebody was named. */
  forget: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofSharer),
    output: emptySchema,
  }),
};
