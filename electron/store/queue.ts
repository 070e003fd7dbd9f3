import { sql } from 'kysely';
import type { QueueEntry } from '../../shared/contract/queue.ts';
import type { Turn } from '../../shared/domain/appointments/turns.ts';
import type { CustomerId, ProductId, QueueEntryId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { phoneOf } from './phoneOf.ts';

// Who came without an appointment and waits (X34): a day's rows on the index of days.

const entries = sqlite
  .selectFrom('queue_entries as entry')
  .leftJoin('customers', 'customers.id', 'entry.customer_id')
  .leftJoin('staff', 'staff.id', 'entry.staff_id')
  .leftJoin('staff as requested', 'requested.id', 'entry.requested_staff_id')
  .select(['entry.id', 'entry.customer_id as customerId', 'entry.name', 'entry.contact', 'entry.product_id as productId'])
  .select(['entry.service', 'entry.arrived_at as arrivedAt', 'entry.requested_staff_id as requestedStaffId'])
  .select(['requested.name as requestedStaffName', 'entry.state', 'entry.staff_id as staffId', 'staff.name as staffName'])
  .select(['entry.taken_at as takenAt', 'customers.name as customerName'])
  .select(phoneOf('entry.customer_id').as('phone'));
export type QueueRow = Awaited<ReturnType<typeof entries.executeTakeFirstOrThrow>>;

const byId = hotQuery<{ id: QueueEntryId }, QueueRow>(entries.where('entry.id', '=', parameter<QueueEntryId>('id')));
const ofDay = hotQuery<{ day: LocalDate; limit: number }, QueueRow>(
  entries
    .where('entry.business_date', '=', parameter<LocalDate>('day'))
    .orderBy(sql`entry.state <> 'waiting'`)
    .orderBy(sql`CASE WHEN entry.state = 'waiting' THEN entry.arrived_at ELSE -entry.arrived_at END`)
    .orderBy('entry.id')
    .limit(parameter<number>('limit')),
);
const turnsOf = hotQuery<{ day: LocalDate }, { staffId: StaffId; at: Instant; requested: 0 | 1 }>(
  sqlite
    .selectFrom('queue_entries')
    .select((row) => row.ref('staff_id').$castTo<StaffId>().as('staffId'))
    .select((row) => row.ref('taken_at').$castTo<Instant>().as('at'))
    .select(sql<0 | 1>`requested_staff_id IS staff_id`.as('requested'))
    .where('business_date', '=', parameter<LocalDate>('day'))
    .where('state', '=', sql.lit('served'))
    .where('staff_id', 'is not', null),
);

export const findQueueEntry = (database: StoreDatabase, id: QueueEntryId): QueueRow | undefined => byId.first(database, { id });

/** Those of a business day: who waits by arrival, then the others, latest first. */
export const listQueue = (database: StoreDatabase, day: LocalDate, limit: number): QueueRow[] =>
  ofDay.rows(database, { day, limit });

/** Whom each person has served from the queue on a day. */
export const listTurns = (database: StoreDatabase, day: LocalDate): Turn[] =>
  turnsOf.rows(database, { day }).map(({ staffId, at, requested }) => ({ staffId, at, isRequested: requested === 1 }));

export const insertQueueEntry = (
  database: StoreDatabase,
  entry: {
    readonly id: QueueEntryId;
    readonly day: LocalDate;
    readonly at: Instant;
    readonly customerId: CustomerId | null;
    readonly name: string;
    readonly contact: string | null;
    readonly productId: ProductId | null;
    readonly service: string;
    readonly requestedStaffId: StaffId | null;
  },
): void => {
  const { id, day, at, customerId, name, contact, productId, service, requestedStaffId } = entry;
  const who = { customer_id: customerId, name, contact, product_id: productId, service };
  execute(
    database,
    sqlite.insertInto('queue_entries').values({
      id,
      business_date: day,
      arrived_at: at,
      ...who,
      requested_staff_id: requestedStaffId,
      state: 'waiting',
    }),
  );
};

/** Served by somebody since a moment, gone, or waiting again. */
export const markQueueEntry = (
  database: StoreDatabase,
  id: QueueEntryId,
  { state, staffId, takenAt }: { state: QueueEntry['state']; staffId: StaffId | null; takenAt: Instant | null },
): void => {
  execute(
    database,
    sqlite.updateTable('queue_entries').set({ state, staff_id: staffId, taken_at: takenAt }).where('id', '=', id),
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const queueQueries = { byId: byId.sql, ofDay: ofDay.sql, turnsOf: turnsOf.sql };
