import { z } from 'zod';
import { customerIdText } from '../../app/searchParameters.ts';
import { customerFilterSchema } from '../../../shared/contract/customerFilter.ts';
import {
  columnWidthsSchema,
  customerColumns,
  customerSortSchema,
  sortDirectionSchema,
} from '../../../shared/contract/customerViews.ts';
import { isId } from '../../../shared/types/ids.ts';
import { careFields } from '../../../shared/domain/care/fields.ts';
import { segmentFilterSchema } from '../../../shared/contract/segments.ts';

/** The list's filters, kept in the address so that Esc comes back to the same rows. */
export const customersSearch = z.object({
  text: z.string().optional().catch(undefined),
  sort: customerSortSchema.optional().catch(undefined),
  direction: sortDirectionSchema.optional().catch(undefined),
  filter: customerFilterSchema.optional().catch(undefined),
  columns: z.array(z.enum(customerColumns)).optional().catch(undefined),
  widths: columnWidthsSchema.optional().catch(undefined),
  /** Everyone was asked for: the view that the list usually opens with is left alone. */
  everyone: z.literal(true).optional().catch(undefined),
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

/** A fact that another page asks to be mended. */
export const editedFacts = [...careFields, 'cardNo', 'email'] as const;
export type EditedFact = (typeof editedFacts)[number];

/** Which tab of the card is open, the timeline when absent; and the fact whose editor opens with the facts. */
export const cardSearch = z.object({
  tab: z
    .enum(['timeline', 'facts', 'family', 'things', 'records', 'interests', 'safety', 'files', 'privacy'])
    .optional()
    .catch(undefined),
  /** Which part of the tab of service records; its records when absent. */
  part: z.enum(['forms', 'measurements', 'incidents', 'orders', 'opportunities']).optional().catch(undefined),
  edit: z.enum(editedFacts).optional().catch(undefined),
});
