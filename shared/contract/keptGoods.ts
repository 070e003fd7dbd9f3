import { z } from 'zod';
import { keptKinds } from '../domain/keptGoods/ledger.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  emptySchema,
  instantSchema,
  keptEntryIdSchema,
  keptGoodIdSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  quantitySchema,
  quantitySumSchema,
} from './values.ts';

const ofCustomer = { customerId: customerIdSchema };
const optional = (most: number) => z.string().trim().max(most).default('');
const fields = {
  name: lineSchema(80),
  /** Bought here and left; else it is the customer's own. */
  isBought: z.boolean(),
  place: optional(80),
  expiresOn: localDateSchema.nullable().default(null),
  note: optional(200),
};
const told = {
  id: keptGoodIdSchema,
  name: z.string(),
  isBought: z.boolean(),
  place: z.string().nullable(),
  expiresOn: localDateSchema.nullable(),
  isExpired: z.boolean(),
  note: z.string().nullable(),
  keptOn: localDateSchema,
  leftQuantity: quantitySumSchema,
};
const keptGoodSchema = z.object({
  ...told,
  /** In the order they were written. */
  movements: z.array(
    z.object({
      id: keptEntryIdSchema,
      at: instantSchema,
      businessDate: localDateSchema,
      kind: z.enum(keptKinds),
      quantity: quantitySumSchema,
      reason: z.string().nullable(),
      isReversed: z.boolean(),
      staffName: z.string().nullable(),
    }),
  ),
});
export type KeptGood = z.output<typeof keptGoodSchema>;
const written = z.object({ keptId: keptGoodIdSchema, entryId: keptEntryIdSchema, leftQuantity: quantitySumSchema });

/** Kept goods 寄存 (X51): what customers left with the shop and take out in parts 支取. */
export const keptGoodsContract = {
  /** What somebody left here, the latest first; also what has gone since, but not what was written by mistake. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(ofCustomer),
    output: z.object({ goods: z.array(keptGoodSchema).max(100) }),
  }),
  /** Something is left with the shop; `keptGoods.reverse` with its entry takes that back. */
  keep: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCustomer, ...fields, quantity: quantitySchema }),
    output: written,
  }),
  /** Hands out some of it or all. Errors: bad_input (more_than_kept). */
  take: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ keptId: keptGoodIdSchema, quantity: quantitySchema, reason: optional(200) }),
    output: written,
  }),
  /** Takes a movement back. Errors: already_undone, conflict (kept_is_reversal; kept_taken where it has been handed out since). */
  reverse: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ entryId: keptEntryIdSchema, reason: lineSchema(200) }),
    output: written,
  }),
  /** Corrects what it is called, where it stands, until when it is good; with what was said before it takes that back. */
  change: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ keptId: keptGoodIdSchema, ...fields }),
    output: emptySchema,
  }),
  /** What is kept in the shop, what expires first before all. */
  inShop: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(
      z.object({
        ...told,
        ...ofCustomer,
        customerName: z.string(),
        customerNumber: plainText(z.string()),
        /** In the bin: what is kept for them is kept all the same. */
        isRemoved: z.boolean(),
      }),
    ),
  }),
};
