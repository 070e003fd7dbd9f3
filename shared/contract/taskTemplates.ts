import { z } from 'zod';
import { MOST_STEPS, MOST_STEP_DAYS } from '../domain/tasks/templates.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  emptySchema,
  lineSchema,
  localDateSchema,
  staffIdSchema,
  taskIdSchema,
  taskTemplateIdSchema,
} from './values.ts';

/** One thing of a template: what, and how many days after the day it begins. */
const stepSchema = z.strictObject({
  title: lineSchema(100),
  afterDays: z.int().min(0).max(MOST_STEP_DAYS),
});
const storedStepSchema = z.object({ title: plainText(z.string()), afterDays: z.int() });
export const storedStepsSchema = z.array(storedStepSchema);

/** Several tasks that belong together, written down in one go (R055). */
const taskTemplateSchema = z.object({
  id: taskTemplateIdSchema,
  name: plainText(z.string()),
  steps: storedStepsSchema,
  /** False for one that every shop is offered and nobody has changed yet. */
  isOwn: z.boolean(),
  isArchived: z.boolean(),
});
export type TaskTemplate = z.output<typeof taskTemplateSchema>;

const ofTemplate = { templateId: taskTemplateIdSchema };

export const taskTemplatesContract = {
  /** The shop's own templates, then those that every shop is offered. */
  templates: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ templates: z.array(taskTemplateSchema) }),
  }),
  /** Makes a template, or with `templateId` changes it; tasks that were made by it stay as they are. */
  saveTemplate: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({
      templateId: taskTemplateIdSchema.nullable().default(null),
      name: lineSchema(40),
      steps: z.array(stepSchema).min(1).max(MOST_STEPS),
    }),
    output: z.object({
      templateId: taskTemplateIdSchema,
      /** `tasks.saveTemplate` with this takes a change back; null for a new one. */
      before: z.object({ name: plainText(z.string()), steps: storedStepsSchema }).nullable(),
    }),
  }),
  archiveTemplate: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofTemplate, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  removeTemplate: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofTemplate),
    output: emptySchema,
  }),
  /** Writes all tasks of a template down, for a customer or in the shop, counted from a day; null is today. */
  applyTemplate: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      ...ofTemplate,
      customerId: customerIdSchema.nullable().default(null),
      staffId: staffIdSchema.nullable().default(null),
      from: localDateSchema.nullable().default(null),
    }),
    output: z.object({ taskIds: z.array(taskIdSchema) }),
  }),
  /** Takes away what `applyTemplate` wrote down, as long as none of it is settled. */
  takeBackTemplate: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ taskIds: z.array(taskIdSchema).min(1).max(MOST_STEPS) }),
    output: emptySchema,
  }),
};
