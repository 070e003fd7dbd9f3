import { z } from 'zod';

/** What is taken along: people, what they bought, or labels for letters to them. */
export const exportKinds = ['customers', 'purchases', 'labels'] as const;
export const exportsSearch = z.object({ what: z.enum(exportKinds).optional().catch(undefined) });
