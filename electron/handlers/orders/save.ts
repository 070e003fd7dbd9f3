import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { orderNumberOf } from '../../../shared/domain/orders/numbers.ts';
import { firstStatus } from '../../../shared/domain/orders/statuses.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { orderId as toOrderId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { takeDailyNumber } from '../../store/dailyNumbers.ts';
import { listPayments } from '../../store/orderHistory.ts';
import { insertOrder, markOrderRemoved, updateOrder } from '../../store/orders.ts';
import type { OrderTableRow, OrderValues } from '../../store/orders.ts';
import type { StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { priced, requireNamed } from '../visits/lines.ts';
import { discountOf, linesOf, orderTold, requireOpenOrder } from './known.ts';
import { append, takePayment } from './payments.ts';

type Input = HandlerInput<'orders.save'>;

const textOrNone = (text: string): string | null => (text === '' ? null : text);

/** A promise is made for today or later; one that stands already may have passed. */
const requirePromise = (context: StoreContext, promisedOn: LocalDate | null, before: OrderTableRow | null): void => {
  if (promisedOn !== null && promisedOn !== before?.promised_on && promisedOn < context.today())
    refuseField('promisedOn', 'promise_in_past');
};

/** What `orders.save` would be given to write the order as it stands. */
const inputOf = (order: OrderTableRow): NonNullable<OutputOf<'orders.save'>['before']> => ({
  orderId: order.id,
  customerId: order.customer_id,
  kind: order.kind,
  lines: linesOf(order),
  discount: discountOf(order),
  discountReason: order.discount_reason ?? '',
  promisedOn: order.promised_on,
  item: order.item ?? '',
  serialNumber: order.serial_number ?? '',
  condition: order.condition ?? '',
  deliverTo: order.deliver_to ?? '',
  note: order.note ?? '',
  staffId: order.staff_id,
});

const valuesOf = (context: StoreContext, input: Input, before: OrderTableRow | null): OrderValues => ({
  lines: input.lines,
  discount: input.discount,
  discountReason: textOrNone(input.discountReason),
  totalCents: priced(input.lines, input.discount).totalCents,
  promisedOn: input.promisedOn,
  item: textOrNone(input.item),
  serialNumber: textOrNone(input.serialNumber),
  condition: textOrNone(input.condition),
  deliverTo: textOrNone(input.deliverTo),
  note: textOrNone(input.note),
  staffId: input.staffId ?? before?.staff_id ?? context.actor.staffId,
});

const place = (context: StoreContext, input: Input, values: OrderValues): OutputOf<'orders.save'> => {
  const { database } = context;
  const { customerId, kind, deposit } = input;
  const id = toOrderId(context.newId());
  const businessDate = context.today();
  const number = orderNumberOf(businessDate, takeDailyNumber(database, 'order', businessDate));
  const status = firstStatus(kind);
  insertOrder(database, { ...values, id, number, customerId, kind, status, at: context.now(), businessDate });
  if (deposit !== null) takePayment(context, id, { kind: 'deposit', ...deposit }, 'deposit.cents');
  context.audited({ totalCents: values.totalCents, paidCents: deposit?.cents ?? 0 }, { customerIds: [customerId] });
  orderTold(context, { id, customer_id: customerId }, { event: 'placed', status });
  return { orderId: id, number, before: null };
};

/** Writes a new order with its deposit, or changes an open one. The sum may not fall below what was paid already. */
export const save = (context: StoreContext, input: Input): OutputOf<'orders.save'> => {
  const { customerId, kind, lines } = input;
  requirePresentCustomer(context, customerId);
  const before = input.orderId === null ? null : requireOpenOrder(context, input.orderId);
  if (before !== null && before.customer_id !== customerId) throw new AppError('not_found', { what: 'order' });
  if (before !== null && before.kind !== kind) refuseField('kind', 'order_kind_fixed');
  requireStaff(context, [input.staffId, context.actor.staffId]);
  requireNamed(context, customerId, lines);
  if (lines.length === 0 && kind !== 'repair') refuseField('lines', 'order_without_lines');
  if (kind === 'repair' && lines.length === 0 && input.item === '') refuseField('item', 'required');
  requirePromise(context, input.promisedOn, before);
  const values = valuesOf(context, input, before);
  if (before === null) return place(context, input, values);
  if (values.totalCents < before.paid_cents) refuseField('lines', 'total_below_paid');
  updateOrder(context.database, before.id, values);
  context.audited({ totalCents: values.totalCents, beforeCents: before.total_cents }, { customerIds: [customerId] });
  orderTold(context, before, { event: 'changed' });
  return { orderId: before.id, number: before.number, before: inputOf(before) };
};

/** Takes an open order back as written by mistake; what was taken for it goes back with it. */
export const remove = (context: StoreContext, { orderId }: HandlerInput<'orders.remove'>): OutputOf<'orders.remove'> => {
  const order = requireOpenOrder(context, orderId);
  const [last] = listPayments(context.database, orderId);
  if (last !== undefined && order.paid_cents > 0)
    append(context, orderId, { kind: 'refund', cents: cents(0 - order.paid_cents), method: last.method });
  markOrderRemoved(context.database, orderId, context.now());
  context.audited({ totalCents: order.total_cents, paidCents: order.paid_cents }, { customerIds: [order.customer_id] });
  valuesMoved(context, 'orders', [order.customer_id]);
  return {};
};
