import { z } from 'zod';
import { MOST_ITEMS, groupMatches, segmentAttributes, segmentFigures, segmentFlags } from '../domain/segments/conditions.ts';
import { customConditionSchema } from './customFields.ts';
import { plainText } from './masking.ts';
import { command, query, study } from './operation.ts';
import { segmentMemberSchema } from './segments.ts';
import {
  countSchema,
  customerIdSchema,
  emptySchema,
  jobFields,
  lineSchema,
  localDateSchema,
  noteSchema,
  ownSegmentIdSchema,
  pageFields,
  productIdSchema,
} from './values.ts';

const is = z.boolean().default(true);
/** Cents reach this far; nobody is older, nothing longer ago. */
const boundSchema = z.int().min(0).max(1_000_000_000_000);

const conditionSchema = z.discriminatedUnion('test', [
  z.strictObject({
    test: z.literal('figure'),
    figure: z.enum(segmentFigures),
    min: boundSchema.nullable().default(null),
    max: boundSchema.nullable().default(null),
  }),
  z.strictObject({
    test: z.literal('one_of'),
    attribute: z.enum(segmentAttributes),
    values: z.array(z.string().trim().min(1).max(60)).min(1).max(100),
    is,
  }),
  z.strictObject({ test: z.literal('flag'), flag: z.enum(segmentFlags), is }),
  z.strictObject({
    test: z.literal('bought'),
    productId: productIdSchema.nullable().default(null),
    category: plainText(z.string()).trim().min(1).max(40).nullable().default(null),
    lastDays: z.int().min(1).max(3650).nullable().default(null),
    is,
  }),
  z.strictObject({ test: z.literal('custom'), condition: customConditionSchema }),
  z.strictObject({ test: z.literal('segment'), segmentId: ownSegmentIdSchema, is }),
]);

const groupOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    test: z.literal('group'),
    match: z.enum(groupMatches),
    items: z.array(item).min(1).max(MOST_ITEMS),
  });
/** Groups within groups, three deep: deeper nobody reads. */
export const segmentTreeSchema = groupOf(
  z.union([conditionSchema, groupOf(z.union([conditionSchema, groupOf(conditionSchema)]))]),
);
export type SegmentTree = z.output<typeof segmentTreeSchema>;

export const ownSegmentKinds = ['live', 'static'] as const;

const fields = { name: plainText(lineSchema(40)), note: noteSchema.default(''), tree: segmentTreeSchema };
const segmentSchema = z.object({
  id: ownSegmentIdSchema,
  name: plainText(z.string()),
  note: z.string(),
  tree: segmentTreeSchema,
  kind: z.enum(ownSegmentKinds),
  /** Of a static one: the day on which its people were written down. */
  frozenOn: localDateSchema.nullable(),
  changedOn: localDateSchema,
  isArchived: z.boolean(),
});
export type OwnSegment = z.output<typeof segmentSchema>;

const ofSegment = z.strictObject({ segmentId: ownSegmentIdSchema });
/** A stored segment, or a tree that is still being put together. */
const sourceSchema = z.union([ofSegment, z.strictObject({ tree: segmentTreeSchema })]);

/** The shop's own segments (R031, R037): live ones are counted whenever they are looked at, static ones keep the people of one day. */
export const ownSegmentsContract = {
  list: query({
    permission: 'segments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ segments: z.array(segmentSchema) }),
  }),
  /** How many people are in each segment that is not archived, but for those by private fields that whoever asks does not see (X40). Errors: cancelled. */
  counts: study({
    permission: 'segments.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(jobFields),
    output: z.object({ counts: z.array(z.object({ segmentId: ownSegmentIdSchema, count: countSchema })) }),
  }),
  /** Who is in it today, by the spend of the last 12 months. Errors: not_permitted (a private field), not_found, cancelled. */
  people: study({
    permission: 'segments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...jobFields, ...pageFields, source: sourceSchema }),
    output: z.object({ total: countSchema, rows: z.array(segmentMemberSchema.omit({ classes: true })) }),
  }),
  /** Why somebody is in it or is not: every condition in its place, with the figure or the value they have. */
  explain: query({
    permission: 'segments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema, source: sourceSchema }),
    output: z.object({
      isIn: z.boolean(),
      tree: segmentTreeSchema,
      conditions: z.array(
        z.object({
          path: z.string(),
          holds: z.boolean(),
          /** Of a figure; null where there is none. */
          figure: z.number().nullable(),
          /** Of an attribute: what they are one of. */
          values: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** Adds a segment, or writes over one. Errors: conflict (own_segment_taken, own_segments_full, segment_names_itself, segments_too_deep), not_found. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ segmentId: ownSegmentIdSchema.nullable().default(null), ...fields }),
    output: z.object({ segmentId: ownSegmentIdSchema, before: z.object(fields).nullable() }),
  }),
  /** Writes down the people of today under a name of its own. Errors: as of save. */
  freeze: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ segmentId: ownSegmentIdSchema, name: plainText(lineSchema(40)) }),
    output: z.object({ segmentId: ownSegmentIdSchema, people: countSchema }),
  }),
  archive: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ segmentId: ownSegmentIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  /** Errors: conflict (own_segment_in_use) while another segment names it. */
  remove: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofSegment, output: emptySchema }),
  /** Brings back what was removed. */
  restore: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: ofSegment, output: emptySchema }),
};
