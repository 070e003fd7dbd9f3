import { z } from 'zod';
import { riskGrades, riskSigns } from '../domain/segments/risk.ts';
import { plainText } from './masking.ts';
import { study } from './operation.ts';
import { valueClassSchema } from './segments.ts';
import {
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  jobFields,
  localDateSchema,
  pageFields,
  signedCentsSchema,
} from './values.ts';

const gradeSchema = z.enum(riskGrades);
const signSchema = z.enum(riskSigns);

/** Who may be about to leave, by facts that anyone can check; high value first (R169 to R171). */
export const riskContract = {
  /** Whoever is booked is silent (X01), and so are those given up. Errors: cancelled. */
  list: study({
    permission: 'segments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...jobFields,
      ...pageFields,
      grade: gradeSchema.nullable().default(null),
      sign: signSchema.nullable().default(null),
    }),
    output: z.object({
      /** How many people each grade has, whatever is asked for. */
      grades: z.array(z.object({ grade: gradeSchema, count: countSchema })),
      total: countSchema,
      /** High value first, then by the points, then by the spend of the last 12 months. */
      rows: z.array(
        z.object({
          id: customerIdSchema,
          number: customerNumberSchema,
          name: z.string(),
          isVip: z.boolean(),
          ownerName: plainText(z.string()).nullable(),
          value: valueClassSchema,
          yearSpendCents: signedCentsSchema,
          grade: gradeSchema,
          points: countSchema,
          signs: z.array(signSchema),
          lastPurchaseOn: localDateSchema,
          daysSince: countSchema,
          rhythmDays: z.number().nullable(),
          overdueAfterDays: z.number().nullable(),
          /** Spend of the last three months and of the three before; by how much it fell, 0 to 1. */
          recentCents: signedCentsSchema,
          earlierCents: signedCentsSchema,
          fall: z.number().nullable(),
          openIncidents: countSchema,
          satisfaction: z.int().nullable(),
          noShows: countSchema,
        }),
      ),
    }),
  }),
};
