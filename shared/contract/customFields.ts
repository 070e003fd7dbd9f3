import { z } from 'zod';
import { plainText } from './masking.ts';
import { privateGroups } from '../domain/privateGroups.ts';
import { command, query } from './operation.ts';
import {
  customFieldIdSchema,
  customFieldOptionIdSchema,
  customerIdSchema,
  emptySchema,
  lineSchema,
  localDateSchema,
} from './values.ts';

export const customFieldTypeSchema = z.enum(['text', 'number', 'date', 'choice', 'choices', 'yes_no']);
export type CustomFieldType = z.output<typeof customFieldTypeSchema>;

export const MOST_CUSTOM_FIELDS = 60;
export const MOST_OPTIONS = 100;
export const MOST_TEXT = 500;

export const privateGroupSchema = z.enum(privateGroups);

const optionNameSchema = lineSchema(60);

/** A field the shop has made up for its customers' cards. */
export const customFieldSchema = z.object({
  id: customFieldIdSchema,
  name: plainText(z.string()),
  type: customFieldTypeSchema,
  /** The heading it stands under; empty stands under the general one. */
  groupName: plainText(z.string()),
  /** Nobody new is saved without it, and it is not emptied; a file, or a person in the street, may not know it. */
  isRequired: z.boolean(),
  /** The search box finds people by it. */
  isSearchable: z.boolean(),
  /** The list of customers shows it. */
  isInList: z.boolean(),
  isArchived: z.boolean(),
  /** Seen, written and asked for only with the right of its group (X40); null is for everybody. */
  privateGroup: privateGroupSchema.nullable(),
  /** In the shop's order; archived ones stay with whoever has them and are offered to nobody. */
  options: z.array(z.object({ id: customFieldOptionIdSchema, name: plainText(z.string()), isArchived: z.boolean() })),
});
export type CustomField = z.output<typeof customFieldSchema>;

/**
 * A value by the type of its field: text, a number, a day, yes or no, one option's id, or several; null (and no option at all) is
 * unknown. Which of them fits is the field's to say: `bad_input` names `values.<index>.value`.
 */
export const customValueSchema = z.union([
  z.string().trim().max(MOST_TEXT),
  z.number().min(-1e15).max(1e15),
  z.boolean(),
  z.array(customFieldOptionIdSchema).max(MOST_OPTIONS),
  z.null(),
]);
export type CustomValue = z.output<typeof customValueSchema>;
const givenValueSchema = z.strictObject({ fieldId: customFieldIdSchema, value: customValueSchema });
/** Values of several fields, as a form or a card saves them. */
export const givenValuesSchema = z.array(givenValueSchema).max(MOST_CUSTOM_FIELDS);
export type GivenValue = z.output<typeof givenValueSchema>;

/** One value of a customer as the card shows it. */
export const customerValueSchema = z.object({
  fieldId: customFieldIdSchema,
  name: plainText(z.string()),
  type: customFieldTypeSchema,
  value: customValueSchema,
  /** The value in words: option names, numbers as written. Yes and no are 'yes' and 'no'. */
  text: z.string(),
});
export type CustomerValue = z.output<typeof customerValueSchema>;

/** A figure to compare with: as large as any that a double tells from its neighbour. */
const figureSchema = z.number().min(-1e15).max(1e15);

/** A condition on one custom field, for filters. */
export const customConditionSchema = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('known'), fieldId: customFieldIdSchema }),
  z.strictObject({ test: z.literal('unknown'), fieldId: customFieldIdSchema }),
  z.strictObject({ test: z.literal('text_is'), fieldId: customFieldIdSchema, text: lineSchema(MOST_TEXT) }),
  z.strictObject({ test: z.literal('text_has'), fieldId: customFieldIdSchema, text: lineSchema(60) }),
  z.strictObject({
    test: z.literal('number'),
    fieldId: customFieldIdSchema,
    from: figureSchema.nullable().default(null),
    to: figureSchema.nullable().default(null),
  }),
  z.strictObject({
    test: z.literal('date'),
    fieldId: customFieldIdSchema,
    from: localDateSchema.nullable().default(null),
    to: localDateSchema.nullable().default(null),
  }),
  z.strictObject({
    test: z.literal('options'),
    fieldId: customFieldIdSchema,
    optionIds: z.array(customFieldOptionIdSchema).min(1).max(MOST_OPTIONS),
  }),
  z.strictObject({ test: z.literal('yes_no'), fieldId: customFieldIdSchema, isYes: z.boolean() }),
]);
export type CustomCondition = z.output<typeof customConditionSchema>;

const fieldShape = z.strictObject({
  name: plainText(lineSchema(40)),
  groupName: plainText(z.string()).trim().max(40),
  isRequired: z.boolean(),
  isSearchable: z.boolean(),
  isInList: z.boolean(),
  /** A private field is never searchable: a box that finds people by it would tell it. */
  privateGroup: privateGroupSchema.nullable(),
});

export const customFieldsContract = {
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ fields: z.array(customFieldSchema.extend({ hasValues: z.boolean() })) }),
  }),
  create: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: fieldShape
      .partial()
      .required({ name: true })
      .extend({
        type: customFieldTypeSchema,
        /** Names of the options of a choice, in order. */
        options: z.array(optionNameSchema).max(MOST_OPTIONS).default([]),
      }),
    output: z.object({ fieldId: customFieldIdSchema }),
  }),
  update: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({
      fieldId: customFieldIdSchema,
      changes: fieldShape
        .extend({
          isArchived: z.boolean(),
          /** All options on offer, in order; one without id is new, one that is not named is archived. */
          options: z
            .array(z.strictObject({ optionId: customFieldOptionIdSchema.nullable().default(null), name: optionNameSchema }))
            .max(MOST_OPTIONS),
        })
        .partial(),
    }),
    output: z.object({
      /** `customFields.update` with these takes the change back. */
      before: fieldShape
        .extend({
          isArchived: z.boolean(),
          options: z.array(z.object({ optionId: customFieldOptionIdSchema, name: plainText(z.string()) })),
        })
        .partial(),
    }),
  }),
  /** Puts the named fields into this order; the others follow as they were. */
  order: command({
    permission: 'settings.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ fieldIds: z.array(customFieldIdSchema).max(MOST_CUSTOM_FIELDS) }),
    output: z.object({ before: z.array(customFieldIdSchema) }),
  }),
  /** Deletes a field nobody has a value in; one with values is archived instead. */
  remove: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ fieldId: customFieldIdSchema }),
    output: emptySchema,
  }),
  saveValues: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      values: givenValuesSchema,
      /** Puts back what was there: a required field may be unknown again. */
      isUndo: z.boolean().default(false),
    }),
    output: z.object({
      /** The former values of what changed: `customFields.saveValues` with these and `isUndo` takes it back. */
      before: z.array(givenValueSchema),
    }),
  }),
};
