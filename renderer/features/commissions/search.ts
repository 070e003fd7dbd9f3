import { z } from 'zod';

/** Which month, "2026-11"; the present one when absent. */
export const commissionsSearch = z.object({
  month: z
    .string()
    .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});
