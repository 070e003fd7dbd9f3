import { z } from 'zod';
import { isLocalDate } from '../../../shared/types/time.ts';

/** Which business day, today when absent; or the receipt or serial number that is looked for on any day. */
export const salesSearch = z.object({
  day: z.string().refine(isLocalDate).optional().catch(undefined),
  text: z.coerce.string<string>().optional().catch(undefined),
});
