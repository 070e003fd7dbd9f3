import { z } from 'zod';
import { command, query } from './operation.ts';
import { customerIdSchema, emptySchema, localDateSchema } from './values.ts';

/** Whose cards were opened last on this store: what the empty search box offers. */
export const recentsContract = {
  list: query({
    permission: 'customers.read',
    input: emptySchema,
    output: z.object({
      customers: z.array(
        z.object({
          id: customerIdSchema,
          number: z.string(),
          name: z.string(),
          isVip: z.boolean(),
          /** Not to be served (X23). */
          isBlocked: z.boolean(),
          /** Something to know when they come (X23). */
          hasAlert: z.boolean(),
          lastVisitOn: localDateSchema.nullable(),
          phone: z.string().nullable(),
        }),
      ),
    }),
  }),
  noteOpened: command({
    permission: 'customers.write',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: emptySchema,
  }),
};
