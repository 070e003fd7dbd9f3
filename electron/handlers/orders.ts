import type { OutputOf } from '../../shared/contract.ts';
import type { OrderId } from '../../shared/types/ids.ts';
import { listOrderEvents, listPayments } from '../store/orderHistory.ts';
import { countOrders, listOrders } from '../store/orderLists.ts';
import { findVisitOfOrder } from '../store/orders.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { collect, undoCollect } from './orders/collect.ts';
import { discountOf, linesOf, requireOrder, rowOf } from './orders/known.ts';
import { pay, refund, reversePayment } from './orders/payments.ts';
import { remove, save } from './orders/save.ts';
import { cancel, reopen, setStatus, tell } from './orders/steps.ts';
import { requireKnownCustomer } from './references.ts';
import { cents } from '../../shared/types/amounts.ts';
import { priced } from './visits/lines.ts';

const findById = (context: StoreContext, orderId: OrderId): OutputOf<'orders.findById'> => {
  const { database } = context;
  const order = requireOrder(context, orderId);
  const discount = discountOf(order);
  const visit = findVisitOfOrder(database, orderId);
  return {
    ...rowOf(order),
    discount,
    discountReason: order.discount_reason ?? '',
    item: order.item ?? '',
    serialNumber: order.serial_number ?? '',
    condition: order.condition ?? '',
    deliverTo: order.deliver_to ?? '',
    note: order.note ?? '',
    staff: order.staff_id === null || order.staff_name === null ? null : { id: order.staff_id, name: order.staff_name },
    lines: priced(linesOf(order), discount).lines.map(({ line, discountCents, shareCents, amountCents }) => ({
      line,
      discountCents: cents(discountCents + shareCents),
      amountCents,
    })),
    cancelReason: order.cancel_reason,
    visit: visit === undefined ? null : { id: visit.id, receiptNumber: visit.receipt_number },
    payments: listPayments(database, orderId).map(
      ({ staff_name: staffName, is_final: _final, is_reversed: reversed, ...entry }) => ({
        ...entry,
        staffName,
        isReversed: reversed === 1,
      }),
    ),
    events: listOrderEvents(database, orderId).map(({ staff_name: staffName, ...event }) => ({ ...event, staffName })),
  };
};

/** Orders, layaways, repairs and deliveries (R052, X31, X32). */
export const ordersHandlers: HandlersOf<'orders'> = {
  'orders.list': (context, { view, kind, customerId, text, ...page }) => {
    if (customerId !== null) requireKnownCustomer(context, customerId);
    const { total, rows } = listOrders(context.database, { view, kind, customerId, text, today: context.today() }, page);
    return { total, rows: rows.map(rowOf) };
  },
  'orders.counts': (context) => countOrders(context.database, context.today()),
  'orders.findById': (context, { orderId }) => findById(context, orderId),
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
