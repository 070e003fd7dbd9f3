import { z } from 'zod';
import { referralToldSchema } from './referralRewards.ts';
import { stampsToldSchema } from './stamps.ts';
import { MOST_COUPONS } from '../domain/coupons/terms.ts';
import { paymentMethods } from '../domain/orders/money.ts';
import { storedValueKinds } from '../domain/storedValue/purse.ts';
import { saidPaymentMethods, visitPaymentMethods } from '../domain/visits/payments.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  appointmentIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  orderIdSchema,
  pageFields,
  pageOf,
  parkedVisitIdSchema,
  productIdSchema,
  quantitySchema,
  centsSchema,
  signedCentsSchema,
  signedPointsSchema,
  staffIdSchema,
  storedValueEntryIdSchema,
  visitIdSchema,
  visitLineIdSchema,
} from './values.ts';
import { repaidSchema } from './credit.ts';
import { proofField } from './spendingProof.ts';
import { purseSchema } from './storedValue.ts';
import { cardsSoldSchema, payingCardsField, valueCardOfVisitSchema } from './valueCards.ts';
import { newDeferredItemSchema } from './deferrals.ts';
import { discountSchema, newVisitLineSchema, visitLineSchema } from './visitLines.ts';

/** What every list of visits says of one. */
const visitHead = {
  id: visitIdSchema,
  /** Null is a walk-in 散客 whom nobody has named yet (X29). */
  customerId: customerIdSchema.nullable(),
  at: instantSchema,
  businessDate: localDateSchema,
  /** Null for what a file brought. */
  receiptNumber: plainText(z.string()).nullable(),
  staffName: z.string().nullable(),
  note: z.string().nullable(),
  totalCents: signedCentsSchema,
  pointsEarned: signedPointsSchema,
  /** The visit whose lines this one takes back (R068). */
  returnsVisitId: visitIdSchema.nullable(),
  undoneAt: instantSchema.nullable(),
};

/** The order that a visit handed over. */
export const orderOfVisitSchema = z.object({ id: orderIdSchema, number: plainText(z.string()) });
const methodSchema = z.enum(visitPaymentMethods);

/** What a visit was paid with; what is not listed was paid in money. Of a return all are negative. */
export const visitPaymentSchema = z.object({
  method: methodSchema,
  cents: signedCentsSchema,
  points: signedPointsSchema.nullable(),
  /** How much of what stored value paid was gift. */
  giftCents: signedCentsSchema.nullable(),
  /** Whose stored value it was, when it was somebody else's (X55). */
  fromName: z.string().nullable(),
});

const pendingToldSchema = z.object({ points: signedPointsSchema, readyOn: localDateSchema }).nullable();

/** What it earned whoever's purse paid, where the shop has it so (X55). */
const sharedEarningSchema = z.object({ customerId: customerIdSchema, name: z.string(), points: signedPointsSchema }).nullable();

export const visitSchema = z.object({
  ...visitHead,
  /** What was taken off the whole, and why. */
  discountCents: signedCentsSchema,
  discountReason: z.string().nullable(),
  order: orderOfVisitSchema.nullable(),
  payments: z.array(visitPaymentSchema),
  /** Coupons and discount codes, and what each took off; of a return those it gave back, below nothing. */
  coupons: z.array(z.object({ name: plainText(z.string()), text: plainText(z.string()), cents: signedCentsSchema })),
  /** What it brought both sides because they were brought by somebody (R093), while it stands. */
  referral: referralToldSchema.nullable(),
  /** What it moved on cards of stamps, and how they stand now (X61). */
  stamps: z.array(stampsToldSchema),
  /** What of its points is not spendable yet, and from when on it is (X62). */
  pending: pendingToldSchema,
  sharedEarning: sharedEarningSchema,
  /** Coupons it brought for the next visit (X64), those taken back left out. */
  issuedCoupons: z.array(
    z.object({
      name: plainText(z.string()),
      number: plainText(z.string()),
      text: plainText(z.string()),
      fromOn: localDateSchema.nullable(),
      expiresOn: localDateSchema.nullable(),
    }),
  ),
  /** What returns have given back in points so far. */
  givenBackInPoints: z.object({ cents: signedCentsSchema, points: signedPointsSchema }),
  /** What the visit itself took from the purse, and what returns have given back into it so far. */
  stored: z.object({ paid: purseSchema, givenBack: purseSchema }),
  /** What of it was put on account, and what of that is still owed; null for nothing. */
  credit: z.object({ chargedCents: signedCentsSchema, openCents: signedCentsSchema }).nullable(),
  /** Cards with money on them that paid, or that a return gave back to (X59, X60). */
  valueCards: z.array(valueCardOfVisitSchema),
  /** When a walk-in's visit was given to its customer. */
  claimedAt: instantSchema.nullable(),
  /** Receipts of what came back of it. */
  returns: z.array(z.object({ visitId: visitIdSchema, at: instantSchema, totalCents: signedCentsSchema })),
  lines: z.array(visitLineSchema),
});

