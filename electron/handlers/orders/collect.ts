import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { NewVisitLine } from '../../../shared/contract/visitLines.ts';
import { dueOf } from '../../../shared/domain/orders/money.ts';
import { doneStatus } from '../../../shared/domain/orders/statuses.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { findVisitOfOrder, putOrderStatus } from '../../store/orders.ts';
import { findThing } from '../../store/things.ts';
import type { StoreContext } from '../context.ts';
import { recordVisit } from '../visits/record.ts';
import { undo } from '../visits/undo.ts';
import { discountOf, linesOf, moneyOf, orderTold, requireOpenOrder, requireOrder } from './known.ts';
import type { OpenOrder } from './known.ts';
import { takePayment } from './payments.ts';

/** The lines for the books; what was for a thing that has gone to somebody else since is for none. */
const linesFor = (context: StoreContext, order: OpenOrder): NewVisitLine[] =>
  linesOf(order).map((line) => {
    const thing = line.thingId === null ? undefined : findThing(context.database, line.thingId);
    return thing?.customerId === order.customer_id ? line : { ...line, thingId: null };
  });

/**
 * Hands an order over: its visit is recorded through the same code as any other, so that the goods count as spend once, here. What is put by
 * is handed over only when it is paid in full: conflict (layaway_not_paid).
 */
export const collect = (
  context: StoreContext,
  { orderId, payment, acknowledged }: HandlerInput<'orders.collect'>,
): OutputOf<'orders.collect'> => {
  const order = requireOpenOrder(context, orderId);
  const left = cents(dueOf(moneyOf(order)) - (payment?.cents ?? 0));
  if (payment !== null) takePayment(context, orderId, { kind: 'payment', ...payment, isFinal: true }, 'payment.cents');
  if (order.kind === 'layaway' && left > 0) throw new AppError('conflict', { reason: 'layaway_not_paid' });
  const { visitId, receiptNumber, totalCents, pointsEarned } = recordVisit(
    context,
    {
      customerId: order.customer_id,
      lines: linesFor(context, order),
      discount: discountOf(order),
      discountReason: order.discount_reason ?? '',
      payments: [],
      storedFromId: null,
      coupons: [],
      valueCards: [],
      staffId: order.staff_id,
      note: '',
      businessDate: null,
      deferred: [],
      parkedVisitId: null,
      proof: null,
      acknowledged,
    },
    orderId,
  );
  const status = doneStatus(order.kind);
  putOrderStatus(context.database, orderId, { status, formerStatus: order.status, readyOn: order.ready_on });
  context.audited({ totalCents, paidCents: payment?.cents ?? 0 }, { customerIds: [order.customer_id] });
  orderTold(context, order, { event: 'done', status, note: receiptNumber });
  return { visitId, receiptNumber, totalCents, dueCents: left, pointsEarned };
};

/** Takes the handing over back by undoing its visit, which opens the order again. */
export const undoCollect = (
  context: StoreContext,
  { orderId }: HandlerInput<'orders.undoCollect'>,
): OutputOf<'orders.undoCollect'> => {
  const order = requireOrder(context, orderId);
  const visit = findVisitOfOrder(context.database, orderId);
  if (visit === undefined || order.status === 'cancelled') throw new AppError('already_undone');
  undo(context, visit.id);
  return {};
};
