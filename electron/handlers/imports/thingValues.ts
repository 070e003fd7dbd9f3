import { z } from 'zod';
import { thingFieldsSchema } from '../../../shared/contract/things.ts';
import { partialDateSchema } from '../../../shared/contract/values.ts';

/** What is written about a thing, on its way through the scratch file and kept for the undo. */
export const thingValuesSchema = z.object({
  name: z.string(),
  fields: thingFieldsSchema,
  birthDate: partialDateSchema.nullable(),
  note: z.string().nullable(),
});