/** A visit in the list of a day. */
const dayRowSchema = z.object({
  ...visitHead,
  customerName: z.string().nullable(),
  /** The first lines' names, for the eye. */
  items: z.array(z.string()),
});

/** A deposit that stayed with the shop that day; below nothing where one kept earlier was given back. */
const keptDepositSchema = z.object({
  /** Of an order, or of a booking; null where whoever reads may not see the diary. */
  orderId: orderIdSchema.nullable(),
  appointmentId: appointmentIdSchema.nullable(),
  orderNumber: plainText(z.string()).nullable(),
  service: z.string().nullable(),
  bookedFor: localDateSchema.nullable(),
  customerId: customerIdSchema.nullable(),
  name: z.string().nullable(),
  at: instantSchema,
  cents: signedCentsSchema,
});
export type KeptDeposit = z.output<typeof keptDepositSchema>;

/** Money that came in for stored value, or went out again: the till is counted with it. */
const tillEntrySchema = z.object({
  id: storedValueEntryIdSchema,
  at: instantSchema,
  kind: z.enum(storedValueKinds),
  principalCents: signedCentsSchema,
  giftCents: signedCentsSchema,
  method: z.enum(paymentMethods),
  customerId: customerIdSchema,
  name: z.string(),
  staffName: z.string().nullable(),
});
export type TillEntry = z.output<typeof tillEntrySchema>;

/** What a visit written down comes to. Without a customer there are no points. */
const recordedSchema = z.object({
  visitId: visitIdSchema,
  receiptNumber: plainText(z.string()),
  totalCents: signedCentsSchema,
  pointsEarned: signedPointsSchema,
  /** What was paid with points. */
  pointsSpent: signedPointsSchema,
  /** What was paid out of the purse. */
  storedSpent: purseSchema,
  pointsBalance: signedPointsSchema.nullable(),
  referral: referralToldSchema.nullable(),
  stamps: z.array(stampsToldSchema),
  pending: pendingToldSchema,
  sharedEarning: sharedEarningSchema,
});

/** Keys of the warnings the clerk has seen and goes on all the same (X22); that of a block needs customers.block (X23). */
const acknowledgedField = { acknowledged: z.array(z.string().max(80)).max(100).default([]) };

