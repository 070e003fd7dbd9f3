import { z } from 'zod';
import { customerImportFields, matchKeys, purchaseFields, rejectionCodes, skipReasons } from '../domain/imports/fields.ts';
import { calendarCodes } from '../domain/imports/values.ts';
import { origins } from '../domain/imports/origin.ts';
import { plainText } from './masking.ts';
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

/** How the table is found in the file; null: seen by itself. */
export const readingInput = {
  /** The place of a spreadsheet's sheet, the first being 0. */
  sheet: countSchema.max(199).nullable().default(null),
  /** The line that names the columns; 0: none does. */
  headerLine: countSchema.max(1000).nullable().default(null),
};

/** What the person chose beside the columns; kept with the mapping for the next file of this kind. */
export const importChoicesSchema = z.strictObject({
  /** By what a row's person is looked up. */
  matchBy: z.enum(matchKeys).default('auto'),
  /** What to do with somebody who is already here: add purchases and fill in, or leave alone. */
  onExisting: z.enum(['update', 'skip']).default('update'),
  /** What to do with somebody who is not. */
  onNew: z.enum(['create', 'skip']).default('create'),
  /** Whose word counts where file and shop differ; what the file leaves blank stays in any case. */
  onConflict: z.enum(['file', 'shop']).default('file'),
  /** What 0 and 1 mean in a gender column; null: as the figures of the column suggest. */
  genderCodes: z.enum(['zero_male', 'one_male']).nullable().default(null),
  /** What 0, 1 and 2 mean in a column of birthday types; null: as the days beside them suggest. */
  calendarCodes: z.enum(calendarCodes).nullable().default(null),
  /** Days on which suspiciously many are "born" come in all the same. */
  keepSuspectBirthdays: z.boolean().default(false),
  /** Whether birth date and sex are read from identity numbers, which are never kept themselves. */
  identityNumbers: z.enum(['leave_out', 'derive']).default('leave_out'),
  earnPoints: z.boolean().default(false),
  /** What a balance of points does to a ledger that is not empty: nothing, or what is missing to it becomes an entry. */
  balances: z.enum(['fill', 'set']).default('fill'),
});

const mappingSignatureSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A mapping kept for files with one header. */
export const savedMappingSchema = z.strictObject({
  signature: mappingSignatureSchema,
  form: importFormSchema,
  mapping: mappingSchema,
  choices: importChoicesSchema,
});

const fileInput = {
  ...jobFields,
  ...readingInput,
  file: pathTokenSchema,
  form: importFormSchema,
  preset: importPresetSchema.default('auto'),
  /** Null: as for the last file with this header, else guessed from the header. */
  mapping: mappingSchema.nullable().default(null),
  ...importChoicesSchema.shape,
};

export const rejectedRowSchema = z.object({
  line: countSchema,
  column: z.string().nullable(),
  code: z.enum(rejectionCodes),
  value: z.string(),
});

/** A refused row with all its cells, for the file in which it can be mended. */
const rejectedFileRowSchema = rejectedRowSchema.extend({ cells: z.array(z.string()) });

/** How many rows were refused or passed over for one reason. */
const reasonCountSchema = z.object({ code: z.enum([...rejectionCodes, ...skipReasons]), count: countSchema });

