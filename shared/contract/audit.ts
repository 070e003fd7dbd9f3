import { z } from 'zod';
import { plainText } from './masking.ts';
import { auditKinds, auditOutcomes, query, study } from './operation.ts';
import { countSchema, customerIdSchema, instantSchema, jobFields, localDateSchema, staffIdSchema } from './values.ts';

/** What is wrong at the first place where the chain of entries is broken. */
export const auditBreaks = ['edited', 'missing', 'inserted', 'moved', 'tail_cut', 'head_changed'] as const;
export type AuditBreak = (typeof auditBreaks)[number];

const auditEntrySchema = z.object({
  /** 1, 2, 3, …: its place in the chain. */
  sequence: countSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  staffId: staffIdSchema.nullable(),
  /** As they were called then; null while nobody had signed in. */
  staffName: z.string().nullable(),
  kind: z.enum(auditKinds),
  operation: plainText(z.string()),
  outcome: z.enum(auditOutcomes),
  /** The first customers concerned, by their present names; null once they are deleted for good. */
  customers: z.array(z.object({ id: customerIdSchema, name: z.string().nullable() })),
  customerCount: countSchema,
  /** The present name of the member of staff or the product that was changed. */
  subject: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

/** Who did what that involves value, rights, or data leaving the shop (R192). Nothing of it can be edited or deleted. */
export const auditContract = {
  /** Entries of a range of business days, latest first. */
  list: query({
    permission: 'audit.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      /** Absent: everybody; null: whoever was there while nobody had signed in. */
      staffId: staffIdSchema.nullable().optional(),
      kind: z.enum(auditKinds).nullable().default(null),
      from: localDateSchema.nullable().default(null),
      to: localDateSchema.nullable().default(null),
      /** Goes on after this entry; null begins with the latest. */
      after: z.strictObject({ businessDate: localDateSchema, sequence: countSchema }).nullable().default(null),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({
      entries: z.array(auditEntrySchema),
      next: z.object({ businessDate: localDateSchema, sequence: countSchema }).nullable(),
    }),
  }),
  /** Computes the whole chain anew and tells the first place where it is broken. */
  verify: study({
    permission: 'audit.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(jobFields),
    output: z.object({
      isWhole: z.boolean(),
      /** Entries that were read. */
      entries: countSchema,
      /** The hash of the last entry, in hexadecimal: whoever writes it down can compare later. */
      head: plainText(z.string()),
      firstBreak: z.object({ sequence: countSchema, what: z.enum(auditBreaks), at: instantSchema.nullable() }).nullable(),
    }),
  }),
};
