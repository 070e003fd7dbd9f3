import { z } from 'zod';
import { takes } from '../domain/merges.ts';
import { mergeCounts } from '../domain/mergeCounts.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { contactMethodSchema } from './contactMethods.ts';
import { customerCardSchema, customerFieldSchema, customerRowSchema } from './customers.ts';
import {
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  instantSchema,
  localDateSchema,
  mergeIdSchema,
  pageFields,
  pageOf,
  pointsSumSchema,
  signedPointsSchema,
} from './values.ts';

export const takeSchema = z.enum(takes);
const mergeCountSchema = z.enum(mergeCounts);

/** One of the two cards side by side. */
const mergeSideSchema = z.object({
  customer: customerRowSchema,
  revision: countSchema,
  fields: customerCardSchema.shape.fields,
  contactMethods: z.array(contactMethodSchema),
  referrerName: z.string().nullable(),
  ownerName: z.string().nullable(),
  verifiedOn: localDateSchema.nullable(),
  createdAt: instantSchema,
  changedAt: instantSchema,
});

const pairFields = { survivorId: customerIdSchema, otherId: customerIdSchema };

/** A customer as the history names them; null once they were deleted for good. */
const mergedCustomerSchema = z
  .object({ id: customerIdSchema, name: z.string(), number: customerNumberSchema, isRemoved: z.boolean() })
  .nullable();

const mergeRowSchema = z.object({
  id: mergeIdSchema,
  at: instantSchema,
  staffName: z.string().nullable(),
  survivor: mergedCustomerSchema,
  other: mergedCustomerSchema,
  undoneAt: instantSchema.nullable(),
  /** Whether it can be undone; else why not: a later merge first, undone already, its 30 days are over, or one side was deleted for good. */
  state: z.enum(['undoable', 'blocked', 'undone', 'expired', 'erased']),
  /** The last business day on which it can be undone; null when it no longer can. */
  undoableUntil: localDateSchema.nullable(),
  /** A later merge that must be undone first. */
  blockedBy: z.object({ mergeId: mergeIdSchema, survivorName: z.string() }).nullable(),
});

/**
 * Two cards of one person become one (R184). The other card is removed, leads to the survivor by its number and card, and comes back
 * with everything that was its own when the merge is undone, within 30 days.
 */
export const mergesContract = {
  /** Both cards, the fields on which they differ with the value each gets by default, and how many rows will go over. */
  preview: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pairFields),
    output: z.object({
      survivor: mergeSideSchema,
      other: mergeSideSchema,
      differences: z.array(
        z.object({ field: customerFieldSchema, take: takeSchema, mayJoin: z.boolean(), isOneSided: z.boolean() }),
      ),
      /** Rows that go over, and rows that the survivor has already. */
      counts: z.array(z.object({ what: mergeCountSchema, moving: countSchema, staying: countSchema })),
      pointsBalance: pointsSumSchema,
    }),
  }),
  merge: command({
    permission: 'customers.remove',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...pairFields,
      /** The revisions that were looked at; another one meanwhile is a conflict. Null merges what is there. */
      survivorRevision: countSchema.nullable().default(null),
      otherRevision: countSchema.nullable().default(null),
      /** Where a person decided otherwise than the default. */
      choices: z
        .array(z.strictObject({ field: customerFieldSchema, take: takeSchema }))
        .max(100)
        .default([]),
    }),
    output: z.object({ mergeId: mergeIdSchema, pointsBalance: pointsSumSchema }),
  }),
  undo: command({
    permission: 'customers.remove',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ mergeId: mergeIdSchema }),
    output: z.object({
      survivorId: customerIdSchema,
      otherId: customerIdSchema,
      survivorBalance: signedPointsSchema,
      otherBalance: signedPointsSchema,
      /** Fields of the survivor that were edited since the merge: they keep what was written then. */
      keptFields: z.array(plainText(z.string())),
      /** Rows edited since: the survivor keeps the edited one, the other got its own back. */
      copiedRows: z.array(z.object({ what: mergeCountSchema, rows: countSchema })),
    }),
  }),
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...pageFields,
      /** That one alone. */
      mergeId: mergeIdSchema.optional(),
    }),
    output: pageOf(mergeRowSchema),
  }),
};
