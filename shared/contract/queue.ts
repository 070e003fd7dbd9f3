import { z } from 'zod';
import { FOR_NOBODY, isForSomebody, serviceFields, whoFields } from './appointments.ts';
import { contactValue, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { customerIdSchema, emptySchema, instantSchema, productIdSchema, queueEntryIdSchema, staffIdSchema } from './values.ts';

/** How somebody in the queue stands. */
const queueStateSchema = z.enum(['waiting', 'served', 'left']);

const queueEntrySchema = z.object({
  id: queueEntryIdSchema,
  customerId: customerIdSchema.nullable(),
  name: z.string(),
  contact: contactValue(z.string()).nullable(),
  productId: productIdSchema.nullable(),
  service: z.string(),
  arrivedAt: instantSchema,
  /** Whom they asked for (点钟); null takes whoever is next. */
  requestedStaffId: staffIdSchema.nullable(),
  requestedStaffName: plainText(z.string()).nullable(),
  state: queueStateSchema,
  staffId: staffIdSchema.nullable(),
  staffName: plainText(z.string()).nullable(),
  takenAt: instantSchema.nullable(),
});
export type QueueEntry = z.output<typeof queueEntrySchema>;

/** Who came without an appointment and waits, and whose turn it is (排钟, X34). */
export const queueContract = {
  /** Today's: those waiting by arrival, then the others, latest first (at most 200). `turns`: the people at work, who is next first. */
  today: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      entries: z.array(queueEntrySchema),
      turns: z.array(z.object({ staffId: staffIdSchema, name: plainText(z.string()) })),
      isByTurns: z.boolean(),
    }),
  }),
  /** Somebody came in and waits. */
  join: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z
      .strictObject({ ...whoFields, ...serviceFields, requestedStaffId: staffIdSchema.nullable().default(null) })
      .refine(isForSomebody, FOR_NOBODY),
    output: z.object({ queueEntryId: queueEntryIdSchema }),
  }),
  /** Being served by somebody, gone, or waiting again, which takes the others back; the place by arrival stays. */
  setState: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      queueEntryId: queueEntryIdSchema,
      state: queueStateSchema,
      staffId: staffIdSchema.nullable().default(null),
    }),
    output: emptySchema,
  }),
};
