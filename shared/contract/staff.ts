import { z } from 'zod';
import { command, query } from './operation.ts';
import { emptySchema, lineSchema, staffIdSchema } from './values.ts';

export const staffSchema = z.object({ id: staffIdSchema, name: z.string(), isActive: z.boolean() });

export const staffContract = {
  list: query({
    permission: 'customers.read',
    input: z.strictObject({ includeInactive: z.boolean().default(false) }),
    output: z.object({ staff: z.array(staffSchema) }),
  }),
  create: command({
    permission: 'staff.write',
    input: z.strictObject({ name: lineSchema(40) }),
    output: z.object({ staffId: staffIdSchema }),
  }),
  update: command({
    permission: 'staff.write',
    input: z.strictObject({ staffId: staffIdSchema, name: lineSchema(40).optional(), isActive: z.boolean().optional() }),
    output: emptySchema,
  }),
};
