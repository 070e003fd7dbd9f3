import type { Cents } from '../../../shared/types/amounts.ts';
import type { PaymentKind, PaymentMethod } from '../../../shared/domain/orders/money.ts';
import type { OpenStatus, OrderKind, OrderStatus } from '../../../shared/domain/orders/statuses.ts';
import type { CustomerId, InteractionId, OrderId, OrderPaymentId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { OrderEvent } from '../../../shared/contract/orders.ts';

interface OrdersTable {
  id: OrderId;
  number: string;
  customer_id: CustomerId;
  kind: OrderKind;
  status: OrderStatus;
  /** How it stood before it was handed over or cancelled. */
  former_status: OpenStatus | null;
  /** JSON array of the lines as typed (NewVisitLine). */
  lines: string;
  /** JSON of what is taken off the whole (Discount). */
  discount: string | null;
  discount_reason: string | null;
  total_cents: Cents;
  /** The sum of its payments, kept with each. */
  paid_cents: Cents;
  promised_on: LocalDate | null;
  item: string | null;
  serial_number: string | null;
  condition: string | null;
  deliver_to: string | null;
  carrier: string | null;
  tracking_number: string | null;
  note: string | null;
  staff_id: StaffId | null;
  at: Instant;
  business_date: LocalDate;
  ready_on: LocalDate | null;
  cancel_reason: string | null;
  removed_at: Instant | null;
}

interface OrderSerialsTable {
  order_id: OrderId;
  serial_number: string;
}

interface OrderPaymentsTable {
  id: OrderPaymentId;
  order_id: OrderId;
  at: Instant;
  business_date: LocalDate;
  kind: PaymentKind;
  cents: Cents;
  method: PaymentMethod;
  is_final: 0 | 1;
  reverses_id: OrderPaymentId | null;
  note: string | null;
  staff_id: StaffId | null;
}

interface OrderEventsTable {
  id: string;
  order_id: OrderId;
  at: Instant;
  event: OrderEvent['event'];
  status: OrderStatus | null;
  note: string | null;
  interaction_id: InteractionId | null;
  staff_id: StaffId | null;
}

export interface OrdersTables {
  orders: OrdersTable;
  order_serials: OrderSerialsTable;
  order_payments: OrderPaymentsTable;
  order_events: OrderEventsTable;
}
