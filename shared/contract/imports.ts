import { z } from 'zod';
import { customerImportFields, purchaseFields, rejectionCodes } from '../domain/imports/fields.ts';
import { command, query, study } from './operation.ts';
import {
  countSchema,
  importIdSchema,
  instantSchema,
  jobFields,
  localDateSchema,
  pageFields,
  pageOf,
  pathTokenSchema,
  signedCentsSchema,
} from './values.ts';

export const importFormSchema = z.enum(['purchases', 'customers']);
export const importPresetSchema = z.enum(['auto', 'cdnow']);

/** What a column of the file can mean. */
export const importFieldSchema = z.enum([
  ...purchaseFields,
  ...customerImportFields.filter((field) => !(purchaseFields as readonly string[]).includes(field)),
]);
export { customerImportFields, purchaseFields };

/** One entry a column, in the file's order: its meaning, or null to leave it out. */
export const mappingSchema = z.array(importFieldSchema.nullable()).max(200);

const fileInput = {
  ...jobFields,
  file: pathTokenSchema,
  form: importFormSchema,
  preset: importPresetSchema.default('auto'),
  /** Null: guessed from the header. */
  mapping: mappingSchema.nullable().default(null),
  /** What to do with a customer who is already here (by number, card, phone): add purchases, fill in, or leave alone. */
  onExisting: z.enum(['update', 'skip']).default('update'),
  earnPoints: z.boolean().default(false),
};

export const rejectedRowSchema = z.object({
  line: countSchema,
  column: z.string().nullable(),
  code: z.enum(rejectionCodes),
  value: z.string(),
});

export const importCountsSchema = z.object({
  rows: countSchema,
  customers: countSchema,
  visits: countSchema,
  items: z.number(),
  amountCents: signedCentsSchema,
  added: countSchema,
  updated: countSchema,
  skipped: countSchema,
  rejected: countSchema,
});

export const importsContract = {
  /** Reads the head of a file: what it is, its columns, what they seem to mean. */
  inspect: study({
    permission: 'imports.run',
    input: z.strictObject({
      ...jobFields,
      file: pathTokenSchema,
      form: importFormSchema.nullable().default(null),
      preset: importPresetSchema.default('auto'),
    }),
    output: z.object({
      fileName: z.string(),
      bytes: countSchema,
      encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']),
      delimiter: z.enum(['comma', 'tab', 'semicolon', 'spaces', 'pipe']),
      hasHeader: z.boolean(),
      form: importFormSchema,
      columns: z.array(z.string()),
      mapping: mappingSchema,
      sample: z.array(z.array(z.string())),
      alreadyImported: z.object({ importId: importIdSchema, at: instantSchema }).nullable(),
    }),
  }),
  /** Reads the whole file without writing: counts, refused rows, and what the first rows would become. */
  preview: study({
    permission: 'imports.run',
    input: z.strictObject(fileInput),
    output: z.object({
      counts: importCountsSchema,
      rejected: z.array(rejectedRowSchema),
      /** Headers of columns that were left out. */
      ignoredColumns: z.array(z.string()),
      sample: z.array(
        z.object({
          line: countSchema,
          customer: z.string(),
          on: localDateSchema.nullable(),
          amountCents: signedCentsSchema.nullable(),
          isNew: z.boolean(),
        }),
      ),
    }),
  }),
  /** Imports the file in one transaction: all good rows, or nothing. */
  run: study({
    permission: 'imports.run',
    input: z.strictObject({ ...fileInput, again: z.boolean().default(false) }),
    output: importCountsSchema.extend({
      importId: importIdSchema.nullable(),
      alreadyImported: z.object({ importId: importIdSchema, at: instantSchema }).nullable(),
      /** The first of them; all are kept with the import. */
      rejectedRows: z.array(rejectedRowSchema),
      /** Headers of columns that were left out. */
      ignoredColumns: z.array(z.string()),
    }),
  }),
  list: query({
    permission: 'imports.run',
    input: z.strictObject(pageFields),
    output: pageOf(
      z.object({
        id: importIdSchema,
        at: instantSchema,
        fileName: z.string(),
        form: importFormSchema,
        counts: importCountsSchema,
        undoneAt: instantSchema.nullable(),
      }),
    ),
  }),
  /** The refused rows of an import, kept with it. */
  rejectedRows: query({
    permission: 'imports.run',
    input: z.strictObject({ ...pageFields, importId: importIdSchema }),
    output: pageOf(rejectedRowSchema),
  }),
  /** Takes back a whole import; people who have had other business since are kept, without the imported facts. */
  undo: command({
    permission: 'imports.run',
    input: z.strictObject({ importId: importIdSchema }),
    output: z.object({ customersRemoved: countSchema, customersKept: countSchema, visitsRemoved: countSchema }),
  }),
};
