import type { OrderId } from '../../../shared/types/ids.ts';
import { listPayments } from '../../store/orderHistory.ts';
import { findOrder } from '../../store/orders.ts';
import type { StoreContext } from '../context.ts';
import { reverse } from './payments.ts';
import { openAgain } from './steps.ts';

/** When the visit that handed an order over is undone: it is open again, and the payment taken with it is taken back. */
export const giveBackToOrder = (context: StoreContext, orderId: OrderId): void => {
  const order = findOrder(context.database, orderId);
  if (order === undefined || order.former_status === null || order.status === 'cancelled') return;
  for (const entry of listPayments(context.database, orderId))
    if (entry.is_final === 1 && entry.is_reversed === 0) reverse(context, orderId, entry);
  openAgain(context, order, 'undone');
};
