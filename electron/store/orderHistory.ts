import { sql } from 'kysely';
import type { OrderEvent } from '../../shared/contract/orders.ts';
import type { PaymentKind, PaymentMethod } from '../../shared/domain/orders/money.ts';
import type { OrderStatus } from '../../shared/domain/orders/statuses.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { InteractionId, OrderId, OrderPaymentId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What was paid for an order and what happened to it: both only ever added to.

export interface NewPayment {
  readonly id: OrderPaymentId;
  readonly orderId: OrderId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: PaymentKind;
  /** Negative where money goes back. */
  readonly cents: Cents;
  readonly method: PaymentMethod;
  /** Taken with the handing over, and taken back with it. */
  readonly isFinal: boolean;
  readonly reversesId: OrderPaymentId | null;
  readonly note: string | null;
  readonly staffId: StaffId | null;
}

/** Appends an entry and keeps the order's sum; the caller has checked that the sum stays between nothing and the total. */
export const appendPayment = (database: StoreDatabase, entry: NewPayment): void => {
  execute(
    database,
    sqlite.insertInto('order_payments').values({
      id: entry.id,
      order_id: entry.orderId,
      at: entry.at,
      business_date: entry.businessDate,
      kind: entry.kind,
      cents: entry.cents,
      method: entry.method,
      is_final: entry.isFinal ? 1 : 0,
      reverses_id: entry.reversesId,
      note: entry.note,
      staff_id: entry.staffId,
    }),
  );
  plainRun(database, 'UPDATE orders SET paid_cents = paid_cents + @cents WHERE id = @orderId', {
    cents: entry.cents,
    orderId: entry.orderId,
  });
};

const payments = sqlite
  .selectFrom('order_payments as entry')
  .leftJoin('staff', 'staff.id', 'entry.staff_id')
  .select(['entry.id', 'entry.kind', 'entry.cents', 'entry.method', 'entry.note', 'entry.at', 'entry.is_final'])
  .select('entry.business_date as on')
  .select('staff.name as staff_name')
  .select(sql<0 | 1>`EXISTS (SELECT 1 FROM order_payments AS later WHERE later.reverses_id = entry.id)`.as('is_reversed'))
  .where('entry.order_id', '=', parameter<OrderId>('orderId'))
  .orderBy('entry.at', 'desc')
  .orderBy('entry.id', 'desc');
export type PaymentRow = Awaited<ReturnType<typeof payments.executeTakeFirstOrThrow>>;
const ofOrder = hotQuery<{ orderId: OrderId }, PaymentRow>(payments);

/** Every entry of an order, latest first. */
export const listPayments = (database: StoreDatabase, orderId: OrderId): PaymentRow[] => ofOrder.rows(database, { orderId });

export const insertOrderEvent = (
  database: StoreDatabase,
  event: {
    readonly id: string;
    readonly orderId: OrderId;
    readonly at: Instant;
    readonly event: OrderEvent['event'];
    readonly status: OrderStatus | null;
    readonly note: string | null;
    readonly interactionId: InteractionId | null;
    readonly staffId: StaffId | null;
  },
): void => {
  execute(
    database,
    sqlite.insertInto('order_events').values({
      id: event.id,
      order_id: event.orderId,
      at: event.at,
      event: event.event,
      status: event.status,
      note: event.note,
      interaction_id: event.interactionId,
      staff_id: event.staffId,
    }),
  );
};

const events = sqlite
  .selectFrom('order_events as event')
  .leftJoin('staff', 'staff.id', 'event.staff_id')
  .leftJoin('interactions', 'interactions.id', 'event.interaction_id')
  .select(['event.at', 'event.event', 'event.status', 'event.note', 'staff.name as staff_name'])
  .where('event.order_id', '=', parameter<OrderId>('orderId'))
  .where('interactions.undone_at', 'is', null)
  .orderBy('event.at', 'desc')
  .orderBy('event.id', 'desc');
type EventRow = Awaited<ReturnType<typeof events.executeTakeFirstOrThrow>>;
const happened = hotQuery<{ orderId: OrderId }, EventRow>(events);

/** What happened to an order, latest first; telling that was taken back is left out. */
export const listOrderEvents = (database: StoreDatabase, orderId: OrderId): EventRow[] => happened.rows(database, { orderId });

/** The SQL of the reads above, so that their plans can be asserted. */
export const orderHistoryQueries = { payments: ofOrder.sql, events: happened.sql };
