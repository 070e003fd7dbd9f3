import { z } from 'zod';
import { FOR_NOBODY, isForSomebody, lengthSchema, minuteSchema, serviceFields, slotFields, whoFields } from './appointments.ts';
import { contactValue, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { MINUTES_PER_DAY } from '../domain/appointments/slots.ts';
import {
  customerIdSchema,
  emptySchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  productIdSchema,
  staffIdSchema,
  waitlistEntryIdSchema,
} from './values.ts';

const waitlistStateSchema = z.enum(['waiting', 'booked', 'closed']);
const wishFields = {
  fromOn: localDateSchema,
  untilOn: localDateSchema,
  fromMinute: minuteSchema.default(0),
  untilMinute: z.int().min(1).max(MINUTES_PER_DAY).default(MINUTES_PER_DAY),
  lengthMinutes: lengthSchema,
};

const waitlistEntrySchema = z.object({
  id: waitlistEntryIdSchema,
  customerId: customerIdSchema.nullable(),
  name: z.string(),
  contact: contactValue(z.string()).nullable(),
  productId: productIdSchema.nullable(),
  service: z.string(),
  staffId: staffIdSchema.nullable(),
  staffName: plainText(z.string()).nullable(),
  fromOn: localDateSchema,
  untilOn: localDateSchema,
  fromMinute: minuteSchema,
  untilMinute: z.int(),
  lengthMinutes: lengthSchema,
  note: z.string().nullable(),
  state: waitlistStateSchema,
});
export type WaitlistEntry = z.output<typeof waitlistEntrySchema>;

/** Who wants to come as soon as there is a slot (X34). */
export const waitlistContract = {
  /** Those still waiting whose last day has not passed, who has waited longest first. */
  list: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(waitlistEntrySchema),
  }),
  /** Who could have a slot, who has waited longest first (at most 20). */
  fitting: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...slotFields, staffId: staffIdSchema.nullable().default(null) }),
    output: z.object({ entries: z.array(waitlistEntrySchema) }),
  }),
  /** Adds somebody, or with `waitlistEntryId` changes what they want. */
  save: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z
      .strictObject({
        waitlistEntryId: waitlistEntryIdSchema.nullable().default(null),
        ...whoFields,
        ...serviceFields,
        ...wishFields,
        staffId: staffIdSchema.nullable().default(null),
        note: noteSchema.default(''),
      })
      .refine(isForSomebody, FOR_NOBODY)
      .refine(({ fromOn, untilOn }) => untilOn >= fromOn, { error: 'ends_before_it_begins', path: ['untilOn'] })
      .refine(({ fromMinute, untilMinute, lengthMinutes }) => fromMinute + lengthMinutes <= untilMinute, {
        error: 'wish_too_narrow',
        path: ['untilMinute'],
      }),
    output: z.object({ waitlistEntryId: waitlistEntryIdSchema }),
  }),
  /** Got a slot, or no longer wants one; `waiting` takes that back. */
  setState: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ waitlistEntryId: waitlistEntryIdSchema, state: waitlistStateSchema }),
    output: emptySchema,
  }),
};