export const visitsContract = {
  record: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'answer',
    input: z
      .strictObject({
        /** Null is a walk-in (X29). */
        customerId: customerIdSchema.nullable(),
        /** Empty lines: a visit without a purchase (R043). */
        lines: z.array(newVisitLineSchema).max(100),
        /** What is taken off the whole. */
        discount: discountSchema.nullable().default(null),
        discountReason: z.string().trim().max(200).default(''),
        /** What it was paid with, each way once; what is not listed was paid in money. */
        payments: z
          .array(
            z.strictObject({
              method: z.enum(saidPaymentMethods),
              cents: centsSchema.refine((amount) => amount > 0, { error: 'amount_zero' }),
            }),
          )
          .max(saidPaymentMethods.length)
          .refine((payments) => new Set(payments.map(({ method }) => method)).size === payments.length, { error: 'method_twice' })
          .default([]),
        /** Whose stored value pays; null is the customer's own. Somebody else's is paid with by those they named (X55). */
        storedFromId: customerIdSchema.nullable().default(null),
        /** Numbers of coupons and discount codes, each once (R081, R084). */
        coupons: z.array(lineSchema(40)).max(MOST_COUPONS).default([]),
        /** Cards with money on them, and what each pays (X59, X60). */
        ...payingCardsField,
        staffId: staffIdSchema.nullable().default(null),
        note: noteSchema.default(''),
        /** A past business day when a visit is entered later; null is now. */
        businessDate: localDateSchema.nullable().default(null),
        /** What they were offered and put off (X33). */
        deferred: z.array(newDeferredItemSchema).max(20).default([]),
        /** The parked visit this one was: it is parked no more. */
        parkedVisitId: parkedVisitIdSchema.nullable().default(null),
        /** That whoever spends may (X53); null first, until it is asked for. */
        ...proofField,
        ...acknowledgedField,
      })
      .refine((visit) => visit.customerId !== null || visit.lines.length > 0, { error: 'walk_in_without_lines', path: ['lines'] })
      .refine((visit) => visit.customerId !== null || visit.deferred.length === 0, {
        error: 'walk_in_cannot_defer',
        path: ['deferred'],
      })
      .refine((visit) => visit.customerId !== null || visit.lines.every(({ thingId }) => thingId === null), {
        error: 'walk_in_has_no_things',
        path: ['lines'],
      }),
    output: recordedSchema,
  }),
  undo: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ visitId: visitIdSchema }),
    /** Null for a walk-in. */
    output: z.object({ pointsBalance: signedPointsSchema.nullable() }),
  }),
  /** Lines of an earlier visit come back, all or part of each; what is taken instead is written with them (R068). */
  returnLines: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'answer',
    input: z.strictObject({
      visitId: visitIdSchema,
      lines: z
        .array(z.strictObject({ lineId: visitLineIdSchema, quantity: quantitySchema }))
        .min(1)
        .max(100)
        .refine((lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length, { error: 'line_twice' }),
      /** What is taken in exchange, at its price. */
      exchange: z.array(newVisitLineSchema).max(100).default([]),
      reason: lineSchema(200),
      staffId: staffIdSchema.nullable().default(null),
      /** The money that would be given back becomes stored value instead, where the shop does that (X60). */
      isMoneyStored: z.boolean().default(false),
      ...acknowledgedField,
    }),
    output: recordedSchema.extend({
      /** What the lines give back, before what is taken in exchange. */
      givenBackCents: signedCentsSchema,
      pointsTakenBack: signedPointsSchema,
      /** Of what is given back, what goes back in points, and how many they are. */
      givenBackInPointsCents: signedCentsSchema,
      pointsGivenBack: signedPointsSchema,
      /** Of what is given back, what goes off the debt of the visit instead. */
      offDebtCents: signedCentsSchema,
      /** Of what is given back, what goes back into the purse; what an exchange takes of it again is `storedSpent`. */
      storedGivenBack: purseSchema,
      /** Of what is given back, what goes back to cards with money on them; what an exchange takes of it again is told by the visit. */
      cardsGivenBackCents: signedCentsSchema,
      /** What of the money went into the purse instead. */
      moneyStoredCents: signedCentsSchema,
    }),
  }),
  /** Gives a walk-in's visit to the customer it was, as if they had been named at once (X29). */
  claim: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ visitId: visitIdSchema, customerId: customerIdSchema, ...acknowledgedField }),
    output: z.object({ pointsEarned: signedPointsSchema, pointsBalance: signedPointsSchema }),
  }),
  unclaim: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ visitId: visitIdSchema }),
    output: emptySchema,
  }),
  findById: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ visitId: visitIdSchema }),
    output: visitSchema,
  }),
  /** By the number of a receipt or a serial number on a line, latest first: for a return or a claim. */
  find: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ text: lineSchema(60) }),
    output: z.object({ visits: z.array(dayRowSchema).max(20) }),
  }),
  /** The visits of a business day, latest first, with what they come to; and beside them the deposits that were kept that day. */
  ofDay: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ businessDate: localDateSchema, ...pageFields }),
    output: pageOf(dayRowSchema).extend({
      visits: countSchema,
      totalCents: signedCentsSchema,
      kept: z.array(keptDepositSchema),
      keptCents: signedCentsSchema,
      /** Money for stored value that day: top-ups, refunds, and what took them back. */
      till: z.array(tillEntrySchema),
      /** What of the visits was paid with stored value: no money of that day. */
      storedPaidCents: signedCentsSchema,
      /** What of the visits was put on account, less what returns took off: no money of that day either. */
      onAccountCents: signedCentsSchema,
      /** Money that came in that day for what had been put on account: no sale of that day. */
      repaid: z.array(repaidSchema),
      /** Money that day for cards that were sold: no sale of that day either. */
      cardsSold: z.array(cardsSoldSchema),
      /** What of the visits was paid with such cards. */
      cardsPaidCents: signedCentsSchema,
    }),
  }),
  usualItems: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      items: z.array(
        z.object({
          productId: productIdSchema.nullable(),
          name: z.string(),
          unitPriceCents: signedCentsSchema.nullable(),
          unitCostCents: signedCentsSchema.nullable(),
          times: countSchema,
        }),
      ),
    }),
  }),
};
