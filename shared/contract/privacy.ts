import { z } from 'zod';
import { consentPurposes, consentWays, spokenWays } from '../domain/privacy/consents.ts';
import { command, query, study } from './operation.ts';
import {
  acknowledgementIdSchema,
  consentIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  erasureIdSchema,
  instantSchema,
  jobFields,
  lineSchema,
  localDateSchema,
  noteSchema,
  pathTokenSchema,
  signedCentsSchema,
  signedPointsSchema,
  staffIdSchema,
} from './values.ts';

const languageSchema = z.enum(['zh-CN', 'en']);
const purposeSchema = z.enum(consentPurposes);
const stateSchema = z.enum(['given', 'withdrawn']);

/** Whether a fresh backup took the place of those that still hold somebody who was erased. */
const freshBackupSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('made'), fileName: z.string(), folder: z.string() }),
  /** None could be made: no folder is known, or it is not there. `reason` is an error code. */
  z.object({ state: z.literal('due'), folder: z.string().nullable(), reason: z.string() }),
]);

const cleanedSchema = z.object({
  /** Copies of the store beside it that still held the person. */
  copiesDeleted: countSchema,
  /** Whether nothing is left of them in the store's own files; otherwise to be done again. */
  isClean: z.boolean(),
  backup: freshBackupSchema,
});

const seatTrainingSchema = z.object({
  version: countSchema,
  readVersion: countSchema.nullable(),
  readOn: localDateSchema.nullable(),
  isDue: z.boolean(),
});

/** Consent, everything about a person as a file, erasing, training and the statement (R190, R193, R194). */
export const privacyContract = {
  /** What a person has agreed to, purpose by purpose, and everything they ever said of it, last first. */
  consents: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      standing: z.array(z.object({ purpose: purposeSchema, state: stateSchema.nullable(), on: localDateSchema.nullable() })),
      history: z.array(
        z.object({
          id: consentIdSchema,
          purpose: purposeSchema,
          state: stateSchema,
          on: localDateSchema,
          way: z.enum(consentWays),
          wordingVersion: countSchema,
          note: z.string().nullable(),
          at: instantSchema,
          staffName: z.string().nullable(),
          isUndone: z.boolean(),
        }),
      ),
    }),
  }),
  /** Consent given or withdrawn. A withdrawal counts at once. Errors: bad_input (date_in_future), conflict (customer_removed). */
  recordConsent: command({
    permission: 'customers.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      purpose: purposeSchema,
      state: stateSchema,
      on: localDateSchema,
      way: z.enum(spokenWays),
      note: noteSchema.default(''),
    }),
    output: z.object({ consentId: consentIdSchema }),
  }),
  /** Takes a mistaken entry back; it stays in the history. Errors: not_found, already_undone. */
  undoConsent: command({
    permission: 'customers.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ consentId: consentIdSchema }),
    output: emptySchema,
  }),
  /** What a customer is given to read (R194), as a page to print; within what the session may see. */
  statement: study({
    permission: 'customers.read',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({
      ...jobFields,
      customerId: customerIdSchema,
      language: languageSchema.default('zh-CN'),
      /** The name of the file it is printed into: then it is written down that it left the shop. */
      printedTo: lineSchema(255).nullable().default(null),
    }),
    output: z.object({ html: z.string(), sections: countSchema }),
  }),
  /** Everything about a person in one ZIP: a page to read, the same for machines, photos and files. */
  personFile: study({
    permission: 'privacy.manage',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({
      ...jobFields,
      customerId: customerIdSchema,
      file: pathTokenSchema,
      language: languageSchema.default('zh-CN'),
    }),
    output: z.object({ fileName: z.string(), bytes: countSchema, rows: countSchema, files: countSchema }),
  }),
  /** What erasing a person would take, and what stays as bare figures. */
  surveyErasure: query({
    permission: 'privacy.manage',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      name: z.string(),
      number: z.string(),
      mergedCards: countSchema,
      visits: countSchema,
      spendCents: signedCentsSchema,
      pointsBalance: signedPointsSchema,
      files: countSchema,
      rows: countSchema,
      backupFolder: z.string().nullable(),
    }),
  }),
  /**
   * Erases a person (R190): out of the store, its unused space, the copies beside it; a fresh backup takes the newest one's place. Cannot
   * be undone. `typed` is the name, typed by whoever confirms. Errors: bad_input (name_differs), not_found, conflict (customer_merged).
   */
  erase: study({
    permission: 'privacy.manage',
    audit: 'deletion',
    masks: 'answer',
    input: z.strictObject({ ...jobFields, customerId: customerIdSchema, typed: lineSchema(100) }),
    output: cleanedSchema.extend({ erasureId: erasureIdSchema }),
  }),
  /** Does again what an erasure could not finish: the stick was not there, somebody was reading. */
  finishErasure: study({
    permission: 'privacy.manage',
    audit: 'deletion',
    masks: 'answer',
    input: z.strictObject({ ...jobFields }),
    output: cleanedSchema,
  }),
  /** Who was erased when, and which backups still hold somebody who was. */
  erasures: query({
    permission: 'privacy.manage',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      rows: z.array(
        z.object({ id: erasureIdSchema, at: instantSchema, customers: countSchema, staffName: z.string().nullable() }),
      ),
      isBackupDue: z.boolean(),
      olderBackups: z.array(z.object({ fileName: z.string(), folder: z.string(), at: instantSchema })),
      anonymousVisits: countSchema,
      anonymousCents: signedCentsSchema,
    }),
  }),
  /** Deletes the backups that still hold somebody who was erased, once there is a newer one. Errors: conflict (backup_due). */
  deleteOlderBackups: study({
    permission: 'privacy.manage',
    audit: 'deletion',
    masks: 'none',
    input: z.strictObject({ ...jobFields }),
    output: z.object({ deleted: countSchema, missing: countSchema }),
  }),
  /** What the seated person has read of the training on information security (R193). */
  training: query({
    permission: 'session.own',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: seatTrainingSchema,
  }),
  /** The seated person confirms having read every point of that version. Errors: conflict (training_changed). */
  acknowledgeTraining: command({
    permission: 'session.own',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ version: countSchema }),
    output: z.object({ acknowledgementId: acknowledgementIdSchema }),
  }),
  /** Who has read it, and who has not. */
  trainingOverview: query({
    permission: 'privacy.manage',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      staff: z.array(
        z.object({
          id: staffIdSchema,
          name: z.string(),
          readVersion: countSchema.nullable(),
          readOn: localDateSchema.nullable(),
          isDue: z.boolean(),
        }),
      ),
    }),
  }),
};
