import { z } from 'zod';
import { plainText } from './masking.ts';
import { command, gate, query, study } from './operation.ts';
import {
  countSchema,
  emptySchema,
  instantSchema,
  jobFields,
  jobIdSchema,
  localDateSchema,
  pageFields,
  pageOf,
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
  shopName: plainText(z.string()),
  schemaVersion: countSchema,
  lastBusinessDate: localDateSchema.nullable(),
  lastChangeAt: instantSchema.nullable(),
  counts: storeCountsSchema,
});

/** When it is made: by hand, when the program is closed, once a day. */
export const occasionSchema = z.enum(['hand', 'closing', 'daily']);
/** proven: read back, opened, checked, counted. findings: whole, but the books in it do not add up, as in the shop. failed: there is none. */
export const backupResultSchema = z.enum(['proven', 'findings', 'failed']);

/** The twelve words of the recovery sheet a backup was locked with, where it is another PC's. */
const codeSchema = z.string().max(400).nullable().default(null);

const madeSchema = z.object({
  /** The file; of a backup in parts the name before the number. */
  file: plainText(z.string()),
  bytes: countSchema,
  parts: countSchema,
  sha256: plainText(z.string()),
  verified: z.boolean(),
  /** Findings of the books' own laws; such a backup is kept but does not count as proven. */
  problems: z.array(plainText(z.string())),
  counts: storeCountsSchema,
  at: instantSchema,
  isLocked: z.boolean(),
  /** Older backups in the same place that rotation took away. */
  removed: countSchema,
});

const folderFields = { name: plainText(z.string()), isUsual: z.boolean() };
const restoredSchema = z.object({ keptAs: plainText(z.string()).nullable(), content: backupContentSchema });
const nextSchema = z.enum(['due', 'today_done', 'off', 'no_place']);

export const backupsContract = {
  create: study({
    permission: 'backups.create',
    audit: 'backup',
    masks: 'none',
    input: z.strictObject({ ...jobFields, folder: pathTokenSchema, occasion: occasionSchema.default('hand') }),
    output: madeSchema,
  }),
  /** Opens a backup (or any store) and proves it: every byte, integrity, foreign keys, ledgers and summaries. */
  verify: study({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...jobFields, file: pathTokenSchema, code: codeSchema }),
    output: z.object({ ok: z.boolean(), problems: z.array(plainText(z.string())), counts: storeCountsSchema.nullable() }),
  }),
  /** A look inside before restoring. `present` is what the open store holds: the difference is what restoring would lose. */
  inspect: study({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...jobFields, file: pathTokenSchema, code: codeSchema }),
    output: backupContentSchema.extend({
      fileName: plainText(z.string()),
      bytes: countSchema,
      problems: z.array(plainText(z.string())),
      createdAt: instantSchema.nullable(),
      program: plainText(z.string()).nullable(),
      isLocked: z.boolean(),
      present: z.object({ lastChangeAt: instantSchema.nullable(), counts: storeCountsSchema }).nullable(),
    }),
  }),
  /**
   * Reads the whole store: every page, every key, the books' own laws, the chain of the audit log. `onlyIfDue` does nothing within a week of the
   * last time. A damaged store is an error, and is shut.
   */
  checkStore: study({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...jobFields, onlyIfDue: z.boolean().default(false) }),
    output: z.object({ wasDue: z.boolean(), problems: z.array(plainText(z.string())) }),
  }),
  /** The last time the whole store was read, and what did not hold then. */
  lastCheck: query({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ at: instantSchema, problems: z.array(plainText(z.string())) }).nullable(),
  }),
  /** `last` is the newest proven one, `lastTry` what failed since. */
  status: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      last: z
        .object({ at: instantSchema, file: plainText(z.string()), bytes: countSchema, folder: plainText(z.string()) })
        .nullable(),
      daysSince: countSchema.nullable(),
      /** Older than the shop's own limit, or there is none although there is something to lose. */
      isStale: z.boolean(),
      lastTry: z.object({ at: instantSchema, problem: plainText(z.string()), occasion: occasionSchema }).nullable(),
      usualPlace: plainText(z.string()).nullable(),
      daily: nextSchema,
    }),
  }),
  /** Backups made and tries that failed, newest first. */
  list: query({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(pageFields),
    output: pageOf(
      z.object({
        id: plainText(z.string()),
        at: instantSchema,
        file: plainText(z.string()),
        place: plainText(z.string()),
        bytes: countSchema,
        parts: countSchema,
        occasion: occasionSchema,
        result: backupResultSchema,
        problem: plainText(z.string()).nullable(),
        provenAt: instantSchema.nullable(),
        removedAt: instantSchema.nullable(),
        counts: storeCountsSchema.nullable(),
      }),
    ),
  }),
  /** Folders that backups went to; the gate makes tokens of them. */
  places: query({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.array(z.object({ placeId: plainText(z.uuid()), folder: plainText(z.string()), ...folderFields })),
  }),
  /** Where the backups of closing time and of each day go; null: nowhere. */
  setUsualPlace: command({
    permission: 'backups.create',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ placeId: z.uuid().nullable() }),
    output: z.object({ before: plainText(z.uuid()).nullable() }),
  }),
  /** Whether a backup by itself is due: something was written since the last proven one. */
  due: study({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...jobFields, occasion: occasionSchema }),
    output: z.object({ isDue: z.boolean() }),
  }),
  /** Places to back up to that are here now, found sticks first; each behind a token. */
  targets: gate({
    permission: 'backups.create',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.array(
      z.object({
        token: pathTokenSchema,
        placeId: plainText(z.uuid()).nullable(),
        ...folderFields,
        kind: z.enum(['stick', 'folder']),
        isHere: z.boolean(),
        isReadonly: z.boolean(),
        freeBytes: countSchema.nullable(),
        totalBytes: countSchema.nullable(),
      }),
    ),
  }),
  /** Makes the backup of the day or of closing time in the usual place, when one is due and the place is here; `create` is what is audited. */
  runUsual: gate({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ jobId: jobIdSchema.optional(), occasion: occasionSchema }),
    output: z.object({ outcome: z.enum(['made', 'not_due', 'away', 'no_place']), made: madeSchema.nullable() }),
  }),
  /** Puts a proven backup in the place of the present store, which is kept aside under `keptAs`. */
  restore: gate({
    permission: 'backups.restore',
    audit: 'restore',
    masks: 'none',
    input: z.strictObject({ jobId: jobIdSchema.optional(), file: pathTokenSchema, code: codeSchema }),
    output: restoredSchema,
  }),
  /** The last restore, as long as it can be undone. */
  lastRestore: gate({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ at: instantSchema, file: plainText(z.string()) }).nullable(),
  }),
  /** Brings back the store that the last restore put aside. */
  undoRestore: gate({
    permission: 'backups.restore',
    audit: 'restore',
    masks: 'none',
    input: emptySchema,
    output: restoredSchema,
  }),
};
