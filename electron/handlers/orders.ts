import { countOrders, listOrders } from '../store/orderLists.ts';
import type { HandlersOf } from './context.ts';
import { collect, undoCollect } from './orders/collect.ts';
import { rowOf } from './orders/known.ts';
import { pay, refund, reversePayment } from './orders/payments.ts';
import { findOrderById } from './orders/read.ts';
import { remove, save } from './orders/save.ts';
import { cancel, reopen, setStatus, tell } from './orders/steps.ts';
import { requireKnownCustomer } from './references.ts';

/** Orders, layaways, repairs and deliveries (R052, X31, X32). */
export const ordersHandlers: HandlersOf<'orders'> = {
  'orders.list': (context, { view, kind, customerId, text, ...page }) => {
    if (customerId !== null) requireKnownCustomer(context, customerId);
    const { total, rows } = listOrders(context.database, { view, kind, customerId, text, today: context.today() }, page);
    return { total, rows: rows.map(rowOf) };
  },
  'orders.counts': (context) => countOrders(context.database, context.today()),
  'orders.findById': (context, { orderId }) => findOrderById(context, orderId),
  'orders.save': save,
  'orders.remove': remove,
  'orders.setStatus': setStatus,
  'orders.pay': pay,
  'orders.refund': refund,
  'orders.reversePayment': reversePayment,
  'orders.collect': collect,
  'orders.undoCollect': undoCollect,
  'orders.cancel': cancel,
  'orders.reopen': reopen,
  'orders.tell': tell,
};
