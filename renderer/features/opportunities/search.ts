import { z } from 'zod';
import { opportunityViews } from '../../../shared/contract/opportunities.ts';
import { customerIdText, opportunityIdText } from '../../app/searchParameters.ts';

/** How opportunities are shown: as a board when absent; which one is open beside it, or for whom a new one is begun. */
export const opportunitiesSearch = z.object({
  view: z.enum(opportunityViews).optional().catch(undefined),
  opportunityId: opportunityIdText,
  customerId: customerIdText,
});
