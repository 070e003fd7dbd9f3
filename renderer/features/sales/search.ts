import { z } from 'zod';
import { isLocalDate } from '../../../shared/types/time.ts';

/** Which business day; today when absent. */
export const salesSearch = z.object({ day: z.string().refine(isLocalDate).optional().catch(undefined) });
