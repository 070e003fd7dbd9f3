import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { isStepOf } from '../../../shared/domain/orders/statuses.ts';
import type { OpenStatus } from '../../../shared/domain/orders/statuses.ts';
import { AppError } from '../../../shared/errors.ts';
import { putOrderStatus } from '../../store/orders.ts';
import type { OrderTableRow } from '../../store/orders.ts';
import type { StoreContext } from '../context.ts';
import { customersInteractions } from '../interactions.ts';
import { settleKeptOfOrder } from '../keptDeposits.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { orderTold, requireOpenOrder, requireOrder } from './known.ts';

/** Puts an open order to a step of its kind; waiting to be collected counts from the day it became ready. */
export const setStatus = (
  context: StoreContext,
  { orderId, status, carrier, trackingNumber }: HandlerInput<'orders.setStatus'>,
): OutputOf<'orders.setStatus'> => {
  const order = requireOpenOrder(context, orderId);
  if (!isStepOf(order.kind, status)) refuseField('status', 'order_step_foreign');
  putOrderStatus(context.database, orderId, {
    status,
    formerStatus: null,
    readyOn: status !== 'ready' ? null : order.status === 'ready' ? order.ready_on : context.today(),
    ...(carrier !== null && { carrier: carrier === '' ? null : carrier }),
    ...(trackingNumber !== null && { trackingNumber: trackingNumber === '' ? null : trackingNumber }),
  });
  orderTold(context, order, { event: 'status', status });
  return { before: order.status, carrier: order.carrier ?? '', trackingNumber: order.tracking_number ?? '' };
};

export const cancel = (context: StoreContext, { orderId, reason }: HandlerInput<'orders.cancel'>): OutputOf<'orders.cancel'> => {
  const order = requireOpenOrder(context, orderId);
  putOrderStatus(context.database, orderId, {
    status: 'cancelled',
    formerStatus: order.status,
    readyOn: order.ready_on,
    cancelReason: reason,
  });
  settleKeptOfOrder(context, orderId);
  context.audited({ totalCents: order.total_cents, paidCents: order.paid_cents }, { customerIds: [order.customer_id] });
  orderTold(context, order, { event: 'cancelled', status: 'cancelled', note: reason });
  return { paidCents: order.paid_cents };
};

/** Puts a closed order back to how it stood before. */
export const openAgain = (context: StoreContext, order: OrderTableRow, event: 'reopened' | 'undone'): void => {
  const status: OpenStatus = order.former_status ?? 'ordered';
  putOrderStatus(context.database, order.id, { status, formerStatus: null, readyOn: order.ready_on, cancelReason: null });
  settleKeptOfOrder(context, order.id);
  orderTold(context, order, { event, status });
};

export const reopen = (context: StoreContext, { orderId }: HandlerInput<'orders.reopen'>): OutputOf<'orders.reopen'> => {
  const order = requireOrder(context, orderId);
  requirePresentCustomer(context, order.customer_id);
  if (order.status !== 'cancelled') throw new AppError('already_undone');
  context.audited({ totalCents: order.total_cents, paidCents: order.paid_cents }, { customerIds: [order.customer_id] });
  openAgain(context, order, 'reopened');
  return {};
};

/** Writes down that the customer was told, as a contact like any other. */
export const tell = (context: StoreContext, { orderId, channel, note }: HandlerInput<'orders.tell'>): OutputOf<'orders.tell'> => {
  const order = requireOpenOrder(context, orderId);
  const { interactionId } = customersInteractions['customers.recordInteraction'](context, {
    customerId: order.customer_id,
    channel,
    direction: 'out',
    isPromotional: false,
    note,
  });
  orderTold(context, order, { event: 'told', interactionId });
  return { interactionId };
};
