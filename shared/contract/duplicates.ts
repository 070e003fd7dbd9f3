import { z } from 'zod';
import { customerRowSchema } from './customers.ts';
import { evidenceSchema } from './evidence.ts';
import { command, query, study } from './operation.ts';
import { countSchema, customerIdSchema, emptySchema, instantSchema, jobFields, pageFields } from './values.ts';

/** Two customers who may be one. */
const duplicatePairSchema = z.object({
  one: customerRowSchema,
  other: customerRowSchema,
  /** 50 to 99: how likely they are one. */
  score: countSchema,
  reasons: z.array(evidenceSchema),
});

const pairFields = { oneId: customerIdSchema, otherId: customerIdSchema };

/** Customers who may have been entered twice (R184), found by comparing everyone who shares something that counts. */
export const duplicatesContract = {
  scan: study({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...jobFields }),
    output: z.object({ customers: countSchema, pairs: countSchema, crowded: countSchema }),
  }),
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields }),
    output: z.object({
      total: countSchema,
      rows: z.array(duplicatePairSchema),
      lastScan: z.object({ at: instantSchema, customers: countSchema, crowded: countSchema }).nullable(),
    }),
  }),
  /** Not the same person: remembered until something that counts of either changes (X38). */
  dismiss: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(pairFields),
    output: emptySchema,
  }),
  /** Takes `dismiss` back. */
  reopen: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(pairFields),
    output: emptySchema,
  }),
};
