import { z } from 'zod';
import { movementAxes, movementGroups } from '../domain/segments/movement.ts';
import { study } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  jobFields,
  localDateSchema,
  pageFields,
  pageOf,
  signedCentsSchema,
} from './values.ts';

export const axisSchema = z.enum(movementAxes);
export const groupSchema = z.enum([
  ...movementGroups.rfm8,
  ...movementGroups.rfm,
  ...movementGroups.value,
  ...movementGroups.activity,
  ...movementGroups.dormant,
  ...movementGroups.lifecycle,
]);
/** Null: in no group on that day: not known yet, given up, or in the bin. */
const placeSchema = groupSchema.nullable();

/** The ends of the two days count. Errors: bad_input (date_in_future, until_before_from). */
const twoDays = { axis: axisSchema, from: localDateSchema, to: localDateSchema };

/** Who moved from which group to which between two days (R039). */
export const movementContract = {
  table: study({
    permission: 'segments.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...jobFields, ...twoDays }),
    output: z.object({
      /** The first day that the shop's groups are known of; null before anybody was judged. */
      since: localDateSchema.nullable(),
      cells: z.array(z.object({ before: placeSchema, after: placeSchema, count: countSchema })),
    }),
  }),
  /** The people behind one cell, who spends most now first. */
  people: study({
    permission: 'segments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...jobFields, ...pageFields, ...twoDays, before: placeSchema, after: placeSchema }),
    output: pageOf(
      z.object({
        id: customerIdSchema,
        number: customerNumberSchema,
        name: z.string(),
        /** In the bin, where there is no card to open. */
        isRemoved: z.boolean(),
        lastPurchaseOn: localDateSchema.nullable(),
        /** Of the 12 months up to now; null for somebody in no group now. */
        yearSpendCents: signedCentsSchema.nullable(),
      }),
    ),
  }),
};
