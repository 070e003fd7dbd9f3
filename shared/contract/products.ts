import { z } from 'zod';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countSchema,
  emptySchema,
  lineSchema,
  pageFields,
  pageOf,
  productIdSchema,
  signedCentsSchema,
} from './values.ts';

const productShape = z.strictObject({
  name: lineSchema(80),
  category: z.string().trim().max(40).nullable(),
  priceCents: centsSchema,
  costCents: centsSchema.nullable(),
  barcode: z.string().trim().max(40).nullable(),
  isService: z.boolean(),
  /** Needs a passed patch test no older than so many days (X22); null needs none. */
  patchTestDays: z.int().min(1).max(3650).nullable(),
});

export const productSchema = z.object({
  id: productIdSchema,
  name: z.string(),
  category: z.string().nullable(),
  priceCents: signedCentsSchema,
  costCents: signedCentsSchema.nullable(),
  barcode: z.string().nullable(),
  isService: z.boolean(),
  patchTestDays: countSchema.nullable(),
  isActive: z.boolean(),
});
export type Product = z.output<typeof productSchema>;

export const productsContract = {
  list: query({
    permission: 'visits.read',
    input: z.strictObject({
      ...pageFields,
      text: z.string().trim().max(60).default(''),
      includeInactive: z.boolean().default(false),
    }),
    output: pageOf(productSchema),
  }),
  create: command({
    permission: 'products.write',
    input: productShape.partial().required({ name: true, priceCents: true }),
    output: z.object({ productId: productIdSchema }),
  }),
  update: command({
    permission: 'products.write',
    input: z.strictObject({ productId: productIdSchema, changes: productShape.extend({ isActive: z.boolean() }).partial() }),
    output: emptySchema,
  }),
};
