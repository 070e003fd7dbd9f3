import { z } from 'zod';
import { LONGEST_LINES, MOST_FIELDS, MOST_FIELD_OPTIONS, recordFieldKinds } from '../domain/serviceRecords/fields.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  recordTypeIdSchema,
  serviceRecordIdSchema,
  staffIdSchema,
  thingIdSchema,
  visitIdSchema,
} from './values.ts';

const keySchema = plainText(lineSchema(40));
const fieldShape = {
  kind: z.enum(recordFieldKinds),
  label: plainText(lineSchema(40)),
  unit: plainText(z.string().trim().max(12)),
  group: plainText(z.string().trim().max(30)),
};

/** One field of a type of record. */
const recordFieldSchema = z.strictObject({
  key: keySchema,
  ...fieldShape,
  options: z.array(plainText(lineSchema(40))).max(MOST_FIELD_OPTIONS),
  startsEmpty: z.boolean(),
});

export const recordFieldsSchema = z.array(recordFieldSchema);

/** A type of record (X24): one of the shop's own, or one that every shop starts with and nobody has used or changed yet. */
export const recordTypeSchema = z.object({
  id: recordTypeIdSchema,
  name: plainText(z.string()),
  /** Only for whoever has the right to see health (X40). */
  isPrivate: z.boolean(),
  /** Used or changed by this shop; the others are offered. */
  isOwn: z.boolean(),
  isArchived: z.boolean(),
  hasRecords: z.boolean(),
  fields: recordFieldsSchema,
});
export type RecordType = z.output<typeof recordTypeSchema>;

const figureSchema = z.number().min(-1e9).max(1e9);

/** A value under the words it was written with. */
export const recordEntrySchema = z.object({
  key: keySchema,
  ...fieldShape,
  value: z.union([z.string(), z.number()]).nullable(),
});

export const recordEntriesSchema = z.array(recordEntrySchema);

/** What was done for a customer, or for one of their things (R067). */
export const serviceRecordSchema = z.object({
  id: serviceRecordIdSchema,
  customerId: customerIdSchema,
  typeId: recordTypeIdSchema,
  /** As it was called when this was written. */
  typeName: plainText(z.string()),
  isPrivate: z.boolean(),
  thing: z.object({ id: thingIdSchema, name: z.string() }).nullable(),
  visitId: visitIdSchema.nullable(),
  on: localDateSchema,
  at: instantSchema,
  /** Who did it. */
  staff: z.object({ id: staffIdSchema, name: z.string() }).nullable(),
  /** Every field it was written with; null is unknown. */
  entries: recordEntriesSchema,
  note: z.string().nullable(),
});
export type ServiceRecord = z.output<typeof serviceRecordSchema>;

const ofRecord = z.strictObject({ customerId: customerIdSchema, recordId: serviceRecordIdSchema });
const ofType = z.strictObject({ typeId: recordTypeIdSchema });

const typeShape = {
  name: lineSchema(40),
  isPrivate: z.boolean().default(false),
  fields: z
    .array(
      z.strictObject({
        /** Null is a new field; one of another kind under a known key is a new one too. */
        key: lineSchema(40).nullable().default(null),
        kind: z.enum(recordFieldKinds),
        label: lineSchema(40),
        unit: z.string().trim().max(12).default(''),
        group: z.string().trim().max(30).default(''),
        options: z.array(lineSchema(40)).max(MOST_FIELD_OPTIONS).default([]),
        startsEmpty: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(MOST_FIELDS),
};

export const serviceRecordsContract = {
  /** The shop's types in its order, then those that every shop is offered. */
  types: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ types: z.array(recordTypeSchema) }),
  }),
  /** Makes a type, or with `typeId` changes it. Records keep the words they were written with. */
  saveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ typeId: recordTypeIdSchema.nullable().default(null), ...typeShape }),
    output: z.object({
      typeId: recordTypeIdSchema,
      /** `serviceRecords.saveType` with this takes a change back; null for a new type. */
      before: z.object({ name: plainText(z.string()), isPrivate: z.boolean(), fields: z.array(recordFieldSchema) }).nullable(),
    }),
  }),
  /** Out of the choices, or back among them; its records stay. */
  archiveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ typeId: recordTypeIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Deletes a type without records; what every shop starts with is on offer again as it came. */
  removeType: command({ permission: 'settings.write', audit: 'settings', masks: 'none', input: ofType, output: emptySchema }),
  /** Records of one customer, latest first: of one type or thing where named. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...pageFields,
      customerId: customerIdSchema,
      typeId: recordTypeIdSchema.nullable().default(null),
      thingId: thingIdSchema.nullable().default(null),
    }),
    output: pageOf(serviceRecordSchema),
  }),
  /** The last record of a type, of the customer or of the named thing, and the field that is likely to change this time. */
  last: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      typeId: recordTypeIdSchema,
      thingId: thingIdSchema.nullable().default(null),
    }),
    output: z.object({ record: serviceRecordSchema.nullable(), changingKey: keySchema.nullable() }),
  }),
  /** Writes a record, or with `recordId` changes it; its type stays. At least one value or a note. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      recordId: serviceRecordIdSchema.nullable().default(null),
      typeId: recordTypeIdSchema,
      thingId: thingIdSchema.nullable().default(null),
      visitId: visitIdSchema.nullable().default(null),
      /** A past business day; null is today, or leaves the day of a changed one. */
      on: localDateSchema.nullable().default(null),
      /** Who did it; null is whoever writes it, or leaves that of a changed one. */
      staffId: staffIdSchema.nullable().default(null),
      values: z
        .array(z.strictObject({ key: lineSchema(40), value: z.union([z.string().max(LONGEST_LINES), figureSchema]).nullable() }))
        .max(2 * MOST_FIELDS),
      note: noteSchema.default(''),
    }),
    output: z.object({ recordId: serviceRecordIdSchema }),
  }),
  /** Takes away what was written by mistake. `restore` brings it back. */
  remove: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofRecord, output: emptySchema }),
  restore: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofRecord, output: emptySchema }),
};
