import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CallInput } from '../../shared/contract.ts';
import type { OrderKind } from '../../shared/domain/orders/statuses.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { firstRow, hotQuery, parameter, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { orderRows } from './orders.ts';
import type { OrderTableRow } from './orders.ts';

// Orders as lists: open ones, those to collect, late ones, those not paid.

type View = NonNullable<CallInput<'orders.list'>['view']>;

export interface OrderFilter {
  readonly view: View;
  readonly kind: OrderKind | null;
  readonly customerId: CustomerId | null;
  /** A part of its number, or a whole serial or tracking number; empty asks for none. */
  readonly text: string;
  readonly today: LocalDate;
}

const OPEN = sql`('ordered', 'received', 'in_work', 'ready', 'to_send', 'sent')`;
const DONE = sql`('collected', 'delivered')`;
const whereOf = (view: View, today: LocalDate): RawBuilder<boolean> => {
  switch (view) {
    case 'open':
      return sql`orders.status IN ${OPEN}`;
    case 'ready':
      return sql`orders.status = 'ready'`;
    case 'late':
      return sql`orders.status IN ${OPEN} AND orders.status <> 'ready' AND orders.promised_on < ${today}`;
    case 'owing':
      return sql`orders.status IN ${DONE} AND orders.paid_cents < orders.total_cents`;
    case 'done':
      return sql`orders.status IN ${DONE}`;
    case 'cancelled':
      return sql`orders.status = 'cancelled'`;
    case 'all':
      return sql`true`;
  }
};
const found = (text: string): RawBuilder<boolean> =>
  sql`(instr(orders.number, ${text.toUpperCase()}) > 0 OR orders.tracking_number = ${text} COLLATE NOCASE
    OR orders.id IN (SELECT order_id FROM order_serials WHERE serial_number = ${text}))`;

/** Those of the filter by page: to collect by how long they wait, open ones by their promise, all others latest first. */
export const listOrders = (
  database: StoreDatabase,
  { view, kind, customerId, text, today }: OrderFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: OrderTableRow[] } => {
  const conditions = [
    sql<boolean>`orders.removed_at IS NULL`,
    whereOf(view, today),
    ...(kind === null ? [] : [sql<boolean>`orders.kind = ${kind}`]),
    ...(customerId === null ? [] : [sql<boolean>`orders.customer_id = ${customerId}`]),
    ...(text === '' ? [] : [found(text)]),
  ];
  const all = sql<boolean>`${sql.join(conditions, sql` AND `)}`;
  const counted = sqlite
    .selectFrom('orders')
    .select((of) => of.fn.countAll<number>().as('total'))
    .where(all);
  const isByWait = view === 'ready';
  const isByPromise = view === 'open' || view === 'late';
  const page = orderRows
    .where(all)
    .$if(isByWait, (query) => query.orderBy('orders.ready_on').orderBy('orders.at').orderBy('orders.id'))
    .$if(isByPromise, (query) =>
      query
        .orderBy(sql`orders.promised_on IS NULL`)
        .orderBy('orders.promised_on')
        .orderBy('orders.at')
        .orderBy('orders.id'),
    )
    .$if(!isByWait && !isByPromise, (query) => query.orderBy('orders.at', 'desc').orderBy('orders.id', 'desc'))
    .limit(limit)
    .offset(offset);
  return { total: firstRow(database, counted)?.total ?? 0, rows: rows(database, page) };
};

interface Counts {
  open: number;
  ready: number;
  late: number;
  owing: number;
}
const counts = hotQuery<{ today: LocalDate }, Counts>(
  sqlite
    .selectFrom('orders')
    .where('removed_at', 'is', null)
    .select([
      sql<number>`count(*) FILTER (WHERE status IN ${OPEN})`.as('open'),
      sql<number>`count(*) FILTER (WHERE status = 'ready')`.as('ready'),
      sql<number>`count(*) FILTER (WHERE status IN ${OPEN} AND status <> 'ready' AND promised_on < ${parameter('today')})`.as(
        'late',
      ),
      sql<number>`count(*) FILTER (WHERE status IN ${DONE} AND paid_cents < total_cents)`.as('owing'),
    ]),
);

/** How many there are in each view that asks for something to be done. */
export const countOrders = (database: StoreDatabase, today: LocalDate): Counts =>
  counts.first(database, { today }) ?? { open: 0, ready: 0, late: 0, owing: 0 };
