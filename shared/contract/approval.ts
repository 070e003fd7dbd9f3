import { z } from 'zod';
import { typedPinSchema } from './spendingProof.ts';
import { staffIdSchema } from './values.ts';

/**
 * Who lets pass what whoever is at the desk may not do alone, and their PIN (R177): the gate proves it before the store is asked. Errors: pin_wrong,
 * pin_wait; conflict (approver_may_not) for somebody without loyalty.adjust.
 */
export const approvalField = {
  approval: z.strictObject({ staffId: staffIdSchema, pin: typedPinSchema }).nullable().default(null),
};
