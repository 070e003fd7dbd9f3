import { z } from 'zod';
import { gate, study } from './operation.ts';
import {
  attachmentIdSchema,
  countSchema,
  emptySchema,
  instantSchema,
  jobFields,
  jobIdSchema,
  lineSchema,
  localDateSchema,
  pathTokenSchema,
} from './values.ts';
import { shell } from './operation.ts';
import { exportFormatSchema, labelChoices } from './exports.ts';
import { appErrorCodes } from '../errors.ts';

export const engineContract = {
  /** Brings classes and reminders to today. Safe to run at any time and any number of times. */
  refresh: study({
    permission: 'customers.read',
    input: z.strictObject({ ...jobFields, force: z.boolean().default(false) }),
    output: z.object({ date: localDateSchema, judged: countSchema, changed: countSchema, wasCurrent: z.boolean() }),
  }),
};

export const jobsContract = {
  cancel: gate({
    permission: 'customers.read',
    input: z.strictObject({ jobId: jobIdSchema }),
    output: z.object({ wasRunning: z.boolean() }),
  }),
};

const chosen = z.object({ token: pathTokenSchema, name: z.string() }).nullable();
const startErrorSchema = z.object({ code: z.enum(appErrorCodes), details: z.record(z.string(), z.unknown()) });

/** The clerk's own figures, thought up for one handing over of the screen. */
const facingCodeSchema = z.string().regex(/^\d{4,8}$/);

/** Answered by the window's main process only: native dialogs and the window itself. Null when the person cancelled. */
export const shellContract = {
  chooseFile: shell({
    permission: 'customers.read',
    input: z.strictObject({ purpose: z.enum(['import', 'backup']) }),
    output: chosen,
  }),
  /** Where a file is to be written; the dialog asks before an older one is replaced. */
  chooseTarget: shell({
    permission: 'exports.run',
    input: z.strictObject({ suggestedName: lineSchema(80), format: exportFormatSchema }),
    output: chosen,
  }),
  /** Mailing labels (X41) into a PDF file that the person names, drawn by a hidden window. */
  saveLabels: shell({
    permission: 'exports.run',
    input: z.strictObject({ ...labelChoices, suggestedName: lineSchema(80) }),
    output: z.object({ name: z.string(), labels: countSchema, sheets: countSchema }).nullable(),
  }),
  chooseFolder: shell({ permission: 'customers.read', input: emptySchema, output: chosen }),
  /** Writes text the program made (refused rows, a list) where the person says. */
  saveText: shell({
    permission: 'customers.read',
    input: z.strictObject({ suggestedName: lineSchema(80), text: z.string().max(20_000_000) }),
    output: z.object({ name: z.string() }).nullable(),
  }),
  /** Writes a copy of a photo or file where the person says (X25). */
  saveAttachment: shell({
    permission: 'customers.read',
    input: z.strictObject({ attachmentId: attachmentIdSchema }),
    output: z.object({ name: z.string() }).nullable(),
  }),
  copyText: shell({ permission: 'customers.read', input: z.strictObject({ text: z.string().max(20_000) }), output: emptySchema }),
  /** Whether the facing window (X39) can stand on a screen of its own, and whether it is open. */
  facingState: shell({
    permission: 'customers.read',
    input: emptySchema,
    output: z.object({ hasOwnScreen: z.boolean(), isOpen: z.boolean() }),
  }),
  /**
   * Opens the facing window: on the second screen, or else over the whole of the only one, which then comes back by the code alone.
   * Errors: bad_input (code_missing).
   */
  openFacing: shell({
    permission: 'customers.write',
    input: z.strictObject({ code: facingCodeSchema.nullable().default(null) }),
    output: z.object({ hasOwnScreen: z.boolean() }),
  }),
  closeFacing: shell({ permission: 'customers.write', input: emptySchema, output: emptySchema }),
  /** Back to the clerk's screen, asked from the facing window. `waitSeconds` until another code is looked at. */
  leaveFacing: shell({
    permission: 'intake.fill',
    input: z.strictObject({ code: facingCodeSchema }),
    output: z.object({ isRight: z.boolean(), waitSeconds: countSchema }),
  }),
  startState: shell({
    permission: 'customers.read',
    input: emptySchema,
    output: z.object({
      isReady: z.boolean(),
      error: startErrorSchema.nullable(),
      now: instantSchema,
      today: localDateSchema,
      versions: z.object({ app: z.string(), electron: z.string(), chrome: z.string(), node: z.string() }),
    }),
  }),
};
