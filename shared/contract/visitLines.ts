import { z } from 'zod';
import { cardEntryKinds } from '../domain/loyalty/countCards.ts';
import { WHOLE_IN_BASIS_POINTS } from '../domain/visits/pricing.ts';
import { fitsAmount } from '../types/amounts.ts';
import { plainText } from './masking.ts';
import {
  centsSchema,
  countCardIdSchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  productIdSchema,
  quantitySchema,
  quantitySumSchema,
  signedCentsSchema,
  staffIdSchema,
  thingIdSchema,
  visitLineIdSchema,
} from './values.ts';

/** What is taken off a price: a share of it in basis points (2,000 is 八折), or an amount. */
export const discountSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), basisPoints: z.int().min(1).max(WHOLE_IN_BASIS_POINTS) }),
  z.strictObject({ kind: z.literal('amount'), cents: centsSchema }),
]);

const optionalText = (longest: number) => z.string().trim().max(longest).default('');

/** Who did a line, and whether the customer asked for them 指定 or they were assigned 非指定 (X35); null says nothing of it. */
const lineStaffSchema = z.strictObject({ staffId: staffIdSchema, isRequested: z.boolean().nullable().default(null) });

/** So many people can have done one line. */
export const MOST_STAFF_OF_LINE = 4;

/** One line as typed: a product, or free text, with quantity, unit price, unit cost and discount. */
export const newVisitLineSchema = z
  .strictObject({
    productId: productIdSchema.nullable().default(null),
    name: lineSchema(80),
    quantity: quantitySchema,
    unitPriceCents: centsSchema,
    /** Null when the shop does not know what it cost (R007). */
    unitCostCents: centsSchema.nullable().default(null),
    discount: discountSchema.nullable().default(null),
    /** The first leads; nobody means whoever served the visit. */
    staff: z.array(lineStaffSchema).max(MOST_STAFF_OF_LINE).default([]),
    /** Which of the customer's things it was for (X20). */
    thingId: thingIdSchema.nullable().default(null),
    /** The count card that pays for all of it (R069); null is money. */
    cardId: countCardIdSchema.nullable().default(null),
    /** What stands on the very piece, found again when it comes back (X32). */
    serialNumber: optionalText(60),
    /** What was made to measure: size, colour, configuration (R019). */
    specification: optionalText(500),
    /** A timed service (X30): from when to when; both or neither. */
    startedAt: instantSchema.nullable().default(null),
    stoppedAt: instantSchema.nullable().default(null),
  })
  .refine((line) => fitsAmount(line.unitPriceCents, line.quantity), {
    error: 'amount_too_large',
    path: ['unitPriceCents'],
  })
  .refine((line) => new Set(line.staff.map(({ staffId }) => staffId)).size === line.staff.length, {
    error: 'staff_twice',
    path: ['staff'],
  })
  .refine((line) => (line.startedAt === null) === (line.stoppedAt === null), { error: 'time_incomplete', path: ['stoppedAt'] });
export type NewVisitLine = z.output<typeof newVisitLineSchema>;

/** A line as it stands in the books; of a return quantity and amounts are negative. */
export const visitLineSchema = z.object({
  id: visitLineIdSchema,
  productId: productIdSchema.nullable(),
  name: z.string(),
  quantity: quantitySumSchema,
  unitPriceCents: signedCentsSchema.nullable(),
  /** What its own discount took off, and its share of the whole visit's. */
  discountCents: signedCentsSchema,
  shareCents: signedCentsSchema,
  amountCents: signedCentsSchema,
  costCents: signedCentsSchema.nullable(),
  staff: z.array(z.object({ staffId: staffIdSchema, name: z.string(), isRequested: z.boolean().nullable() })),
  thingId: thingIdSchema.nullable(),
  serialNumber: plainText(z.string()).nullable(),
  specification: z.string().nullable(),
  startedAt: instantSchema.nullable(),
  stoppedAt: instantSchema.nullable(),
  /** How much of it has come back already (R068), as a positive quantity. */
  returnedQuantity: quantitySumSchema,
  /** What all of the rest would give back. */
  returnableCents: signedCentsSchema,
  /** What each count card it sold would give back, in the order in which they come back; null where it sold none. */
  cardsBack: z.array(signedCentsSchema).nullable(),
  /** What it did to count cards: uses below zero were taken, those above came in. */
  cards: z.array(
    z.object({
      id: countCardIdSchema,
      number: plainText(z.string()),
      name: plainText(z.string()),
      kind: z.enum(cardEntryKinds),
      uses: z.int(),
      /** What is left of it now, and until when; null of a time card, and of one without an end. */
      left: z.int().nullable(),
      lastDay: localDateSchema.nullable(),
    }),
  ),
});
