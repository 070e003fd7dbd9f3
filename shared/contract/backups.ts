import { z } from 'zod';
import { gate, query, study } from './operation.ts';
import {
  countSchema,
  emptySchema,
  instantSchema,
  jobFields,
  localDateSchema,
  pathTokenSchema,
  signedCentsSchema,
  signedPointsSchema,
} from './values.ts';

/** What a store holds, counted; the same figures before and after a backup prove that nothing is missing. */
export const storeCountsSchema = z.object({
  customers: countSchema,
  visits: countSchema,
  visitLines: countSchema,
  products: countSchema,
  interactions: countSchema,
  pointsEntries: countSchema,
  pointsBalance: signedPointsSchema,
  spendCents: signedCentsSchema,
});

export const backupContentSchema = z.object({
  shopName: z.string(),
  schemaVersion: countSchema,
  lastBusinessDate: localDateSchema.nullable(),
  lastChangeAt: instantSchema.nullable(),
  counts: storeCountsSchema,
});

export const backupsContract = {
  create: study({
    permission: 'backups.create',
    input: z.strictObject({ ...jobFields, folder: pathTokenSchema }),
    output: z.object({
      file: z.string(),
      bytes: countSchema,
      sha256: z.string(),
      verified: z.boolean(),
      counts: storeCountsSchema,
      at: instantSchema,
    }),
  }),
  /** Opens a backup (or any store) read-only and proves it: integrity, foreign keys, ledgers and summaries. */
  verify: study({
    permission: 'backups.create',
    input: z.strictObject({ ...jobFields, file: pathTokenSchema }),
    output: z.object({ ok: z.boolean(), problems: z.array(z.string()), counts: storeCountsSchema.nullable() }),
  }),
  /** A look inside before restoring. */
  inspect: study({
    permission: 'backups.create',
    input: z.strictObject({ ...jobFields, file: pathTokenSchema }),
    output: backupContentSchema.extend({ fileName: z.string(), bytes: countSchema, problems: z.array(z.string()) }),
  }),
  status: query({
    permission: 'customers.read',
    input: emptySchema,
    output: z.object({
      last: z.object({ at: instantSchema, file: z.string(), bytes: countSchema, folder: z.string() }).nullable(),
      daysSince: countSchema.nullable(),
    }),
  }),
  /** Puts a proven backup in the place of the present store, which is kept aside under `keptAs`. */
  restore: gate({
    permission: 'backups.restore',
    input: z.strictObject({ file: pathTokenSchema }),
    output: z.object({ keptAs: z.string().nullable(), content: backupContentSchema }),
  }),
};
