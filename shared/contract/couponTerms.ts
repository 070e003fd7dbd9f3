import { z } from 'zod';
import { couponKinds, termsFault } from '../domain/coupons/terms.ts';
import { WHOLE_IN_BASIS_POINTS } from '../domain/visits/pricing.ts';
import { cents } from '../types/amounts.ts';
import { plainText } from './masking.ts';
import { centsSchema, localDateSchema, productIdSchema } from './values.ts';

const scopeSchema = z.strictObject({
  productIds: z.array(productIdSchema).max(100).default([]),
  categories: z
    .array(plainText(z.string().trim().min(1).max(40)))
    .max(50)
    .default([]),
});

const termsShape = z.strictObject({
  kind: z.enum(couponKinds),
  amountCents: centsSchema.nullable().default(null),
  basisPoints: z.int().min(1).max(WHOLE_IN_BASIS_POINTS).nullable().default(null),
  capCents: centsSchema
    .refine((cap) => cap > 0, { error: 'amount_zero' })
    .nullable()
    .default(null),
  buys: z.int().min(1).max(99).default(1),
  leastCents: centsSchema.default(cents(0)),
  scope: scopeSchema.default({ productIds: [], categories: [] }),
  main: scopeSchema.default({ productIds: [], categories: [] }),
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .refine((days) => new Set(days).size === days.length, { error: 'weekday_twice' })
    .default([]),
  uses: z.int().min(1).max(100).default(1),
  validDays: z.int().min(0).max(3650).nullable().default(null),
  validUntil: localDateSchema.nullable().default(null),
  goesWithCoupons: z.boolean().default(false),
  goesWithDiscounts: z.boolean().default(true),
  text: plainText(z.string().trim().max(200)).default(''),
});

/** On what terms something is taken off (R084). */
export const couponTermsSchema = termsShape.superRefine((terms, context) => {
  const fault = termsFault(terms);
  if (fault !== null) context.addIssue({ code: 'custom', path: [fault.path], message: fault.message });
});

/** As it is kept: what was right when it was written stays readable. */
export const storedTermsSchema = termsShape;
