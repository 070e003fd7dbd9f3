import { z } from 'zod';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { countSchema, emptySchema, lineSchema, rewardIdSchema, sampleSetIdSchema } from './values.ts';

/** So many sets are enough to choose from, and so many samples in one. */
export const MOST_SAMPLE_SETS = 50;
const MOST_SAMPLES = 20;
export const MOST_PIECES_OF_SAMPLE = 99;

const fields = {
  name: plainText(lineSchema(40)),
  items: z
    .array(z.strictObject({ rewardId: rewardIdSchema, quantity: z.int().min(1).max(MOST_PIECES_OF_SAMPLE) }))
    .min(1)
    .max(MOST_SAMPLES)
    .refine((items) => new Set(items.map(({ rewardId }) => rewardId)).size === items.length, { error: 'gift_twice' }),
};

/** What a set holds, as the store keeps it with a gift that began as one. */
export const sampleItemsSchema = z.array(
  z.object({ rewardId: rewardIdSchema, name: plainText(z.string()), quantity: countSchema }),
);

const setSchema = z.object({
  id: sampleSetIdSchema,
  name: plainText(z.string()),
  items: sampleItemsSchema,
  isArchived: z.boolean(),
});
export type SampleSetDefinition = z.output<typeof setSchema>;

const ofSet = { setId: sampleSetIdSchema };

/** Sets of samples 试用装组合, which whoever gives one may change on the spot (R178). */
export const sampleSetsContract = {
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ sets: z.array(setSchema) }),
  }),
  /** Adds a set, or writes over one. Errors: bad_input (gift_no_sample), conflict (sample_set_taken, sample_sets_full). */
  save: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...fields, setId: sampleSetIdSchema.nullable().default(null) }),
    output: z.object({ setId: sampleSetIdSchema, before: z.strictObject(fields).nullable() }),
  }),
  archive: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofSet, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  remove: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofSet),
    output: emptySchema,
  }),
};
