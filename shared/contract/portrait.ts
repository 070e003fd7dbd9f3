import { z } from 'zod';
import { portraitCodes, portraitTopics } from '../domain/portrait/types.ts';
import { plainText } from './masking.ts';
import { localDateSchema } from './values.ts';

const figureSchema = z.union([z.string(), z.number()]);

/** A sentence of the portrait as codes with figures; the screen words it, and shows its facts when it is pressed (R013). */
export const portraitSentenceSchema = z.object({
  topic: z.enum(portraitTopics),
  parts: z
    .array(
      z.object({
        code: z.enum(portraitCodes),
        figures: z.record(z.string(), figureSchema),
        facts: z.array(z.object({ field: plainText(z.string()), value: figureSchema, on: localDateSchema.nullable() })).min(1),
      }),
    )
    .min(1),
});
