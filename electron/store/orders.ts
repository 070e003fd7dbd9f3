import { sql } from 'kysely';
import type { NewVisitLine } from '../../shared/contract/visitLines.ts';
import type { OpenStatus, OrderKind, OrderStatus } from '../../shared/domain/orders/statuses.ts';
import type { Discount } from '../../shared/domain/visits/pricing.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, OrderId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { phoneOf } from './phoneOf.ts';
import type { TimelinePage } from './timeline.ts';

/** What a person writes down of an order; null is nothing. */
export interface OrderValues {
  readonly lines: readonly NewVisitLine[];
  readonly discount: Discount | null;
  readonly discountReason: string | null;
  readonly totalCents: Cents;
  readonly promisedOn: LocalDate | null;
  readonly item: string | null;
  readonly serialNumber: string | null;
  readonly condition: string | null;
  readonly deliverTo: string | null;
  readonly note: string | null;
  readonly staffId: StaffId | null;
}

const columnsOf = (values: OrderValues) => ({
  lines: JSON.stringify(values.lines),
  discount: values.discount === null ? null : JSON.stringify(values.discount),
  discount_reason: values.discountReason,
  total_cents: values.totalCents,
  promised_on: values.promisedOn,
  item: values.item,
  serial_number: values.serialNumber,
  condition: values.condition,
  deliver_to: values.deliverTo,
  note: values.note,
  staff_id: values.staffId,
});

/** The numbers on the pieces, by which an order is found. */
const keepSerials = (database: StoreDatabase, id: OrderId, { lines, serialNumber }: OrderValues): void => {
  const serials = new Set([serialNumber ?? '', ...lines.map((line) => line.serialNumber)]);
  execute(database, sqlite.deleteFrom('order_serials').where('order_id', '=', id));
  for (const serial of serials)
    if (serial !== '')
      plainRun(database, 'INSERT OR IGNORE INTO order_serials (order_id, serial_number) VALUES (@id, @serial)', { id, serial });
};

export const insertOrder = (
  database: StoreDatabase,
  order: OrderValues & {
    readonly id: OrderId;
    readonly number: string;
    readonly customerId: CustomerId;
    readonly kind: OrderKind;
    readonly status: OpenStatus;
    readonly at: Instant;
    readonly businessDate: LocalDate;
  },
): void => {
  const { id, number, customerId, kind, status, at, businessDate } = order;
  const head = { id, number, customer_id: customerId, kind, status, at, business_date: businessDate, paid_cents: 0 as Cents };
  execute(database, sqlite.insertInto('orders').values({ ...head, ...columnsOf(order) }));
  keepSerials(database, id, order);
};

/** Changes what was written; customer, kind, number and money stay. */
export const updateOrder = (database: StoreDatabase, id: OrderId, values: OrderValues): void => {
  execute(database, sqlite.updateTable('orders').set(columnsOf(values)).where('id', '=', id));
  keepSerials(database, id, values);
};

/** Puts an order to a status; what it stood at before is kept with one that closes it, so that it can be opened again. */
export const putOrderStatus = (
  database: StoreDatabase,
  id: OrderId,
  to: {
    readonly status: OrderStatus;
    readonly formerStatus: OpenStatus | null;
    readonly readyOn: LocalDate | null;
    readonly cancelReason?: string | null;
    readonly carrier?: string | null;
    readonly trackingNumber?: string | null;
  },
): void => {
  execute(
    database,
    sqlite
      .updateTable('orders')
      .set({
        status: to.status,
        former_status: to.formerStatus,
        ready_on: to.readyOn,
        ...(to.cancelReason !== undefined && { cancel_reason: to.cancelReason }),
        ...(to.carrier !== undefined && { carrier: to.carrier }),
        ...(to.trackingNumber !== undefined && { tracking_number: to.trackingNumber }),
      })
      .where('id', '=', id),
  );
};

/** Marks it as written by mistake. */
export const markOrderRemoved = (database: StoreDatabase, id: OrderId, at: Instant): void => {
  execute(database, sqlite.updateTable('orders').set({ removed_at: at }).where('id', '=', id));
};

/** When the customer was last told, by a contact that stands. */
const toldAt = sql<Instant | null>`(SELECT max(interactions.at) FROM order_events
  JOIN interactions ON interactions.id = order_events.interaction_id
  WHERE order_events.order_id = orders.id AND interactions.undone_at IS NULL)`;

/** Orders as lists show them. */
export const orderRows = sqlite
  .selectFrom('orders')
  .innerJoin('customers', 'customers.id', 'orders.customer_id')
  .leftJoin('staff', 'staff.id', 'orders.staff_id')
  .selectAll('orders')
  .select(['customers.name as customer_name', 'staff.name as staff_name'])
  .select(phoneOf('orders.customer_id').as('phone'))
  .select(toldAt.as('told_at'));
export type OrderTableRow = Awaited<ReturnType<typeof orderRows.executeTakeFirstOrThrow>>;

const byId = hotQuery<{ id: OrderId }, OrderTableRow>(
  orderRows.where('orders.id', '=', parameter<OrderId>('id')).where('orders.removed_at', 'is', null),
);

/** One that was not taken back. */
export const findOrder = (database: StoreDatabase, id: OrderId): OrderTableRow | undefined => byId.first(database, { id });

const visitOf = hotQuery<{ id: OrderId }, { id: VisitId; receipt_number: string | null }>(
  sqlite
    .selectFrom('visits')
    .select(['id', 'receipt_number'])
    .where('order_id', '=', parameter<OrderId>('id'))
    .where('undone_at', 'is', null),
);

/** The visit it was handed over with, where that stands. */
export const findVisitOfOrder = (
  database: StoreDatabase,
  id: OrderId,
): { id: VisitId; receipt_number: string | null } | undefined => visitOf.first(database, { id });

const timeline = hotQuery<TimelinePage, OrderTableRow>(
  orderRows
    .where('orders.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('orders.removed_at', 'is', null)
    .where(sql<boolean>`(orders.at, orders.id) < (${parameter<number>('at')}, ${parameter<string>('id')})`)
    .orderBy('orders.at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(parameter<number>('limit')),
);
export const listTimelineOrders = (database: StoreDatabase, page: TimelinePage): OrderTableRow[] => timeline.rows(database, page);

/** The SQL of the reads above, so that their plans can be asserted. */
export const orderQueries = { byId: byId.sql, visitOf: visitOf.sql, timeline: timeline.sql };
