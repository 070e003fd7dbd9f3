import { z } from 'zod';
import { repeatUnits } from '../domain/tasks/repeat.ts';
import { command, query } from './operation.ts';
import { taskTemplatesContract } from './taskTemplates.ts';
import {
  customerIdSchema,
  emptySchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  staffIdSchema,
  taskIdSchema,
} from './values.ts';

const repeatSchema = z.strictObject({ unit: z.enum(repeatUnits), every: z.int().min(1).max(365) });

/** What is to be done, for a customer or in the shop (R055). */
const taskSchema = z.object({
  id: taskIdSchema,
  customer: z.object({ id: customerIdSchema, name: z.string() }).nullable(),
  /** Whose it is; null is anybody's. */
  staff: z.object({ id: staffIdSchema, name: z.string() }).nullable(),
  title: z.string(),
  note: z.string().nullable(),
  dueOn: localDateSchema,
  /** Null is once. */
  repeat: repeatSchema.nullable(),
});
export type Task = z.output<typeof taskSchema>;

const ofTask = z.strictObject({ taskId: taskIdSchema });

export const tasksContract = {
  ...taskTemplatesContract,
  /** What is open, what is due first: of one customer or one member of staff where named. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...pageFields,
      customerId: customerIdSchema.nullable().default(null),
      /** What is anybody's is told too. */
      staffId: staffIdSchema.nullable().default(null),
    }),
    output: pageOf(taskSchema),
  }),
  /** Writes one down, or with `taskId` changes it; the day of the month that it repeats on is that of its due day. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      taskId: taskIdSchema.nullable().default(null),
      customerId: customerIdSchema.nullable().default(null),
      staffId: staffIdSchema.nullable().default(null),
      title: lineSchema(100),
      note: noteSchema.default(''),
      dueOn: localDateSchema,
      repeat: repeatSchema.nullable().default(null),
    }),
    output: z.object({ taskId: taskIdSchema }),
  }),
  /** Done, or left out this time; one that repeats comes again, once. */
  settle: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ taskId: taskIdSchema, as: z.enum(['done', 'skipped']) }),
    output: z.object({ nextDueOn: localDateSchema.nullable() }),
  }),
  /** Open again; the one that came after it is taken away, unless it is settled too. */
  reopen: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofTask, output: emptySchema }),
  /** Takes it away, with all its coming again. `restore` brings it back. */
  remove: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofTask, output: emptySchema }),
  restore: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofTask, output: emptySchema }),
};
