import type { OutputOf } from '../../../shared/contract.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { OrderId } from '../../../shared/types/ids.ts';
import { listOrderEvents, listPayments } from '../../store/orderHistory.ts';
import { findVisitOfOrder } from '../../store/orders.ts';
import type { StoreContext } from '../context.ts';
import { priced } from '../visits/lines.ts';
import { discountOf, linesOf, requireOrder, rowOf } from './known.ts';

/** An order as it stands: what was agreed, its money, and what happened to it. Throws not_found. */
export const findOrderById = (context: StoreContext, orderId: OrderId): OutputOf<'orders.findById'> => {
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