/** What a person should know or decide before the import. */
export const importFindingsSchema = z.object({
  reasons: z.array(reasonCountSchema),
  /** Headers of columns that were left out for want of a meaning. */
  ignoredColumns: z.array(z.string()),
  /** Headers of passwords and ids of other programs: never taken in. */
  secretColumns: z.array(z.string()),
  /** Headers of stored value: there is no ledger of it yet. */
  storedValueColumns: z.array(z.string()),
  /** Parts of the file that are no text, such as pictures. */
  leftOut: z.array(z.string()),
  /** Days of birth that an old system seems to have invented, most frequent first. */
  suspectBirthdays: z.array(z.object({ date: z.string(), count: countSchema })),
  /** Figures that stand for a gender, each with a few names from its rows. */
  genderFigures: z.array(z.object({ figure: z.string(), names: z.array(z.string()) })),
  genderCodes: z.enum(['zero_male', 'one_male']),
  /** Figures that stand for a calendar, each with a few birthdays from its rows. */
  calendarFigures: z.array(z.object({ figure: z.string(), birthdays: z.array(z.string()) })),
  calendarCodes: z.enum(calendarCodes),
  /** Our own export wrote the file: its cells are taken to the letter. */
  isOwnForm: z.boolean(),
  /** Headers of identity numbers that are to be kept in a field of the shop's own: nobody but the person can say that they may. */
  keptIdentityColumns: z.array(z.string()),
  /** The first referrers (number, card or phone) and owners (name) whom nobody knows: those people come in without. */
  unknownReferrers: z.array(z.string()),
  unknownStaff: z.array(z.string()),
  /** New people who share a phone with somebody in the shop, or with an earlier row. */
  sharedPhones: z.object({ inShop: countSchema, inFile: countSchema }),
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

/** What a file is, by its content, whatever its name says. */
export const foundFileFields = {
  fileName: plainText(z.string()),
  bytes: countSchema,
  format: z.enum(['text', 'xlsx', 'xls', 'page', 'vcard']),
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']).nullable(),
  delimiter: z.enum(['comma', 'tab', 'semicolon', 'spaces', 'pipe']).nullable(),
  sheets: z.array(plainText(z.string())),
  sheet: countSchema.nullable(),
  hasHeader: z.boolean(),
  /** The last line of the header; null without one. */
  headerLine: countSchema.nullable(),
  /** The first lines, to choose the header among. */
  firstLines: z.array(z.object({ line: countSchema, text: z.string() })),
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
};

export const importsContract = {
  /** Reads the head of a file: what it is, its columns, what they seem to mean. */
  inspect: study({
    permission: 'imports.run',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...jobFields,
      ...readingInput,
      file: pathTokenSchema,
      form: importFormSchema.nullable().default(null),
      preset: importPresetSchema.default('auto'),
    }),
    output: z.object({
      ...foundFileFields,
      form: importFormSchema,
      mapping: mappingSchema,
      /** The program the header is of, where it is known. */
      origin: z.enum(origins).nullable(),
      /** What was chosen for the last file with this header. */
      saved: z.object({ signature: plainText(z.string()), usedAt: instantSchema, choices: importChoicesSchema }).nullable(),
      alreadyImported: z.object({ importId: importIdSchema, at: instantSchema }).nullable(),
    }),
  }),
  /** Reads the whole file without writing: counts, refused rows, and what the first rows would become. */
  preview: study({
    permission: 'imports.run',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(fileInput),
    output: importFindingsSchema.extend({
      /** By which its refused rows can be asked for, until the next preview. */
      previewId: importIdSchema,
      counts: importCountsSchema,
      rejected: z.array(rejectedRowSchema),
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
  /** Every row that the last preview refused, in the file's own columns. */
  previewRejected: study({
    permission: 'imports.run',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...jobFields, ...pageFields, previewId: importIdSchema }),
    output: pageOf(rejectedFileRowSchema).extend({ columns: z.array(z.string()) }),
  }),
  /**
   * Imports the file: all good rows, or nothing. Person by person, so that the front desk need not wait; what a cancel or a stop leaves
   * unfinished is taken back.
   */
  run: study({
    permission: 'imports.run',
    audit: 'value',
    masks: 'answer',
    input: z.strictObject({ ...fileInput, again: z.boolean().default(false) }),
    output: importCountsSchema.extend({
      ...importFindingsSchema.shape,
      importId: importIdSchema.nullable(),
      alreadyImported: z.object({ importId: importIdSchema, at: instantSchema }).nullable(),
      /** The first of them; all are kept with the import. */
      rejectedRows: z.array(rejectedRowSchema),
    }),
  }),
  list: query({
    permission: 'imports.run',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(pageFields),
    output: pageOf(
      z.object({
        id: importIdSchema,
        at: instantSchema,
        fileName: plainText(z.string()),
        form: importFormSchema,
        counts: importCountsSchema,
        undoneAt: instantSchema.nullable(),
        /** On its way in, there (or gone again), or on its way out. */
        state: z.enum(['committing', 'finished', 'undoing']),
      }),
    ),
  }),
  /** The refused rows of an import, kept with it. */
  rejectedRows: query({
    permission: 'imports.run',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, importId: importIdSchema }),
    output: pageOf(rejectedFileRowSchema).extend({ columns: z.array(z.string()) }),
  }),
  /**
   * Takes back a whole import, some people at a time; people who have had other business since are kept, without the imported facts. Once
   * begun it goes to its end, at the next start if need be.
   */
  undo: study({
    permission: 'imports.run',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...jobFields, importId: importIdSchema }),
    output: z.object({
      customersRemoved: countSchema,
      customersKept: countSchema,
      visitsRemoved: countSchema,
      /** Values that stay because somebody has changed them since. */
      valuesKept: countSchema,
    }),
  }),
  /** Forgets what was chosen for files with this header: the next one is guessed anew. */
  forgetMapping: command({
    permission: 'imports.run',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ signature: mappingSignatureSchema }),
    output: z.object({ forgotten: savedMappingSchema }),
  }),
  /** Keeps what was chosen for files with a header, as the end of an import does: the way back from forgetting it. */
  saveMapping: command({
    permission: 'imports.run',
    audit: 'none',
    masks: 'none',
    input: savedMappingSchema,
    output: z.object({}),
  }),
};
