import { z } from 'zod';
import { command } from './operation.ts';
import { customerIdSchema, localDateSchema } from './values.ts';

/** Since when a customer is inactive, and why; null when active. */
export const inactiveSchema = z.object({ on: localDateSchema, reason: z.string().nullable() }).nullable();

/** As long as a reason can be. */
export const MOST_REASON_CHARACTERS = 200;
export const inactiveReasonSchema = z.string().trim().max(MOST_REASON_CHARACTERS);

/**
 * Inactive customers (X37): everything of theirs stays, but they are out of the list, the search box, the calls, the segments and the
 * duplicates until somebody takes it back, or they come again.
 */
export const inactiveContract = {
  /**
   * Makes somebody inactive, or with null active again. `before` put in again undoes it, to the day and the reason. Errors: not_found,
   * conflict (customer_removed).
   */
  set: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      inactive: z
        .strictObject({
          reason: inactiveReasonSchema.nullable().default(null),
          /** Null is today. */
          on: localDateSchema.nullable().default(null),
        })
        .nullable(),
    }),
    output: z.object({ before: inactiveSchema }),
  }),
};
