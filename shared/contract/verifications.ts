import { z } from 'zod';
import { command } from './operation.ts';
import { customerIdSchema, emptySchema, localDateSchema } from './values.ts';

/** A field of the card that can be verified on its own: those of `customerFields`, and the lists that stand beside them. */
const fieldNameSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);

/** When a field was last known to be right: confirmed by a clerk, or typed in by one (R183). */
export const verificationSchema = z.strictObject({
  field: fieldNameSchema,
  verifiedOn: localDateSchema,
  source: z.enum(['confirmed', 'edited']),
});

export const verificationOperations = {
  /** Writes down that these fields are right today. `before` are the former verifications, for `restoreVerifications`. */
  verifyFields: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, fields: z.array(fieldNameSchema).min(1).max(60) }),
    output: z.object({ before: z.array(verificationSchema) }),
  }),
  /** Takes a verification of these fields back. */
  restoreVerifications: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      fields: z.array(fieldNameSchema).min(1).max(60),
      before: z.array(verificationSchema).max(60),
    }),
    output: emptySchema,
  }),
};
