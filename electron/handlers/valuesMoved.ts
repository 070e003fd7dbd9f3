import type { Topic } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { judgeCustomer } from '../engine/judge.ts';
import type { StoreContext } from './context.ts';

/**
 * Coupons, cards, orders and goods kept that came, went or hold longer move no sum of the customer's, but may be a reason to call: these people are judged anew. Of a visit that is
 * done by what the visit does at its end.
 */
export const valuesMoved = (context: StoreContext, topic: Topic, customerIds: readonly CustomerId[]): void => {
  for (const customerId of new Set(customerIds)) judgeCustomer(context, customerId);
  context.changed([topic, 'callbacks'], [...new Set(customerIds)]);
};
