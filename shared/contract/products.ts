import { z } from 'zod';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countSchema,
  emptySchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  productIdSchema,
  signedCentsSchema,
} from './values.ts';

const productShape = z.strictObject({
  name: lineSchema(80),
  category: plainText(z.string()).trim().max(40).nullable(),
  priceCents: centsSchema,
  costCents: centsSchema.nullable(),
  barcode: plainText(z.string()).trim().max(40).nullable(),
  isService: z.boolean(),
  /** Needs a passed patch test no older than so many days (X22); null needs none. */
  patchTestDays: z.int().min(1).max(3650).nullable(),
  /** A button of its own on the visit page. */
  isFavourite: z.boolean(),
  /** By the piece, or by the hour of a timed service 计时 (X30). */
  chargedBy: z.enum(['unit', 'hour']),
  /** Something new: the day from which everybody may buy it, and from which those whose tier buys early may (R082); null is at once. */
  publicFrom: localDateSchema.nullable(),
  earlyFrom: localDateSchema.nullable(),
});

export const productSchema = z.object({
  id: productIdSchema,
  name: plainText(z.string()),
  category: plainText(z.string()).nullable(),
  priceCents: signedCentsSchema,
  costCents: signedCentsSchema.nullable(),
  barcode: plainText(z.string()).nullable(),
  isService: z.boolean(),
  patchTestDays: countSchema.nullable(),
  isFavourite: z.boolean(),
  chargedBy: z.enum(['unit', 'hour']),
  publicFrom: localDateSchema.nullable(),
  earlyFrom: localDateSchema.nullable(),
  isActive: z.boolean(),
});
export type Product = z.output<typeof productSchema>;

export const productsContract = {
  list: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      ...pageFields,
      text: z.string().trim().max(60).default(''),
      includeInactive: z.boolean().default(false),
      onlyFavourites: z.boolean().default(false),
    }),
    output: pageOf(productSchema),
  }),
  create: command({
    permission: 'products.write',
    audit: 'settings',
    masks: 'none',
    input: productShape.partial().required({ name: true, priceCents: true }),
    output: z.object({ productId: productIdSchema }),
  }),
  update: command({
    permission: 'products.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ productId: productIdSchema, changes: productShape.extend({ isActive: z.boolean() }).partial() }),
    output: emptySchema,
  }),
};
