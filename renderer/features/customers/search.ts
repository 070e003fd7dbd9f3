import { z } from 'zod';
import { customerIdText } from '../../app/searchParameters.ts';
import { customerFilterSchema } from '../../../shared/contract/customerFilter.ts';
import { customerColumns, customerSortSchema, sortDirectionSchema } from '../../../shared/contract/customerViews.ts';
import { isId } from '../../../shared/types/ids.ts';
import { segmentFilterSchema } from '../../../shared/contract/segments.ts';

/** The list's filters, kept in the address so that Esc comes back to the same rows. */
export const customersSearch = z.object({
  text: z.string().optional().catch(undefined),
  sort: customerSortSchema.optional().catch(undefined),
  direction: sortDirectionSchema.optional().catch(undefined),
  filter: customerFilterSchema.optional().catch(undefined),
  columns: z.array(z.enum(customerColumns)).optional().catch(undefined),
  /** The saved view that is open, perhaps changed since. */
  viewId: z.string().refine(isId).optional().catch(undefined),
  segment: segmentFilterSchema.optional().catch(undefined),
  /** Who is selected and read in the side panel. */
  customerId: customerIdText.optional(),
});

/** What the form for a new customer starts with, and where it leads after saving. */
export const newCustomerSearch = z.object({
  name: z.coerce.string().optional().catch(undefined),
  phone: z.coerce.string().optional().catch(undefined),
  next: z.enum(['card', 'visit']).optional().catch(undefined),
});

/** Which tab of the card is open; the timeline when absent. */
export const cardSearch = z.object({
  tab: z.enum(['timeline', 'facts', 'family', 'things', 'interests', 'safety', 'files']).optional().catch(undefined),
});
