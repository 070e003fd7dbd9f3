import { z } from 'zod';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { discountSchema, newVisitLineSchema } from '../../../shared/contract/visitLines.ts';
import type { NewVisitLine } from '../../../shared/contract/visitLines.ts';
import { dueOf } from '../../../shared/domain/orders/money.ts';
import type { OrderMoney } from '../../../shared/domain/orders/money.ts';
import { isOpenStatus } from '../../../shared/domain/orders/statuses.ts';
import type { OpenStatus } from '../../../shared/domain/orders/statuses.ts';
import type { Discount } from '../../../shared/domain/visits/pricing.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InteractionId, OrderId } from '../../../shared/types/ids.ts';
import { insertOrderEvent } from '../../store/orderHistory.ts';
import { findOrder } from '../../store/orders.ts';
import type { OrderTableRow } from '../../store/orders.ts';
import type { StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { requirePresentCustomer } from '../references.ts';

/** Throws not_found for one that nobody knows or that was taken back. */
export const requireOrder = ({ database }: StoreContext, orderId: OrderId): OrderTableRow => {
  const order = findOrder(database, orderId);
  if (!order) throw new AppError('not_found', { what: 'order' });
  return order;
};

export type OpenOrder = OrderTableRow & { readonly status: OpenStatus };
const isOpen = (order: OrderTableRow): order is OpenOrder => isOpenStatus(order.status);

/** One that can be changed: throws conflict (order_cancelled, order_done) for a closed one, and for one of a customer who was removed. */
export const requireOpenOrder = (context: StoreContext, orderId: OrderId): OpenOrder => {
  const order = requireOrder(context, orderId);
  requirePresentCustomer(context, order.customer_id);
  if (isOpen(order)) return order;
  throw new AppError('conflict', { reason: order.status === 'cancelled' ? 'order_cancelled' : 'order_done' });
};

const storedLines = z.array(newVisitLineSchema);
/** The lines as they were typed. */
export const linesOf = ({ lines }: Pick<OrderTableRow, 'lines'>): NewVisitLine[] => storedLines.parse(JSON.parse(lines));
export const discountOf = ({ discount }: Pick<OrderTableRow, 'discount'>): Discount | null =>
  discount === null ? null : discountSchema.parse(JSON.parse(discount));

export const moneyOf = ({ status, total_cents: total, paid_cents: paid }: OrderTableRow): OrderMoney => ({ status, total, paid });

/** So many names are enough for the eye. */
const NAMES = 5;
export const itemsOf = (order: OrderTableRow): string[] =>
  [order.item ?? '', ...linesOf(order).map(({ name }) => name)].filter((name) => name !== '').slice(0, NAMES);

/** An order as a row of a list. */
export const rowOf = (order: OrderTableRow): OrderRow => ({
  id: order.id,
  number: order.number,
  kind: order.kind,
  status: order.status,
  customerId: order.customer_id,
  customerName: order.customer_name,
  phone: order.phone,
  items: itemsOf(order),
  totalCents: order.total_cents,
  paidCents: order.paid_cents,
  dueCents: dueOf(moneyOf(order)),
  promisedOn: order.promised_on,
  placedOn: order.business_date,
  placedAt: order.at,
  readyOn: order.status === 'ready' ? order.ready_on : null,
  toldAt: order.told_at,
  carrier: order.carrier ?? '',
  trackingNumber: order.tracking_number ?? '',
});

/** Adds to the order's history what was just done with it, and tells the screens. */
export const orderTold = (
  context: StoreContext,
  order: Pick<OrderTableRow, 'id' | 'customer_id'>,
  told: Partial<Pick<Parameters<typeof insertOrderEvent>[1], 'status' | 'note'>> & {
    readonly event: Parameters<typeof insertOrderEvent>[1]['event'];
    readonly interactionId?: InteractionId;
  },
): void => {
  insertOrderEvent(context.database, {
    id: context.newId(),
    orderId: order.id,
    at: context.now(),
    status: null,
    note: null,
    interactionId: null,
    staffId: context.actor.staffId,
    ...told,
  });
  valuesMoved(context, 'orders', [order.customer_id]);
};
