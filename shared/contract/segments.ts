import { z } from 'zod';
import { query } from './operation.ts';
import { activityClasses, lifecycles, rfm8Segments, rfmSegments, valueClasses } from '../domain/segments/names.ts';
import {
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  emptySchema,
  localDateSchema,
  pageFields,
  signedCentsSchema,
} from './values.ts';

export { activityClasses, lifecycles, rfm8Segments, rfmSegments, valueClasses };

export const rfmSegmentSchema = z.enum(rfmSegments);
export const rfm8SegmentSchema = z.enum(rfm8Segments);
export const valueClassSchema = z.enum(valueClasses);
export const activityClassSchema = z.enum(activityClasses);
export const lifecycleSchema = z.enum(lifecycles);
const scoreSchema = z.int().min(0).max(5);

/** Every class of one customer on the independent axes. Scores are 1 to 5, or 0 for someone who never bought. */
export const classesSchema = z.object({
  /** The day on which they last became different. */
  asOf: localDateSchema,
  recencyScore: scoreSchema,
  frequencyScore: scoreSchema,
  moneyScore: scoreSchema,
  rfm: rfmSegmentSchema,
  rfm8: rfm8SegmentSchema,
  value: valueClassSchema,
  activity: activityClassSchema,
  isDormant: z.boolean(),
  lifecycle: lifecycleSchema,
});
export type Classes = z.output<typeof classesSchema>;

/** A click on the segments page: one group of one axis, or one cell of the recency x frequency matrix. */
export const segmentFilterSchema = z.discriminatedUnion('axis', [
  z.strictObject({ axis: z.literal('rfm'), segment: rfmSegmentSchema }),
  z.strictObject({ axis: z.literal('rfm8'), segment: rfm8SegmentSchema }),
  z.strictObject({ axis: z.literal('value'), segment: valueClassSchema }),
  z.strictObject({ axis: z.literal('activity'), segment: activityClassSchema }),
  z.strictObject({ axis: z.literal('dormant'), segment: z.enum(['dormant', 'not_dormant']) }),
  z.strictObject({ axis: z.literal('matrix'), recencyScore: scoreSchema, frequencyScore: scoreSchema }),
]);
export type SegmentFilter = z.output<typeof segmentFilterSchema>;

const counted = <Segment extends z.ZodType>(segment: Segment) => z.array(z.object({ segment, count: countSchema }));

/** The cut-offs by which the day's scores were given, so that anyone can check them. */
export const cutoffsSchema = z.object({
  method: z.enum(['quintile', 'fixed']),
  windowMonths: countSchema,
  windowFrom: localDateSchema,
  /** Upper bounds in days for scores 5, 4, 3, 2. */
  recencyDays: z.array(z.number()).length(4),
  /** Lower bounds in purchase days for scores 2, 3, 4, 5. */
  frequency: z.array(z.number()).length(4),
  /** Lower bounds in cents for scores 2, 3, 4, 5. */
  moneyCents: z.array(z.number()).length(4),
  valueHighCents: signedCentsSchema,
  valueMiddleCents: signedCentsSchema,
  /** Median and 80th percentile of the days between two purchase days over the shop; null before anyone came twice. */
  shopRhythmDays: z.number().nullable(),
  shopOverdueAfterDays: z.number().nullable(),
  /** How many customers bought in the window. */
  buyers: countSchema,
});
export type Cutoffs = z.output<typeof cutoffsSchema>;

export const segmentMemberSchema = z.object({
  id: customerIdSchema,
  number: customerNumberSchema,
  name: z.string(),
  isVip: z.boolean(),
  lastPurchaseOn: localDateSchema.nullable(),
  /** Days with a purchase within the scoring window: what F is given by. */
  purchaseDays: countSchema,
  /** Spend of the last 12 calendar months: what the value class is given by, and the order of the list. */
  yearSpendCents: signedCentsSchema,
  rhythmDays: z.number().nullable(),
  classes: classesSchema,
});

export const segmentsContract = {
  overview: query({
    permission: 'segments.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      asOf: localDateSchema.nullable(),
      /** Those who are in a group; each axis adds up to them. */
      customers: countSchema,
      /** Those whom the run under way has not reached yet: right after an import. */
      waiting: countSchema,
      cutoffs: cutoffsSchema.nullable(),
      rfm: counted(rfmSegmentSchema),
      rfm8: counted(rfm8SegmentSchema),
      value: counted(valueClassSchema),
      activity: counted(activityClassSchema),
      dormant: countSchema,
      /** Counts by recency and frequency score, 1 to 5 each; people who never bought are in none. */
      matrix: z.array(z.object({ recencyScore: scoreSchema, frequencyScore: scoreSchema, count: countSchema })),
    }),
  }),
  members: query({
    permission: 'segments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, filter: segmentFilterSchema }),
    output: z.object({ total: countSchema, rows: z.array(segmentMemberSchema) }),
  }),
};
