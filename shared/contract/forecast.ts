import { z } from 'zod';
import { MAX_HORIZON_DAYS, forecastRefusals, forecastUnits } from '../domain/forecast/names.ts';
import { study } from './operation.ts';
import { countSchema, jobFields, localDateSchema, signedCentsSchema } from './values.ts';

export const forecastUnitSchema = z.enum(forecastUnits);

/** A sum of probabilities or expectations. */
const expectedSchema = z.number().min(0);
const parameterSchema = z.number().positive();

const refusedSchema = z.object({
  outcome: z.literal('refused'),
  reason: z.enum(forecastRefusals),
  /** What there is (customers who came again, or days), and how much is needed; null where it is no matter of numbers. */
  found: countSchema.nullable(),
  needed: countSchema.nullable(),
});

/** Of the BG/NBD model; alpha in the unit of time. */
const bgNbdFields = {
  outcome: z.literal('fitted'),
  params: z.object({ r: parameterSchema, alpha: parameterSchema, a: parameterSchema, b: parameterSchema }),
  logLikelihood: z.number(),
};

/** Of the Gamma-Gamma model; gamma in whole units of money. */
const spendSchema = z.object({
  outcome: z.literal('fitted'),
  params: z.object({ p: parameterSchema, q: parameterSchema, gamma: parameterSchema }),
  logLikelihood: z.number(),
  customers: countSchema,
  /** Between how often and how much, -1 to 1: near 0 where this part may be trusted. */
  correlation: z.number().nullable(),
  meanSpendCents: signedCentsSchema.nullable(),
  expectedSpendCents: signedCentsSchema.nullable(),
});

const compared = { actual: countSchema, predicted: expectedSchema };

/** How the model of the first three quarters of the history did in the last one. */
const calibrationSchema = z.object({
  ...bgNbdFields,
  ...compared,
  heldBackFrom: localDateSchema,
  /** Those who had bought before that day. */
  customers: countSchema,
  weeks: z.array(z.object({ from: localDateSchema, ...compared })),
  /** By how often they had come again before that day; the last class is of so often or oftener. */
  classes: z.array(z.object({ frequency: countSchema, customers: countSchema, ...compared })),
});

const outline = {
  /** The last day that was looked at, and the day of the first purchase; null before there was any. */
  until: localDateSchema,
  since: localDateSchema.nullable(),
  unit: forecastUnitSchema,
  /** How far ahead, in the unit. */
  horizon: z.number().positive(),
  customers: countSchema,
  /** Those who bought on more than one day. */
  repeatCustomers: countSchema,
};

/** What is to be expected of the shop's customers by BG/NBD and Gamma-Gamma (R169, DOMAIN "BG/NBD"): an estimate, or why there is none. */
export const forecastContract = {
  get: study({
    permission: 'segments.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      ...jobFields,
      /** Null: the shop's business day. Errors: bad_input (in_future). */
      until: localDateSchema.nullable().default(null),
      unit: forecastUnitSchema.default('week'),
      horizonDays: z.int().min(1).max(MAX_HORIZON_DAYS).default(91),
    }),
    output: z.discriminatedUnion('outcome', [
      z.object({
        ...outline,
        ...bgNbdFields,
        /** Of those who bought again, how many are still customers. */
        expectedAlive: expectedSchema,
        /** Purchase days of everybody known, within the horizon. */
        expectedPurchases: expectedSchema,
        spend: z.discriminatedUnion('outcome', [spendSchema, refusedSchema]),
        calibration: z.discriminatedUnion('outcome', [calibrationSchema, refusedSchema]),
      }),
      refusedSchema.extend(outline),
    ]),
  }),
};
