import { z } from 'zod';
import { query, study } from './operation.ts';
import { countSchema, emptySchema, jobFields, signedCentsSchema } from './values.ts';

/** So many sources are told, those of most newcomers. */
export const MOST_SOURCES = 20;

const shareSchema = z.object({ people: countSchema, hits: countSchema });
const figures = {
  people: countSchema,
  bought: shareSchema,
  again: shareSchema,
  spend: z.object({ people: countSchema, cents: signedCentsSchema }),
};
const figuresSchema = z.object(figures);

/** Whether those whom regulars bring become customers more often (R095): counts, from which shares, intervals and ratios follow. */
export const referralConversionContract = {
  /** How many were brought at all, and by how many. */
  sums: query({
    permission: 'segments.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ brought: countSchema, referrers: countSchema }),
  }),
  /** Those whose card was made in the last so many months, and whether they bought within so many days of it. */
  conversion: study({
    permission: 'segments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...jobFields, months: z.int().min(1).max(36), days: z.int().min(1).max(365) }),
    output: z.object({
      brought: figuresSchema,
      ordinary: figuresSchema,
      /** Named only after they had bought, and customers before their card was made: in neither group. */
      namedLater: countSchema,
      boughtBefore: countSchema,
      /** By where they say they come from; null said nothing. */
      sources: z.array(z.object({ source: z.string().nullable(), ...figures })).max(MOST_SOURCES),
    }),
  }),
};
