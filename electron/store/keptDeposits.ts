import { sql } from 'kysely';
import type { Cents } from '../../shared/types/amounts.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { AppointmentId, CustomerId, OrderId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Deposits that stay with the shop, by business day: only ever added to.

/** What a deposit was for: an order, or a booking. */
export type DepositSource = { readonly orderId: OrderId } | { readonly appointmentId: AppointmentId };
const keysOf = (source: DepositSource): { orderId: OrderId | null; appointmentId: AppointmentId | null } => ({
  orderId: 'orderId' in source ? source.orderId : null,
  appointmentId: 'appointmentId' in source ? source.appointmentId : null,
});

export const appendKept = (
  database: StoreDatabase,
  source: DepositSource,
  entry: {
    readonly id: string;
    readonly at: Instant;
    readonly businessDate: LocalDate;
    readonly cents: Cents;
    readonly staffId: StaffId | null;
  },
): void => {
  const { orderId, appointmentId } = keysOf(source);
  execute(
    database,
    sqlite.insertInto('kept_deposits').values({
      id: entry.id,
      order_id: orderId,
      appointment_id: appointmentId,
      at: entry.at,
      business_date: entry.businessDate,
      cents: entry.cents,
      staff_id: entry.staffId,
    }),
  );
};

type Source = ReturnType<typeof keysOf>;
const sum = hotQuery<Source, { cents: Cents | null }>(
  sqlite
    .selectFrom('kept_deposits')
    .select(sql<Cents | null>`sum(cents)`.as('cents'))
    .where(sql<boolean>`(order_id = ${parameter('orderId')} OR appointment_id = ${parameter('appointmentId')})`),
);

/** What is booked as kept of one deposit. */
export const findKept = (database: StoreDatabase, source: DepositSource): Cents =>
  sum.first(database, keysOf(source))?.cents ?? cents(0);

export interface KeptRow {
  readonly orderId: OrderId | null;
  readonly appointmentId: AppointmentId | null;
  readonly at: Instant;
  readonly cents: Cents;
  readonly customerId: CustomerId | null;
  /** Who it was of; a booking can be of somebody with a name alone. */
  readonly name: string | null;
  readonly orderNumber: string | null;
  readonly service: string | null;
  /** When the booking was to be. */
  readonly bookedFor: LocalDate | null;
}

const ofDay = hotQuery<{ day: LocalDate }, KeptRow>(
  sqlite
    .selectFrom('kept_deposits as kept')
    .leftJoin('orders', 'orders.id', 'kept.order_id')
    .leftJoin('appointments', 'appointments.id', 'kept.appointment_id')
    .leftJoin('customers', (join) =>
      join.on((of) => of('customers.id', '=', of.fn.coalesce('orders.customer_id', 'appointments.customer_id'))),
    )
    .select((of) => [
      'kept.order_id as orderId',
      'kept.appointment_id as appointmentId',
      of.fn.max('kept.at').as('at'),
      sql<Cents>`sum(kept.cents)`.as('cents'),
      'customers.id as customerId',
      of.fn.coalesce('customers.name', 'appointments.name').as('name'),
      'orders.number as orderNumber',
      'appointments.service',
      'appointments.starts_on as bookedFor',
    ])
    .where('kept.business_date', '=', parameter<LocalDate>('day'))
    .groupBy(['kept.order_id', 'kept.appointment_id'])
    .having(sql<boolean>`sum(kept.cents) <> 0`)
    .orderBy('at')
    .orderBy('kept.order_id')
    .orderBy('kept.appointment_id'),
);

/** What was kept on a business day, deposit by deposit; below nothing what was given back of one kept earlier. What cancels out is left out. */
export const listKeptOfDay = (database: StoreDatabase, day: LocalDate): KeptRow[] => ofDay.rows(database, { day });

/** The SQL of the reads above, so that their plans can be asserted. */
export const keptDepositQueries = { keptOfOne: sum.sql, keptOfDay: ofDay.sql };
