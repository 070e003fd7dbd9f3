import { z } from 'zod';
import { segmentFilterSchema } from '../../../shared/contract/segments.ts';

/** Which group or cell is open. */
export const segmentsSearch = z.object({ filter: segmentFilterSchema.optional().catch(undefined) });
