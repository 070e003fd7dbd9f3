import { z } from 'zod';
import { expiringKinds } from '../../../shared/domain/things/expiring.ts';

export const expiringRanges = ['past', 'month', 'quarter'] as const;
export type ExpiringRangeName = (typeof expiringRanges)[number];

/** Which days and which kind the page of what runs out shows; the next 30 days and every kind when absent. */
export const expiringSearch = z.object({
  range: z.enum(expiringRanges).optional().catch(undefined),
  kind: z.enum(expiringKinds).optional().catch(undefined),
});
