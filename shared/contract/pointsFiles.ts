import { z } from 'zod';
import { LONGEST_REASON, pointsFileFields, pointsFileRefusals } from '../domain/loyalty/pointsFile.ts';
import { foundFileFields, readingInput } from './imports.ts';
import { plainText } from './masking.ts';
import { query, study } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  instantSchema,
  jobFields,
  lineSchema,
  pageFields,
  pageOf,
  pathTokenSchema,
  pointsFileIdSchema,
  pointsSumSchema,
  signedPointsSchema,
} from './values.ts';

const fieldSchema = z.enum(pointsFileFields);
const refusalSchema = z.enum(pointsFileRefusals);

/** One entry a column, in the file's order: its meaning, or null to leave it out. */
const mappingSchema = z.array(fieldSchema.nullable()).max(200);

const fileInput = {
  ...jobFields,
  ...readingInput,
  file: pathTokenSchema,
  /** Null: guessed from the header. */
  mapping: mappingSchema.nullable().default(null),
  /** Why, for rows that have no reason of their own; null refuses those. */
  reason: lineSchema(LONGEST_REASON).nullable().default(null),
};

/** When this very content was applied before, and by whom. */
const appliedSchema = z.object({
  fileId: pointsFileIdSchema,
  at: instantSchema,
  staffName: z.string().nullable(),
});

/** Of lines, customers, points and reasons; what somebody has before and after is not among them, for the desk goes on. */
const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

const sumsFields = { rows: countSchema, customers: countSchema, given: pointsSumSchema, taken: pointsSumSchema };

/** A row of the file: what it would do, or why it does nothing. */
const previewRowSchema = z.object({
  line: countSchema,
  /** By what the file names the customer. */
  who: z.string(),
  customerId: customerIdSchema.nullable(),
  customerName: z.string().nullable(),
  points: signedPointsSchema.nullable(),
  before: signedPointsSchema.nullable(),
  after: signedPointsSchema.nullable(),
  reason: z.string().nullable(),
  /** Null where the row can be done. */
  refusal: refusalSchema.nullable(),
  /** What stands at fault, or tells more: the name the shop knows, the line of the same row. */
  value: z.string(),
  /** Of a refused row all its cells, for the file in which it can be mended. */
  cells: z.array(z.string()),
});

/** A file that was applied. */
const appliedFileSchema = z.object({
  id: pointsFileIdSchema,
  at: instantSchema,
  fileName: plainText(z.string()),
  reason: z.string().nullable(),
  staffName: z.string().nullable(),
  /** Rows confirmed; written; not written after all; of those written taken back. */
  planned: countSchema,
  done: countSchema,
  left: countSchema,
  back: countSchema,
  given: pointsSumSchema,
  taken: pointsSumSchema,
  /** False while rows wait: it is being applied, or was stopped. */
  isFinished: z.boolean(),
  undoneAt: instantSchema.nullable(),
});

const doneFields = { fileId: pointsFileIdSchema, done: countSchema, left: countSchema, isFinished: z.boolean() };

/** X67: points added and taken by file, seen before anything is written, and undone as one. */
export const pointsFilesContract = {
  /** Reads the head of a file: what it is, its columns, what they seem to mean, and whether it was applied before. */
  inspect: study({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...jobFields, ...readingInput, file: pathTokenSchema }),
    output: z.object({ ...foundFileFields, mapping: mappingSchema, alreadyApplied: appliedSchema.nullable() }),
  }),
  /** Reads the whole file without writing: what it would do, and every row that would be refused, by reason. */
  preview: study({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(fileInput),
    output: z.object({
      /** By which its rows can be asked for, until the next preview. */
      previewId: pointsFileIdSchema,
      /** Rows of the file; those of totals were passed over. */
      fileRows: countSchema,
      totalsRows: countSchema,
      refused: countSchema,
      sums: z.object(sumsFields),
      /** Tells these rows from any others: what `apply` is to do. */
      fingerprint: plainText(fingerprintSchema),
      reasons: z.array(z.object({ code: refusalSchema, count: countSchema })),
    }),
  }),
  /** The rows of the last preview in the file's order: all, those that would be done, or those refused. Errors: not_found (preview). */
  previewRows: study({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...jobFields,
      ...pageFields,
      previewId: pointsFileIdSchema,
      show: z.enum(['all', 'planned', 'refused']).default('all'),
    }),
    output: pageOf(previewRowSchema).extend({ columns: z.array(z.string()) }),
  }),
  /**
   * Does what the preview showed, some rows in one transaction at a time, so that the front desk is never held up. Stopped it ends where it is
   * and can go on or be undone. Errors: conflict (points_preview_outdated: the shop or the file is no longer as confirmed;
   * points_file_applied: details.at, details.staffName; points_file_nothing), job_running.
   */
  apply: study({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...fileInput,
      /** The fingerprint of the preview that the person said yes to. */
      confirmed: fingerprintSchema,
      /** The person said so: the same file may be applied once more. */
      again: z.boolean().default(false),
    }),
    output: z.object(doneFields),
  }),
  /** Goes on with a file that was stopped. Errors: not_found, already_undone, job_running. */
  goOn: study({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...jobFields, fileId: pointsFileIdSchema }),
    output: z.object(doneFields),
  }),
  /**
   * Takes back every row that stands, the last one first, each by an entry that reverses it. `kept` are those that cannot be, because the points
   * were spent or the customer was removed since; it can be asked again later. Errors: not_found, already_undone, job_running, cancelled.
   */
  undo: study({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...jobFields, fileId: pointsFileIdSchema }),
    output: z.object({ back: countSchema, kept: countSchema }),
  }),
  /** Files applied, latest first. */
  list: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(appliedFileSchema),
  }),
  /** What became of the rows of a file; `why` says what stood in the way of one. Errors: not_found. */
  rows: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, fileId: pointsFileIdSchema, isRefusedOnly: z.boolean().default(false) }),
    output: pageOf(
      z.object({
        line: countSchema,
        customerId: customerIdSchema,
        customerName: z.string(),
        points: signedPointsSchema,
        reason: z.string(),
        state: z.enum(['planned', 'done', 'left', 'back', 'kept']),
        why: refusalSchema.nullable(),
      }),
    ),
  }),
};
