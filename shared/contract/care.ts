import { z } from 'zod';
import { anomalyKinds } from '../domain/care/anomalies.ts';
import { careFields } from '../domain/care/fields.ts';
import { checkOutcomes } from '../domain/care/quarter.ts';
import { careProblems } from '../domain/care/score.ts';
import { contactAmong, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  pointsEntryIdSchema,
  positivePointsSchema,
  signedPointsSchema,
} from './values.ts';

export const careFieldSchema = z.enum(careFields);
export const anomalyKindSchema = z.enum(anomalyKinds);
export const checkOutcomeSchema = z.enum(checkOutcomes);
const scoreSchema = z.int().min(0).max(100);

/** Why points are missing from a score (R186). */
export const careReasonSchema = z.object({ field: careFieldSchema, problem: z.enum(careProblems), lost: scoreSchema });

/** What looks wrong (R185), with the figure of its sentence and, for a region, the usual spelling. */
const anomalyFields = {
  kind: anomalyKindSchema,
  /** The field in which it is mended. */
  field: z.enum([...careFields, 'cardNo', 'email']),
  value: z.string(),
  figure: z.int().nullable(),
  usual: z.string().nullable(),
  isAccepted: z.boolean(),
};
const hidesWhole = ({ field }: Readonly<Record<string, unknown>>): boolean =>
  field === 'phone' || field === 'wechat' || field === 'email';
export const anomalySchema = contactAmong(z.object(anomalyFields), 'value', hidesWhole);
export type CareAnomaly = z.output<typeof anomalySchema>;

const personFields = { customerId: customerIdSchema, number: customerNumberSchema, name: z.string() };
/** An anomaly is known by these: "it is right" is said of a value, and no longer holds for another. */
const oneAnomaly = z.strictObject({ customerId: customerIdSchema, kind: anomalyKindSchema, value: z.string().max(300) });
const ofCustomer = z.strictObject({ customerId: customerIdSchema });

export const peopleFilterSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('score'), from: scoreSchema, to: scoreSchema }),
  z.strictObject({ by: z.literal('field'), field: careFieldSchema, problem: z.enum(['missing', 'flawed']) }),
]);
export type PeopleFilter = z.output<typeof peopleFilterSchema>;

export const careContract = {
  /** One customer's score with its reasons, what looks wrong, and what to ask today. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: ofCustomer,
    output: z.object({
      score: scoreSchema,
      reasons: z.array(careReasonSchema),
      anomalies: z.array(anomalySchema),
      /** The one thing worth asking today; null when nothing is, or not again yet. */
      ask: careFieldSchema.nullable(),
      /** Points due for an updated profile (R188); 0 when none are. */
      rewardPoints: countSchema,
      /** What the customer typed on the facing window and nobody has looked at yet. */
      waitingProposals: countSchema,
    }),
  }),
  /** The whole shop's data in figures: how many people at each score, and what is missing or flawed for how many. */
  overview: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      people: countSchema,
      /** People whom no run has looked at yet. */
      waiting: countSchema,
      /** Mean score, rounded; null without people. */
      average: scoreSchema.nullable(),
      scores: z.array(z.object({ from: scoreSchema, to: scoreSchema, people: countSchema })),
      fields: z.array(z.object({ field: careFieldSchema, missing: countSchema, flawed: countSchema })),
      anomalies: countSchema,
    }),
  }),
  /** The people behind a figure of the overview, lowest score first. */
  people: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, filter: peopleFilterSchema }),
    output: pageOf(z.object({ ...personFields, score: scoreSchema, missing: z.array(careFieldSchema) })),
  }),
  anomalies: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, kind: anomalyKindSchema.nullable().default(null) }),
    output: pageOf(contactAmong(z.object({ ...personFields, ...anomalyFields }), 'value', hidesWhole)).extend({
      kinds: z.array(z.object({ kind: anomalyKindSchema, count: countSchema })),
    }),
  }),
  /** "It is right": not asked again until the value changes. */
  acceptAnomaly: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: oneAnomaly, output: emptySchema }),
  reopenAnomaly: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: oneAnomaly, output: emptySchema }),
  /** "Not now": nothing is asked of this customer for some days. */
  declineAsk: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, field: careFieldSchema }),
    output: z.object({ until: localDateSchema, before: localDateSchema.nullable() }),
  }),
  restoreAsk: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, field: careFieldSchema, until: localDateSchema.nullable() }),
    output: emptySchema,
  }),
  /** The check list of the present quarter (R183), in the order in which it was drawn up. */
  quarter: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      name: plainText(z.string()),
      endsOn: localDateSchema,
      /** How many the shop means to check a quarter. */
      size: countSchema,
      done: countSchema,
      counts: z.object({ correct: countSchema, changed: countSchema, invalid: countSchema }),
      rows: z.array(
        z.object({
          ...personFields,
          score: scoreSchema.nullable(),
          outcome: checkOutcomeSchema.nullable(),
          at: instantSchema.nullable(),
        }),
      ),
    }),
  }),
  /** Draws the list up, or fills it to the shop's present size; people already on it stay. */
  planQuarter: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ added: countSchema, total: countSchema }),
  }),
  recordCheck: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, outcome: checkOutcomeSchema }),
    output: emptySchema,
  }),
  undoCheck: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofCustomer, output: emptySchema }),
  /** Points for an updated profile (R188), through the ledger. Errors: conflict (reward_not_due). */
  reward: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, reason: lineSchema(200) }),
    output: z.object({ entryId: pointsEntryIdSchema, points: positivePointsSchema, pointsBalance: signedPointsSchema }),
  }),
};

/** What only the shop as a whole shows, found once a day: kept with the run. */
export const crowdsSchema = z.object({
  /** Birthdays an old system invented: key and people. */
  birthdays: z.array(z.tuple([z.string(), z.int()])),
  /** Spellings of regions: as written, and the usual one. */
  regions: z.array(z.tuple([z.string(), z.string()])),
});
export type Crowds = z.output<typeof crowdsSchema>;
