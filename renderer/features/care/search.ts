import { z } from 'zod';

export const careTabs = ['overview', 'anomalies', 'checks', 'proposals'] as const;
export type CareTab = (typeof careTabs)[number];

/** Which tab of the page about data care is open; the overview when absent. */
export const careSearch = z.object({ tab: z.enum(careTabs).optional().catch(undefined) });
