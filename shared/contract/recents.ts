import { z } from 'zod';
import { glanceFields } from './customers.ts';
import { command, query } from './operation.ts';
import { customerIdSchema, emptySchema } from './values.ts';

/** Whose cards were opened last on this store: what the empty search box offers. */
export const recentsContract = {
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      customers: z.array(z.object(glanceFields)),
    }),
  }),
  noteOpened: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: emptySchema,
  }),
};
