import { z } from 'zod';
import { MOST_COUPONS } from '../domain/coupons/terms.ts';
import { paymentMethods } from '../domain/orders/money.ts';
import { MOST_CARDS_AT_VISIT } from '../domain/valueCards/cards.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  countCardIdSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  parkedVisitIdSchema,
  productIdSchema,
  staffIdSchema,
  thingIdSchema,
} from './values.ts';

/**
 * What stands in a field, as it was typed: parking and resuming changes nothing, so nothing is masked either. What was typed at the desk and
 * is not yet in the books is read by whoever finishes it there.
 */
const typed = (longest: number) => plainText(z.string()).max(longest).default('');

/** One line of a visit that is not finished. */
const parkedLineSchema = z.strictObject({
  key: plainText(z.string()).max(60),
  productId: productIdSchema.nullable(),
  name: typed(120),
  quantity: typed(40),
  price: typed(40),
  cost: typed(40),
  discount: typed(40),
  /** Undefined follows the whole visit's choice. */
  thingId: thingIdSchema.nullable().optional(),
  /** Undefined leaves the choice of a count card to the program, null pays in money. */
  cardId: countCardIdSchema.nullable().optional(),
  staff: z
    .array(z.strictObject({ staffId: staffIdSchema, isRequested: z.boolean().nullable() }))
    .max(4)
    .default([]),
  serialNumber: typed(60),
  specification: typed(500),
  /** When a timed service began and ended; null has not. */
  startedAt: instantSchema.nullable().default(null),
  stoppedAt: instantSchema.nullable().default(null),
});

const parkedDeferralSchema = z.strictObject({
  key: plainText(z.string()).max(60),
  productId: productIdSchema.nullable(),
  name: typed(120),
  reason: typed(200),
  askAgainOn: localDateSchema.nullable(),
});

/** A visit as far as it was typed. */
export const visitDraftSchema = z.strictObject({
  lines: z.array(parkedLineSchema).max(100),
  discount: typed(40),
  discountReason: typed(200),
  /** What is paid with points, and how the rest is paid; null does not say. */
  pointsPaid: typed(40),
  /** What is paid out of the stored value. */
  storedPaid: typed(40),
  /** Whose stored value that is; undefined leaves the choice to the program, null is their own. */
  storedFromId: customerIdSchema.nullable().optional(),
  /** What is put on account. */
  accountPaid: typed(40),
  method: z.enum(paymentMethods).nullable().default(null),
  /** Numbers of coupons and discount codes that are used. */
  coupons: z.array(plainText(z.string()).max(40)).max(MOST_COUPONS).default([]),
  /** Codes of cards with money on them that were given, and ids of the customer's own that pay. */
  valueCards: z.array(plainText(z.string()).max(60)).max(MOST_CARDS_AT_VISIT).default([]),
  /** What each of them pays, by the same; left out is as much as it can. */
  valueCardsPaid: z
    .array(z.strictObject({ card: plainText(z.string()).max(60), paid: typed(40) }))
    .max(MOST_CARDS_AT_VISIT)
    .default([]),
  staffId: staffIdSchema.nullable(),
  note: typed(2000),
  date: localDateSchema.nullable(),
  thingId: thingIdSchema.nullable().optional(),
  deferred: z.array(parkedDeferralSchema).max(20).default([]),
});
export type VisitDraft = z.output<typeof visitDraftSchema>;

const parkedHead = {
  id: parkedVisitIdSchema,
  customerId: customerIdSchema.nullable(),
  customerName: z.string().nullable(),
  /** Whose it is where nobody is named: the seat, the plate, the dog. */
  label: z.string(),
  parkedAt: instantSchema,
  staffName: z.string().nullable(),
};

export const parkedVisitsContract = {
  /** The parked visits 挂单, the longest waiting first. */
  list: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      visits: z.array(z.object({ ...parkedHead, items: z.array(z.string()), runningSince: instantSchema.nullable() })).max(200),
    }),
  }),
  findById: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ parkedVisitId: parkedVisitIdSchema }),
    output: z.object({ ...parkedHead, draft: visitDraftSchema }),
  }),
  /** Parks a visit, or one parked before as it stands now. At most 200 wait at once. */
  save: command({
    permission: 'visits.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      /** The caller's own id: parking twice parks once. */
      parkedVisitId: parkedVisitIdSchema,
      customerId: customerIdSchema.nullable(),
      label: z.string().trim().max(40).default(''),
      draft: visitDraftSchema,
    }),
    output: emptySchema,
  }),
  /** Throws a parked visit away; the answer holds it, for taking that back. */
  discard: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'answer',
    input: z.strictObject({ parkedVisitId: parkedVisitIdSchema }),
    output: z.object({
      customerId: customerIdSchema.nullable(),
      label: lineSchema(40).or(z.literal('')),
      draft: visitDraftSchema,
    }),
  }),
};
