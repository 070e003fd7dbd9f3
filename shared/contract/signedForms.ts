import { z } from 'zod';
import { LONGEST_ANSWER, MOST_QUESTIONS, questionKinds } from '../domain/signedForms/answers.ts';
import { formStates } from '../domain/signedForms/state.ts';
import { MOST_NUMBERS, MOST_STROKES, SIGNATURE_HEIGHT, SIGNATURE_WIDTH } from '../domain/signedForms/strokes.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  emptySchema,
  formTemplateIdSchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  signedFormIdSchema,
} from './values.ts';

/** On the screen with a pen or finger, by typing one's name, or on the printed page. */
export const signatureWays = ['drawn', 'typed', 'paper'] as const;
const waySchema = z.enum(signatureWays);

const formText = z.string().trim().min(1).max(8000);
const validMonthsSchema = z.int().min(1).max(120).nullable();

const formQuestionSchema = z.strictObject({
  key: plainText(lineSchema(40)),
  kind: z.enum(questionKinds),
  question: plainText(lineSchema(200)),
  options: z.array(plainText(lineSchema(60))).max(20),
  isRequired: z.boolean(),
});

export const formQuestionsSchema = z.array(formQuestionSchema);

/** A form that can be signed (X27): the shop's own, or one that every shop starts with and nobody has used or changed yet. */
export const formTemplateSchema = z.object({
  id: formTemplateIdSchema,
  name: plainText(z.string()),
  text: plainText(z.string()),
  questions: formQuestionsSchema,
  validMonths: validMonthsSchema,
  /** Only for whoever has the right to see health (X40). */
  isPrivate: z.boolean(),
  /** Counts up whenever the words change; what was signed keeps its own. */
  version: countSchema,
  isOwn: z.boolean(),
  isArchived: z.boolean(),
  hasSigned: z.boolean(),
});
export type FormTemplate = z.output<typeof formTemplateSchema>;

/** Each stroke is x and y of its points in turn, on a field of 600 by 200. */
export const strokesSchema = z
  .array(z.array(z.int().min(0).max(Math.max(SIGNATURE_WIDTH, SIGNATURE_HEIGHT))).max(MOST_NUMBERS))
  .max(MOST_STROKES);

export const signedFormSchema = z.object({
  id: signedFormIdSchema,
  templateId: formTemplateIdSchema,
  /** As it was called when it was signed. */
  name: plainText(z.string()),
  version: countSchema,
  isPrivate: z.boolean(),
  signedOn: localDateSchema,
  at: instantSchema,
  /** The last day on which it holds; null is for good. */
  validUntil: localDateSchema.nullable(),
  state: z.enum(formStates),
  way: waySchema,
  /** Who signed. */
  signer: z.string(),
  /** For somebody who is not of age. */
  isGuardian: z.boolean(),
  staffName: z.string().nullable(),
});
export type SignedForm = z.output<typeof signedFormSchema>;

const ofForm = z.strictObject({ customerId: customerIdSchema, formId: signedFormIdSchema });
const ofTemplate = z.strictObject({ templateId: formTemplateIdSchema });

export const signedFormsContract = {
  templates: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ templates: z.array(formTemplateSchema) }),
  }),
  /** Makes a form, or with `templateId` changes it. What was signed keeps the words it was signed with. */
  saveTemplate: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({
      templateId: formTemplateIdSchema.nullable().default(null),
      name: lineSchema(60),
      text: formText,
      questions: z
        .array(
          z.strictObject({
            /** Null is a new question. */
            key: lineSchema(40).nullable().default(null),
            kind: z.enum(questionKinds),
            question: lineSchema(200),
            options: z.array(lineSchema(60)).max(20).default([]),
            isRequired: z.boolean().default(false),
          }),
        )
        .max(MOST_QUESTIONS)
        .default([]),
      validMonths: validMonthsSchema.default(null),
      isPrivate: z.boolean().default(false),
    }),
    output: z.object({
      templateId: formTemplateIdSchema,
      /** `signedForms.saveTemplate` with this takes a change back; null for a new form. */
      before: formTemplateSchema.pick({ name: true, text: true, questions: true, validMonths: true, isPrivate: true }).nullable(),
    }),
  }),
  archiveTemplate: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ templateId: formTemplateIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Deletes a form that nobody has signed. */
  removeTemplate: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: ofTemplate,
    output: emptySchema,
  }),
  /** What a customer has signed, latest first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema }),
    output: pageOf(signedFormSchema),
  }),
  /** One of them whole: the words, the answers, the signature. */
  findById: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: ofForm,
    output: signedFormSchema.extend({
      text: plainText(z.string()),
      answers: z.array(
        z.object({
          key: plainText(z.string()),
          kind: z.enum(questionKinds),
          question: plainText(z.string()),
          answer: z.string().nullable(),
        }),
      ),
      strokes: strokesSchema,
    }),
  }),
  /** What of a customer must be signed again: run out, or about to. */
  due: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      /** Of somebody not of age: a guardian signs. */
      needsGuardian: z.boolean(),
      forms: z.array(signedFormSchema.pick({ id: true, templateId: true, name: true, validUntil: true, state: true })),
    }),
  }),
  /** Signs a form as it stands (`version`). From then on it cannot be changed; signing again supersedes it. */
  sign: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      templateId: formTemplateIdSchema,
      /** The version that was read; another one by now is refused. */
      version: countSchema,
      answers: z
        .array(z.strictObject({ key: lineSchema(40), answer: z.string().max(LONGEST_ANSWER).nullable() }))
        .max(MOST_QUESTIONS),
      way: waySchema,
      /** For the way `drawn` only. */
      strokes: strokesSchema.default([]),
      signer: lineSchema(60),
      isGuardian: z.boolean().default(false),
      /** The day on the paper; null is today, and always today on the screen. */
      on: localDateSchema.nullable().default(null),
    }),
    output: z.object({ formId: signedFormIdSchema }),
  }),
  /** It no longer counts: signed by mistake, or taken back. Its words stay to be read. */
  void: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofForm, output: emptySchema }),
  restore: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofForm, output: emptySchema }),
  /** The page to print: a form to be signed by hand, or with `formId` what was signed. */
  document: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      templateId: formTemplateIdSchema,
      customerId: customerIdSchema.nullable().default(null),
      formId: signedFormIdSchema.nullable().default(null),
    }),
    output: z.object({ html: z.string() }),
  }),
};
