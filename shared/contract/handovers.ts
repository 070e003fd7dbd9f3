import { z } from 'zod';
import { command, query } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  emptySchema,
  handoverIdSchema,
  instantSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  staffIdSchema,
} from './values.ts';

const handoverSchema = z.object({
  id: handoverIdSchema,
  on: localDateSchema,
  at: instantSchema,
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  note: z.string().nullable(),
  /** How many it moved and did not go back since. */
  customers: countSchema,
  undoneAt: instantSchema.nullable(),
});

/** Whose customer is whose, and passing them on (R174, R175). Null as an owner is nobody: the unowned. */
export const handoversContract = {
  /** How many present customers each owner has; only owners with any, the unowned among them. */
  listOwners: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ owners: z.array(z.object({ staffId: staffIdSchema.nullable(), customers: countSchema })) }),
  }),
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(handoverSchema),
  }),
  /** Passes one customer to another owner. Errors: conflict owner_already. */
  handOver: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      toStaffId: staffIdSchema.nullable(),
      note: noteSchema.default(''),
    }),
    output: z.object({ handoverId: handoverIdSchema }),
  }),
  /** Passes everyone whom somebody owns to another owner, when that person leaves. Errors: conflict nobody_to_hand_over. */
  handOverAll: command({
    permission: 'staff.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({
      fromStaffId: staffIdSchema.nullable(),
      toStaffId: staffIdSchema.nullable(),
      note: noteSchema.default(''),
    }),
    output: z.object({ handoverId: handoverIdSchema, customers: countSchema }),
  }),
  /** Takes a handover back; who was passed on since stays where they are. Errors: already_undone. */
  undo: command({
    permission: 'customers.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ handoverId: handoverIdSchema }),
    output: z.object({ returned: countSchema, kept: countSchema }),
  }),
  /** Puts the note of a handover aside on one customer's card, or shows it again. */
  setRead: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, handoverId: handoverIdSchema, isRead: z.boolean() }),
    output: emptySchema,
  }),
};
