import { z } from 'zod';
import { customerSelectionSchema } from './customerFilter.ts';
import { customValueSchema } from './customFields.ts';
import { inactiveReasonSchema } from './inactive.ts';
import { query, study } from './operation.ts';
import {
  bulkEditIdSchema,
  countSchema,
  couponTypeIdSchema,
  customerIdSchema,
  customerNumberSchema,
  customerStatusSchema,
  customFieldIdSchema,
  instantSchema,
  jobFields,
  lineSchema,
  pageFields,
  pageOf,
  staffIdSchema,
  tagIdSchema,
} from './values.ts';

const text = z.string().trim().min(1).max(60).nullable();

/** One change that many customers get at once; null empties the field. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add_tag'), tagId: tagIdSchema }),
  z.strictObject({ kind: z.literal('remove_tag'), tagId: tagIdSchema }),
  z.strictObject({ kind: z.literal('set_owner'), ownerId: staffIdSchema.nullable() }),
  z.strictObject({ kind: z.literal('set_region'), region: text }),
  z.strictObject({ kind: z.literal('set_source'), source: text }),
  z.strictObject({ kind: z.literal('set_status'), status: customerStatusSchema }),
  z.strictObject({ kind: z.literal('set_vip'), isVip: z.boolean() }),
  z.strictObject({ kind: z.literal('set_do_not_contact'), doNotContact: z.boolean() }),
  z.strictObject({ kind: z.literal('set_custom_field'), fieldId: customFieldIdSchema, value: customValueSchema }),
  z.strictObject({
    kind: z.literal('set_inactive'),
    isInactive: z.boolean(),
    reason: inactiveReasonSchema.min(1).nullable().default(null),
  }),
  /** Issues one coupon to each; whoever has one of the type that can still be used is left out. Needs the permission loyalty.adjust too. */
  z.strictObject({ kind: z.literal('issue_coupon'), typeId: couponTypeIdSchema, reason: lineSchema(200) }),
  /** Into the bin. Needs the permission customers.remove too. */
  z.strictObject({ kind: z.literal('remove') }),
]);
export type BulkAction = z.output<typeof bulkActionSchema>;

/** A bulk edit that was made. `label` is the name of the tag, the person or the coupon in its action. */
export const bulkEditSchema = z.object({
  id: bulkEditIdSchema,
  at: instantSchema,
  action: bulkActionSchema,
  label: z.string().nullable(),
  staffName: z.string().nullable(),
  changed: countSchema,
  /** False when it was stopped before it had reached everyone. */
  isFinished: z.boolean(),
  undoneAt: instantSchema.nullable(),
  /** How many the undoing left as they are, because they had changed since. */
  left: countSchema.nullable(),
});

const onSelection = { ...jobFields, selection: customerSelectionSchema, action: bulkActionSchema };

/** X36: one change to many customers, seen before it is made, and undone as one. */
export const bulkEditsContract = {
  /** What `apply` would do. Before and after are texts as stored: names for people and tags, true and false, a status. */
  preview: study({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(onSelection),
    output: z.object({
      selected: countSchema,
      changing: countSchema,
      /** Those for whom it is so already. */
      alreadySo: countSchema,
      sample: z.array(
        z.object({
          id: customerIdSchema,
          number: customerNumberSchema,
          name: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
  }),
  /**
   * Makes the change, some hundred people in one transaction at a time, so that the front desk is never held up. Stopped by the person
   * it ends where it is: `isFinished` is false, and it is undone like any other. Errors: not_found (tag, staff), not_permitted.
   */
  apply: study({
    permission: 'customers.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject(onSelection),
    output: z.object({ bulkEditId: bulkEditIdSchema.nullable(), changed: countSchema, isFinished: z.boolean() }),
  }),
  /** Puts back what the edit replaced, wherever that has not changed since. Errors: not_found, already_undone, cancelled. */
  undo: study({
    permission: 'customers.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ ...jobFields, bulkEditId: bulkEditIdSchema }),
    output: z.object({ restored: countSchema, left: countSchema }),
  }),
  /** Edits made, latest first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(bulkEditSchema),
  }),
};
