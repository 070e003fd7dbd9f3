import { z } from 'zod';
import { couponOccasions } from '../domain/coupons/terms.ts';
import { isDiscountCode, couponText } from '../domain/coupons/numbers.ts';
import { couponTermsSchema, storedTermsSchema } from './couponTerms.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { couponTypeIdSchema, countSchema, discountCodeIdSchema, emptySchema, lineSchema, localDateSchema } from './values.ts';

const couponTypeSchema = z.object({
  id: couponTypeIdSchema,
  name: plainText(z.string()),
  /** Issued by itself: with the birthday (R083), or with every purchase for the next one (X64). */
  occasion: z.enum(couponOccasions),
  terms: storedTermsSchema,
  isArchived: z.boolean(),
  /** False for those that every shop is offered. */
  isOwn: z.boolean(),
});
export type CouponType = z.output<typeof couponTypeSchema>;

const codeShape = {
  code: z.string().max(40).transform(couponText).refine(isDiscountCode, { error: 'discount_code_form' }),
  /** What it is for; for the shop's own eye. */
  note: z.string().trim().max(100).default(''),
  terms: couponTermsSchema,
  /** Null has no limit. */
  totalUses: z.int().min(1).max(1_000_000).nullable().default(null),
  usesPerPerson: z.int().min(1).max(1000).nullable().default(null),
  fromOn: localDateSchema.nullable().default(null),
  untilOn: localDateSchema.nullable().default(null),
};
const discountCodeSchema = z.object({
  id: discountCodeIdSchema,
  code: plainText(z.string()),
  note: plainText(z.string()),
  terms: storedTermsSchema,
  totalUses: countSchema.nullable(),
  usesPerPerson: countSchema.nullable(),
  fromOn: localDateSchema.nullable(),
  untilOn: localDateSchema.nullable(),
  /** How often it was used. */
  used: countSchema,
  isArchived: z.boolean(),
});
export type DiscountCode = z.output<typeof discountCodeSchema>;

const ofType = { typeId: couponTypeIdSchema };
const ofCode = { codeId: discountCodeIdSchema };

/** What the shop defines: types of coupon (R084), and codes that many people may use (R081). */
export const couponTypesContract = {
  types: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ types: z.array(couponTypeSchema) }),
  }),
  /** Makes a type, or with `typeId` changes it; coupons that were issued keep their terms. */
  saveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({
      typeId: couponTypeIdSchema.nullable().default(null),
      name: lineSchema(40),
      occasion: z.enum(couponOccasions).default('none'),
      terms: couponTermsSchema,
    }),
    output: z.object({
      typeId: couponTypeIdSchema,
      /** `saveType` with this takes a change back; null for a new one. */
      before: z.object({ name: plainText(z.string()), occasion: z.enum(couponOccasions), terms: storedTermsSchema }).nullable(),
    }),
  }),
  archiveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofType, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Throws conflict (coupon_type_in_use) once one was issued. */
  removeType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofType),
    output: emptySchema,
  }),
  codes: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ codes: z.array(discountCodeSchema) }),
  }),
  saveCode: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ codeId: discountCodeIdSchema.nullable().default(null), ...codeShape })
      .refine(({ fromOn, untilOn }) => fromOn === null || untilOn === null || fromOn <= untilOn, {
        error: 'period_backwards',
        path: ['untilOn'],
      }),
    output: z.object({
      codeId: discountCodeIdSchema,
      before: discountCodeSchema.omit({ id: true, used: true, isArchived: true }).nullable(),
    }),
  }),
  archiveCode: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofCode, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Throws conflict (discount_code_in_use) once it was used. */
  removeCode: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofCode),
    output: emptySchema,
  }),
};
