import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { dueOf, paymentObstacle, paymentReversalObstacle, refundObstacle } from '../../../shared/domain/orders/money.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { orderPaymentId as toPaymentId } from '../../../shared/types/ids.ts';
import type { OrderId, OrderPaymentId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { appendPayment, listPayments } from '../../store/orderHistory.ts';
import type { NewPayment, PaymentRow } from '../../store/orderHistory.ts';
import type { OrderTableRow } from '../../store/orders.ts';
import type { StoreContext } from '../context.ts';
import { settleKeptOfOrder } from '../keptDeposits.ts';
import { timeOfFact } from '../factTime.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { moneyOf, requireOrder } from './known.ts';

type Wanted = Pick<NewPayment, 'kind' | 'cents' | 'method'> &
  Partial<Pick<NewPayment, 'isFinal' | 'reversesId' | 'note' | 'at' | 'businessDate'>>;

/** Appends an entry by whoever is at the desk; now, unless it says when. */
export const append = (context: StoreContext, orderId: OrderId, wanted: Wanted): OrderPaymentId => {
  const id = toPaymentId(context.newId());
  appendPayment(context.database, {
    isFinal: false,
    reversesId: null,
    note: null,
    at: context.now(),
    businessDate: context.today(),
    ...wanted,
    id,
    orderId,
    staffId: context.actor.staffId,
  });
  settleKeptOfOrder(context, orderId);
  return id;
};

/** Takes money for an order; `path` names the field that asks for too much. */
export const takePayment = (context: StoreContext, orderId: OrderId, wanted: Wanted, path: string): OrderPaymentId => {
  const obstacle = paymentObstacle(moneyOf(requireOrder(context, orderId)), wanted.cents);
  if (obstacle === 'more_than_due') refuseField(path, obstacle);
  if (obstacle !== null) throw new AppError('conflict', { reason: obstacle });
  return append(context, orderId, wanted);
};

const told = (
  context: StoreContext,
  orderId: OrderId,
): { paidCents: ReturnType<typeof cents>; dueCents: ReturnType<typeof cents> } => {
  const order = requireOrder(context, orderId);
  context.changed(['orders'], [order.customer_id]);
  return { paidCents: order.paid_cents, dueCents: dueOf(moneyOf(order)) };
};
const noteOf = (text: string): string | null => (text === '' ? null : text);

/** When money for an order was received: not before the order was placed, on its own day not before its hour. */
const timeOfPayment = (
  context: StoreContext,
  order: OrderTableRow,
  on: LocalDate | null,
): Pick<NewPayment, 'at' | 'businessDate'> => {
  const { at, businessDate } = timeOfFact(context, on);
  if (businessDate < order.business_date) refuseField('on', 'before_order');
  return { at: at < order.at ? order.at : at, businessDate };
};

export const pay = (context: StoreContext, input: HandlerInput<'orders.pay'>): OutputOf<'orders.pay'> => {
  const { orderId, kind, method } = input;
  const order = requireOrder(context, orderId);
  requirePresentCustomer(context, order.customer_id);
  const time = timeOfPayment(context, order, input.on);
  const wanted = { kind, cents: input.cents, method, note: noteOf(input.note), ...time };
  const paymentId = takePayment(context, orderId, wanted, 'cents');
  context.audited({ movedCents: input.cents, receivedOn: time.businessDate }, { customerIds: [order.customer_id] });
  return { paymentId, ...told(context, orderId) };
};

export const refund = (context: StoreContext, input: HandlerInput<'orders.refund'>): OutputOf<'orders.refund'> => {
  const { orderId, method, reason } = input;
  const order = requireOrder(context, orderId);
  requirePresentCustomer(context, order.customer_id);
  const obstacle = refundObstacle(moneyOf(order), input.cents);
  if (obstacle === 'more_than_paid') refuseField('cents', obstacle);
  if (obstacle !== null) throw new AppError('conflict', { reason: obstacle });
  const entry = { kind: 'refund', cents: cents(0 - input.cents), method, note: reason } as const;
  const paymentId = append(context, orderId, entry);
  context.audited({ movedCents: input.cents }, { customerIds: [order.customer_id] });
  return { paymentId, ...told(context, orderId) };
};

/** Appends what takes an entry back. */
export const reverse = (context: StoreContext, orderId: OrderId, entry: PaymentRow): void => {
  append(context, orderId, { kind: 'reversal', cents: cents(0 - entry.cents), method: entry.method, reversesId: entry.id });
};

export const reversePayment = (
  context: StoreContext,
  { orderId, paymentId }: HandlerInput<'orders.reversePayment'>,
): OutputOf<'orders.reversePayment'> => {
  const order = requireOrder(context, orderId);
  requirePresentCustomer(context, order.customer_id);
  const entry = listPayments(context.database, orderId).find(({ id }) => id === paymentId);
  if (!entry) throw new AppError('not_found', { what: 'order_payment' });
  const obstacle = paymentReversalObstacle(moneyOf(order), { ...entry, isReversed: entry.is_reversed === 1 });
  if (obstacle === 'already_reversed') throw new AppError('already_undone', {});
  if (obstacle !== null) throw new AppError('conflict', { reason: obstacle });
  reverse(context, orderId, entry);
  context.audited({ movedCents: entry.cents }, { customerIds: [order.customer_id] });
  return told(context, orderId);
};
