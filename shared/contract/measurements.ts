import { z } from 'zod';
import { MOST_DECIMALS } from '../domain/measurements/values.ts';
import { MAX_QUANTITY, quantity } from '../types/amounts.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  measureIdSchema,
  measurementIdSchema,
  noteSchema,
  pageFields,
  pageOf,
  staffIdSchema,
  thingIdSchema,
  visitIdSchema,
} from './values.ts';

/** Thousandths of a measure's unit; some, like a change of temperature, lie below zero. */
const measureValueSchema = z.int().min(-MAX_QUANTITY).max(MAX_QUANTITY).transform(quantity);
const decimalsSchema = z.int().min(0).max(MOST_DECIMALS);
const measureWords = {
  name: plainText(z.string()),
  unit: plainText(z.string()),
  decimals: decimalsSchema,
  isPrivate: z.boolean(),
};

/** What the shop measures (X26): one of its own, or one that every shop starts with and nobody has used or changed yet. */
const measureSchema = z.object({
  id: measureIdSchema,
  ...measureWords,
  isOwn: z.boolean(),
  isArchived: z.boolean(),
  hasValues: z.boolean(),
});
export type Measure = z.output<typeof measureSchema>;

/** One value with the words of its measure. */
export const measuredSchema = z.object({
  measureId: measureIdSchema,
  name: plainText(z.string()),
  unit: plainText(z.string()),
  decimals: decimalsSchema,
  value: measureValueSchema,
});

/** As the store hands it over: with its place among the measures. */
export const storedMeasuredSchema = z.array(measuredSchema.extend({ position: z.int() }));

/** One occasion of measuring, with all that was measured then. */
const measurementSchema = z.object({
  id: measurementIdSchema,
  customerId: customerIdSchema,
  thing: z.object({ id: thingIdSchema, name: z.string() }).nullable(),
  visitId: visitIdSchema.nullable(),
  on: localDateSchema,
  at: instantSchema,
  /** Who measured. */
  staff: z.object({ id: staffIdSchema, name: z.string() }).nullable(),
  /** In the order of the measures; those of health only for whoever has the right to see it (X40). */
  values: z.array(measuredSchema),
  note: z.string().nullable(),
  /** Holds something of health. */
  isPrivate: z.boolean(),
});
export type Measurement = z.output<typeof measurementSchema>;

const MOST_VALUES = 40;
const ofMeasurement = z.strictObject({ customerId: customerIdSchema, measurementId: measurementIdSchema });
const ofMeasure = z.strictObject({ measureId: measureIdSchema });

export const measurementsContract = {
  /** The shop's measures in its order, then those that every shop is offered. */
  measures: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ measures: z.array(measureSchema) }),
  }),
  /** Makes a measure, or with `measureId` changes it. The unit of one with values stays. */
  saveMeasure: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({
      measureId: measureIdSchema.nullable().default(null),
      name: lineSchema(40),
      unit: z.string().trim().max(12).default(''),
      decimals: decimalsSchema.default(1),
      isPrivate: z.boolean().default(false),
    }),
    output: z.object({
      measureId: measureIdSchema,
      /** `measurements.saveMeasure` with this takes a change back; null for a new measure. */
      before: z.object(measureWords).nullable(),
    }),
  }),
  /** Out of the choices, or back among them; its values stay. */
  archiveMeasure: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ measureId: measureIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Deletes a measure without values; what every shop starts with is on offer again as it came. */
  removeMeasure: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: ofMeasure,
    output: emptySchema,
  }),
  /** What was measured of a customer and their things, latest first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema }),
    output: pageOf(measurementSchema),
  }),
  /** Writes down one occasion, or with `measurementId` changes it. At least one value. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      measurementId: measurementIdSchema.nullable().default(null),
      thingId: thingIdSchema.nullable().default(null),
      visitId: visitIdSchema.nullable().default(null),
      /** A past business day; null is today, or leaves the day of a changed one. */
      on: localDateSchema.nullable().default(null),
      /** Who measured; null is whoever writes it, or leaves that of a changed one. */
      staffId: staffIdSchema.nullable().default(null),
      values: z.array(z.strictObject({ measureId: measureIdSchema, value: measureValueSchema })).max(MOST_VALUES),
      note: noteSchema.default(''),
    }),
    output: z.object({ measurementId: measurementIdSchema }),
  }),
  /** Takes away what was written by mistake. `restore` brings it back. */
  remove: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofMeasurement, output: emptySchema }),
  restore: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofMeasurement, output: emptySchema }),
};
