import { z } from 'zod';
import { plainText } from './masking.ts';
import { gate, study } from './operation.ts';
import {
  attachmentIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  formTemplateIdSchema,
  instantSchema,
  jobFields,
  jobIdSchema,
  lineSchema,
  signedFormIdSchema,
  localDateSchema,
  pathTokenSchema,
} from './values.ts';
import { shell } from './operation.ts';
import { exportFormatSchema, labelChoices } from './exports.ts';
import { recoveryCodeSchema } from './vault.ts';
import { slipChoices, sheetSchema } from './printing.ts';
import { appErrorCodes } from '../errors.ts';

export const engineContract = {
  /** Brings classes and reminders to today. Safe to run at any time and any number of times. */
  refresh: study({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...jobFields, force: z.boolean().default(false) }),
    output: z.object({ date: localDateSchema, judged: countSchema, changed: countSchema, wasCurrent: z.boolean() }),
  }),
};

export const jobsContract = {
  cancel: gate({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: z.object({ wasRunning: z.boolean() }),
  }),
};

const chosen = z.object({ token: pathTokenSchema, name: plainText(z.string()) }).nullable();
const startErrorSchema = z.object({ code: z.enum(appErrorCodes), details: z.record(z.string(), z.unknown()) });

/** The clerk's own figures, thought up for one handing over of the screen. */
const facingCodeSchema = z.string().regex(/^\d{4,8}$/);

/** The twelve words in either language, and the language of the sheet. */
const recoverySheet = { code: recoveryCodeSchema, language: z.enum(['zh-CN', 'en']) };

/** Answered by the window's main process only: native dialogs and the window itself. Null when the person cancelled. */
const printTargetSchema = z.enum(['printer', 'file']);
const printedSchema = z.object({
  outcome: z.enum(['printed', 'saved', 'cancelled', 'no_printer', 'failed']),
  /** Of the file that was written. */
  name: z.string().nullable(),
});

export const shellContract = {
  chooseFile: shell({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ purpose: z.enum(['import', 'backup']) }),
    output: chosen,
  }),
  /** Where a file is to be written; the dialog asks before an older one is replaced. */
  chooseTarget: shell({
    permission: 'exports.run',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ suggestedName: lineSchema(80), format: z.enum([...exportFormatSchema.options, 'zip']) }),
    output: chosen,
  }),
  /** Mailing labels (X41) into a PDF file that the person names, drawn by a hidden window. */
  saveLabels: shell({
    permission: 'exports.run',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({ ...labelChoices, suggestedName: lineSchema(80) }),
    output: z.object({ name: plainText(z.string()), labels: countSchema, sheets: countSchema }).nullable(),
  }),
  /** The recovery sheet through the system's own print dialog (R191). Errors: key_wrong when the words are no code. */
  printRecoverySheet: shell({
    permission: 'vault.manage',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject(recoverySheet),
    output: z.object({ outcome: z.enum(['printed', 'cancelled', 'no_printer', 'failed']) }),
  }),
  /** The same as a PDF file that the person names. */
  saveRecoverySheet: shell({
    permission: 'vault.manage',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ ...recoverySheet, suggestedName: lineSchema(80) }),
    output: z.object({ name: plainText(z.string()) }).nullable(),
  }),
  /** The statement for a customer (R194) into a PDF file that the person names, drawn by a hidden window. */
  saveStatement: shell({
    permission: 'customers.read',
    audit: 'none',
    masks: 'file',
    input: z.strictObject({
      customerId: customerIdSchema,
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      suggestedName: lineSchema(80),
    }),
    output: z.object({ name: z.string() }).nullable(),
  }),
  chooseFolder: shell({ permission: 'customers.read', audit: 'none', masks: 'none', input: emptySchema, output: chosen }),
  /** Writes text the program made (refused rows, a list) where the person says. */
  saveText: shell({
    permission: 'customers.read',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({ suggestedName: lineSchema(80), text: z.string().max(20_000_000) }),
    output: z.object({ name: plainText(z.string()) }).nullable(),
  }),
  /** Writes a form as a PDF where the person says: blank, to be signed by hand, or as it was signed (X27). */
  saveForm: shell({
    permission: 'customers.read',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({
      templateId: formTemplateIdSchema,
      customerId: customerIdSchema.nullable().default(null),
      formId: signedFormIdSchema.nullable().default(null),
      suggestedName: lineSchema(80),
    }),
    output: z.object({ name: plainText(z.string()) }).nullable(),
  }),
  /**
   * A receipt or an order's slip on the system's printer, or as a PDF that the person names (R053). `isAtOnce` asks nothing and takes the usual
   * printer. A printer that is not there is an outcome, not an error: the visit stands.
   */
  printSlip: shell({
    permission: 'visits.read',
    audit: 'none',
    masks: 'file',
    input: z.strictObject({ ...slipChoices, to: printTargetSchema, isAtOnce: z.boolean().default(false) }),
    output: printedSchema,
  }),
  /** A statement or a day's sheet, in the same ways; what left the shop is written down. */
  printSheet: shell({
    permission: 'visits.read',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({ sheet: sheetSchema, to: printTargetSchema }),
    output: printedSchema,
  }),
  /** Writes a copy of a photo or file where the person says (X25). */
  saveAttachment: shell({
    permission: 'customers.read',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({ attachmentId: attachmentIdSchema }),
    output: z.object({ name: plainText(z.string()) }).nullable(),
  }),
  copyText: shell({
    permission: 'customers.read',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({ text: z.string().max(20_000) }),
    output: emptySchema,
  }),
  /** Whether the facing window (X39) can stand on a screen of its own, and whether it is open. */
  facingState: shell({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ hasOwnScreen: z.boolean(), isOpen: z.boolean() }),
  }),
  /**
   * Opens the facing window: on the second screen, or else over the whole of the only one, which then comes back by the code alone.
   * Errors: bad_input (code_missing).
   */
  openFacing: shell({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ code: facingCodeSchema.nullable().default(null) }),
    output: z.object({ hasOwnScreen: z.boolean() }),
  }),
  closeFacing: shell({ permission: 'customers.write', audit: 'none', masks: 'none', input: emptySchema, output: emptySchema }),
  /** Back to the clerk's screen, asked from the facing window. `waitSeconds` until another code is looked at. */
  leaveFacing: shell({
    permission: 'intake.fill',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ code: facingCodeSchema }),
    output: z.object({ isRight: z.boolean(), waitSeconds: countSchema }),
  }),
  /** Closes the program without waiting for the backup of closing time, which is stopped. */
  skipClosingBackup: shell({
    permission: 'session.sign_in',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: emptySchema,
  }),
  /** Shows the store's own file, or what was kept of a damaged one, in the system's file manager. */
  showStore: shell({
    permission: 'vault.unlock',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: emptySchema,
  }),
  startState: shell({
    permission: 'session.sign_in',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      isReady: z.boolean(),
      error: startErrorSchema.nullable(),
      now: instantSchema,
      today: localDateSchema,
      versions: z.object({
        app: plainText(z.string()),
        electron: plainText(z.string()),
        chrome: plainText(z.string()),
        node: plainText(z.string()),
      }),
    }),
  }),
};
