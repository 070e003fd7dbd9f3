import { keptOfBooking } from '../../shared/domain/appointments/deposits.ts';
import { keptOfOrder } from '../../shared/domain/orders/money.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { AppointmentId, OrderId } from '../../shared/types/ids.ts';
import { findAppointment } from '../store/appointments.ts';
import { appendKept, findKept } from '../store/keptDeposits.ts';
import type { DepositSource } from '../store/keptDeposits.ts';
import { findOrder } from '../store/orders.ts';
import type { StoreContext } from './context.ts';

/** Books today what is kept more, or less, than is booked already. */
const settle = (context: StoreContext, source: DepositSource, kept: Cents): void => {
  const difference = cents(kept - findKept(context.database, source));
  if (difference === 0) return;
  appendKept(context.database, source, {
    id: context.newId(),
    at: context.now(),
    businessDate: context.today(),
    cents: difference,
    staffId: context.actor.staffId,
  });
};

/** After an order was cancelled, opened again, or its money moved. */
export const settleKeptOfOrder = (context: StoreContext, orderId: OrderId): void => {
  const order = findOrder(context.database, orderId);
  const kept = order === undefined ? cents(0) : keptOfOrder({ status: order.status, paid: order.paid_cents });
  settle(context, { orderId }, kept);
};

/** After a booking changed how it stands, its deposit did, or it was taken back. */
export const settleKeptOfBooking = (context: StoreContext, appointmentId: AppointmentId): void => {
  const booking = findAppointment(context.database, appointmentId);
  const kept = booking?.removedAt === null ? keptOfBooking(booking) : cents(0);
  settle(context, { appointmentId }, kept);
};
