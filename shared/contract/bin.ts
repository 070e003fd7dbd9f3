import { z } from 'zod';
import { command, query } from './operation.ts';
import { customerRowSchema } from './customers.ts';
import { countSchema, customerIdSchema, instantSchema, pageFields, pageOf } from './values.ts';

/** Removed customers, for 30 days (X37). Bringing one back is `customers.restore`. */
export const binContract = {
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields }),
    output: pageOf(
      z.object({
        customer: customerRowSchema,
        removedAt: instantSchema,
        removedBy: z.string().nullable(),
        daysLeft: countSchema,
        /** Cards that were merged into this one: deleted for good with it. */
        mergedCards: countSchema,
      }),
    ),
  }),
  /**
   * Deletes for good everything that belongs to these removed customers, their visits and points too, and whoever was merged into
   * them. Cannot be undone. The shop's sums lose their visits: say so before.
   */
  purge: command({
    permission: 'customers.remove',
    audit: 'deletion',
    masks: 'none',
    input: z.strictObject({ customerIds: z.array(customerIdSchema).min(1).max(200) }),
    output: z.object({ purged: countSchema }),
  }),
};
