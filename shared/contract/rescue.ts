import { z } from 'zod';
import { backupContentSchema } from './backups.ts';
import { plainText } from './masking.ts';
import { gate } from './operation.ts';
import { countSchema, emptySchema, instantSchema, jobIdSchema, pathTokenSchema } from './values.ts';

/** A backup that was found where backups of this shop are known to go, or on a stick. */
const foundSchema = z.object({
  token: pathTokenSchema,
  fileName: plainText(z.string()),
  /** The stick or folder it lies in. */
  place: plainText(z.string()),
  createdAt: instantSchema,
  isLocked: z.boolean(),
  /** What it holds; null: only the words of its recovery sheet can tell. */
  content: backupContentSchema.nullable(),
  /** Minutes between the backup and the last moment the present store is known to have been written; null: not known. */
  lossMinutes: countSchema.nullable(),
});

const rescuedTableSchema = z.object({
  name: plainText(z.string()),
  kept: countSchema,
  /** Null: how many there were cannot be told. */
  expected: countSchema.nullable(),
});

/** A store that does not open, or is damaged: what happened, what there is instead of it, and what can be rescued (R3). */
export const rescueContract = {
  /** What is wrong, which backups there are, and what each would lose. */
  report: gate({
    permission: 'vault.unlock',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      /** Read from it, or else from the file itself; null when there is no file. */
      lastWrittenAt: instantSchema.nullable(),
      customers: countSchema.nullable(),
      visits: countSchema.nullable(),
      /** Only indexes are damaged: everything is there, and they can be made anew. */
      canRebuild: z.boolean(),
      /** What can be read may be brought into a new store. */
      canSalvage: z.boolean(),
      /** It opens without the writes that are lost. */
      canContinue: z.boolean(),
      /** Newest first; whole ones of this shop before others. */
      backups: z.array(foundSchema).max(12),
    }),
  }),
  /** Tries to open the store once more. */
  retry: gate({
    permission: 'vault.unlock',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ isOpen: z.boolean() }),
  }),
  /** Reads what can be read into a new file beside the store; nothing takes the store's place before it is restored. */
  salvage: gate({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: z.object({
      /** To be restored like a backup; null when what was rescued breaks the books' own laws. */
      file: pathTokenSchema.nullable(),
      tables: z.array(rescuedTableSchema),
      /** Rows that are known to be lost, all tables together. */
      lostRows: countSchema,
      problems: z.array(plainText(z.string())),
    }),
  }),
  /** Makes the indexes anew in a copy, which takes the store's place when it is proven. */
  rebuildIndexes: gate({
    permission: 'backups.restore',
    audit: 'restore',
    masks: 'none',
    input: emptySchema,
    output: z.object({ keptAs: plainText(z.string()).nullable() }),
  }),
  /** Opens the store without the writes that are lost; the files as they were are kept aside. */
  continueWithout: gate({
    permission: 'backups.restore',
    audit: 'restore',
    masks: 'none',
    input: emptySchema,
    output: z.object({ keptAs: plainText(z.string()) }),
  }),
};
