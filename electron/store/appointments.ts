import { sql } from 'kysely';
import type { AppointmentValues } from '../../shared/contract/appointments.ts';
import type { RepeatPattern, RepeatUnit } from '../../shared/domain/appointments/repeats.ts';
import type { AppointmentStatus } from '../../shared/domain/appointments/statuses.ts';
import type { AppointmentId, AppointmentSeriesId, CustomerId, ResourceId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { phoneOf } from './phoneOf.ts';
import type { TimelinePage } from './timeline.ts';

// The diary (R049). Times are the shop's wall clock; every read is by day or by customer, on an index of its own.

export interface StoredAppointment extends AppointmentValues {
  readonly id: AppointmentId;
  readonly seriesId: AppointmentSeriesId | null;
  readonly removedAt: Instant | null;
}

/** With the names that go with it. */
export interface AppointmentRow extends StoredAppointment {
  readonly customerName: string | null;
  readonly customerNumber: string | null;
  readonly phone: string | null;
  readonly thingName: string | null;
  readonly staffName: string | null;
  readonly resourceName: string | null;
}

const stored = sqlite
  .selectFrom('appointments')
  .select(['appointments.id', 'appointments.customer_id as customerId', 'appointments.name', 'appointments.contact'])
  .select(['appointments.thing_id as thingId', 'appointments.product_id as productId', 'appointments.service'])
  .select(['appointments.staff_id as staffId', 'appointments.resource_id as resourceId', 'appointments.starts_on as on'])
  .select(['appointments.start_minute as startMinute', 'appointments.length_minutes as lengthMinutes', 'appointments.status'])
  .select(['appointments.note', 'appointments.deposit_due_cents as depositDueCents'])
  .select(['appointments.deposit_paid_cents as depositPaidCents', 'appointments.series_id as seriesId'])
  .select(['appointments.at', 'appointments.business_date as businessDate', 'appointments.removed_at as removedAt']);

const named = stored
  .leftJoin('customers', 'customers.id', 'appointments.customer_id')
  .leftJoin('things', 'things.id', 'appointments.thing_id')
  .leftJoin('staff', 'staff.id', 'appointments.staff_id')
  .leftJoin('resources', 'resources.id', 'appointments.resource_id')
  .select(['customers.name as customerName', 'customers.number as customerNumber', 'things.name as thingName'])
  .select(['staff.name as staffName', 'resources.name as resourceName'])
  .select(phoneOf('appointments.customer_id').as('phone'));

interface Days {
  from: LocalDate;
  to: LocalDate;
}
interface Page {
  offset: number;
  limit: number;
}
type DiaryRange = Days & { staffId: StaffId | null };

const kept = sql<boolean>`appointments.removed_at IS NULL`;
const inDays = sql<boolean>`appointments.starts_on BETWEEN ${parameter('from')} AND ${parameter('to')}`;
const ofStaff = sql<boolean>`(${parameter('staffId')} IS NULL OR appointments.staff_id = ${parameter('staffId')})`;
const customer = parameter<CustomerId>('customerId');

const byId = hotQuery<{ id: AppointmentId }, AppointmentRow>(named.where('appointments.id', '=', parameter<AppointmentId>('id')));
const between = hotQuery<DiaryRange & Page, AppointmentRow>(
  named
    .where(kept)
    .where(inDays)
    .where(ofStaff)
    .orderBy('appointments.starts_on')
    .orderBy('appointments.start_minute')
    .orderBy('appointments.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const betweenTotal = hotQuery<DiaryRange, { total: number }>(
  sqlite
    .selectFrom('appointments')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where(kept)
    .where(inDays)
    .where(ofStaff),
);
const unconfirmedOn = sql<boolean>`appointments.starts_on = ${parameter('on')} AND appointments.status = 'booked'`;
const unconfirmed = hotQuery<{ on: LocalDate } & Page, AppointmentRow>(
  named
    .where(kept)
    .where(unconfirmedOn)
    .orderBy('appointments.start_minute')
    .orderBy('appointments.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const unconfirmedTotal = hotQuery<{ on: LocalDate }, { total: number }>(
  sqlite
    .selectFrom('appointments')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where(kept)
    .where(unconfirmedOn),
);
const expected = sql<boolean>`appointments.status IN ('booked', 'confirmed')`;
const upcoming = hotQuery<{ customerId: CustomerId; on: LocalDate; limit: number }, AppointmentRow>(
  named
    .where('appointments.customer_id', '=', customer)
    .where('appointments.starts_on', '>=', parameter<LocalDate>('on'))
    .where(kept)
    .where(expected)
    .orderBy('appointments.starts_on')
    .orderBy('appointments.start_minute')
    .limit(parameter<number>('limit')),
);
export interface AttendanceCounts {
  readonly done: number;
  readonly noShows: number;
  readonly lateCancels: number;
}
const standing = (status: AppointmentStatus) => sql<number>`count(*) FILTER (WHERE status = ${sql.lit(status)})`;
const counts = hotQuery<{ customerId: CustomerId }, AttendanceCounts>(
  sqlite
    .selectFrom('appointments')
    .select([standing('done').as('done'), standing('no_show').as('noShows'), standing('late_cancelled').as('lateCancels')])
    .where('customer_id', '=', customer)
    .where('removed_at', 'is', null),
);
const timeline = hotQuery<TimelinePage, AppointmentRow>(
  named
    .where('appointments.customer_id', '=', customer)
    .where(kept)
    .where(sql<boolean>`(appointments.at, appointments.id) < (${parameter('at')}, ${parameter('id')})`)
    .orderBy('appointments.at', 'desc')
    .orderBy('appointments.id', 'desc')
    .limit(parameter<number>('limit')),
);
interface Claims extends Days {
  customerId: CustomerId | null;
  staffId: StaffId | null;
  resourceId: ResourceId | null;
}
const occupying = hotQuery<Claims, AppointmentRow>(
  named
    .where(kept)
    .where(inDays)
    .where(sql<boolean>`appointments.status NOT IN ('no_show', 'cancelled', 'late_cancelled')`)
    .where(
      sql<boolean>`(appointments.resource_id = ${parameter('resourceId')} OR appointments.staff_id = ${parameter('staffId')}
        OR appointments.customer_id = ${parameter('customerId')})`,
    )
    .orderBy('appointments.starts_on')
    .orderBy('appointments.start_minute')
    .orderBy('appointments.id'),
);
const following = hotQuery<{ seriesId: AppointmentSeriesId; on: LocalDate }, { id: AppointmentId }>(
  sqlite
    .selectFrom('appointments')
    .select('id')
    .where('series_id', '=', parameter<AppointmentSeriesId>('seriesId'))
    .where('starts_on', '>=', parameter<LocalDate>('on'))
    .where('removed_at', 'is', null)
    .where(expected)
    .orderBy('starts_on')
    .orderBy('id'),
);

export const findAppointment = (database: StoreDatabase, id: AppointmentId): AppointmentRow | undefined =>
  byId.first(database, { id });

/** Those that begin between two days, both included, in the order of the day; of one person when `staffId` says so. */
export const listAppointments = (database: StoreDatabase, { from, to, staffId, offset, limit }: DiaryRange & Page) => ({
  total: betweenTotal.first(database, { from, to, staffId })?.total ?? 0,
  rows: between.rows(database, { from, to, staffId, offset, limit }),
});

export const listUnconfirmed = (database: StoreDatabase, { on, offset, limit }: { on: LocalDate } & Page) => ({
  total: unconfirmedTotal.first(database, { on })?.total ?? 0,
  rows: unconfirmed.rows(database, { on, offset, limit }),
});

/** What a customer is expected for from a day on, the next first. */
export const listUpcoming = (database: StoreDatabase, customerId: CustomerId, on: LocalDate, limit: number): AppointmentRow[] =>
  upcoming.rows(database, { customerId, on, limit });

/** How often somebody came, did not come, and cancelled too late. */
export const countAttendance = (database: StoreDatabase, customerId: CustomerId): AttendanceCounts =>
  counts.first(database, { customerId }) ?? { done: 0, noShows: 0, lateCancels: 0 };

export const listTimelineAppointments = (database: StoreDatabase, page: TimelinePage): AppointmentRow[] =>
  timeline.rows(database, page);

/** Those between two days that take up the same person, place or customer. */
export const listOccupying = (database: StoreDatabase, claims: Claims): AppointmentRow[] =>
  occupying.rows(database, {
    from: claims.from,
    to: claims.to,
    customerId: claims.customerId,
    staffId: claims.staffId,
    resourceId: claims.resourceId,
  });

/** Those of a row from a day on that are still to come, the earliest first. */
export const listFollowing = (database: StoreDatabase, seriesId: AppointmentSeriesId, on: LocalDate): AppointmentId[] =>
  following.rows(database, { seriesId, on }).map(({ id }) => id);

const columns = (values: AppointmentValues) => ({
  customer_id: values.customerId,
  name: values.name,
  contact: values.contact,
  thing_id: values.thingId,
  product_id: values.productId,
  service: values.service,
  staff_id: values.staffId,
  resource_id: values.resourceId,
  starts_on: values.on,
  start_minute: values.startMinute,
  length_minutes: values.lengthMinutes,
  status: values.status,
  note: values.note,
  deposit_due_cents: values.depositDueCents,
  deposit_paid_cents: values.depositPaidCents,
  at: values.at,
  business_date: values.businessDate,
});

export const insertAppointment = (
  database: StoreDatabase,
  appointment: AppointmentValues & {
    readonly id: AppointmentId;
    readonly seriesId: AppointmentSeriesId | null;
    readonly bookedBy: StaffId | null;
  },
): void => {
  const { id, seriesId, bookedBy } = appointment;
  execute(
    database,
    sqlite.insertInto('appointments').values({ id, series_id: seriesId, booked_by: bookedBy, ...columns(appointment) }),
  );
};

export const updateAppointment = (database: StoreDatabase, id: AppointmentId, values: AppointmentValues): void => {
  execute(database, sqlite.updateTable('appointments').set(columns(values)).where('id', '=', id));
};

/** Marks it as booked by mistake; null brings it back. */
export const markAppointmentRemoved = (database: StoreDatabase, id: AppointmentId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('appointments').set({ removed_at: removedAt }).where('id', '=', id));
};

export const insertSeries = (
  database: StoreDatabase,
  series: RepeatPattern & { readonly id: AppointmentSeriesId; readonly at: Instant },
): void => {
  const { id, unit, every, until, times, at } = series;
  execute(database, sqlite.insertInto('appointment_series').values({ id, unit, every, until_on: until, times, created_at: at }));
};

const unitOf = hotQuery<{ id: AppointmentSeriesId }, { unit: RepeatUnit }>(
  sqlite.selectFrom('appointment_series').select('unit').where('id', '=', parameter<AppointmentSeriesId>('id')),
);
/** By what a row repeats; one by one where it is none. */
export const findRepeatUnit = (database: StoreDatabase, id: AppointmentSeriesId | null): RepeatUnit =>
  (id === null ? undefined : unitOf.first(database, { id })?.unit) ?? 'day';

/** The SQL of the reads above, so that their plans can be asserted. */
export const appointmentQueries = {
  byId: byId.sql,
  between: between.sql,
  betweenTotal: betweenTotal.sql,
  unconfirmed: unconfirmed.sql,
  unconfirmedTotal: unconfirmedTotal.sql,
  upcoming: upcoming.sql,
  counts: counts.sql,
  timeline: timeline.sql,
  occupying: occupying.sql,
  following: following.sql,
};
