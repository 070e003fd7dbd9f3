import { z } from 'zod';
import { orderViews } from '../../../shared/contract/orders.ts';
import { orderKinds } from '../../../shared/domain/orders/statuses.ts';
import { customerIdText } from '../../app/searchParameters.ts';

/** Which orders are listed: the open ones of every kind when absent. With words to find, those of every view. */
export const ordersSearch = z.object({
  text: z.coerce.string<string>().optional().catch(undefined),
  view: z.enum(orderViews).optional().catch(undefined),
  kind: z.enum(orderKinds).optional().catch(undefined),
});

/** Whose order is begun, and of which kind. */
export const newOrderSearch = z.object({
  customerId: customerIdText,
  kind: z.enum(orderKinds).optional().catch(undefined),
});
