import { sql } from 'kysely';
import { involvedSchema } from '../../shared/contract/incidents.ts';
import type { Incident } from '../../shared/contract/incidents.ts';
import type { IncidentSeverity } from '../../shared/domain/incidents.ts';
import type { CustomerId, IncidentId, StaffId, ThingId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What went wrong with a customer or one of their things (X28).

/** What a person writes down. */
export interface IncidentValues {
  readonly thingId: ThingId | null;
  readonly visitId: VisitId | null;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly what: string;
  readonly severity: IncidentSeverity;
  readonly staffIds: readonly StaffId[];
  readonly action: string | null;
  readonly followUpOn: LocalDate | null;
  readonly isPrivate: boolean;
  readonly writtenBy: StaffId | null;
}

const columnsOf = (values: IncidentValues) => ({
  thing_id: values.thingId,
  visit_id: values.visitId,
  at: values.at,
  business_date: values.businessDate,
  what: values.what,
  severity: values.severity,
  action: values.action,
  follow_up_on: values.followUpOn,
  is_private: values.isPrivate ? (1 as const) : (0 as const),
  written_by: values.writtenBy,
});

const insertStaff = (database: StoreDatabase, id: IncidentId, staffIds: readonly StaffId[]): void => {
  for (const staffId of new Set(staffIds))
    execute(database, sqlite.insertInto('incident_staff').values({ incident_id: id, staff_id: staffId }));
};

export const insertIncident = (
  database: StoreDatabase,
  { id, customerId, ...values }: IncidentValues & { readonly id: IncidentId; readonly customerId: CustomerId },
  at: Instant,
): void => {
  const row = { id, customer_id: customerId, ...columnsOf(values), created_at: at, changed_at: at };
  execute(database, sqlite.insertInto('incidents').values(row));
  insertStaff(database, id, values.staffIds);
};

/** Changes what was written; the customer, and whether it is closed, stay. */
export const updateIncident = (database: StoreDatabase, id: IncidentId, values: IncidentValues, at: Instant): void => {
  const changes = { ...columnsOf(values), changed_at: at };
  execute(database, sqlite.updateTable('incidents').set(changes).where('id', '=', id));
  execute(database, sqlite.deleteFrom('incident_staff').where('incident_id', '=', id));
  insertStaff(database, id, values.staffIds);
};

/** Settled on a day by somebody; null opens it again. */
export const setIncidentClosed = (
  database: StoreDatabase,
  id: IncidentId,
  closed: { readonly on: LocalDate; readonly by: StaffId | null } | null,
): void => {
  const changes = { closed_on: closed?.on ?? null, closed_by: closed?.by ?? null };
  execute(database, sqlite.updateTable('incidents').set(changes).where('id', '=', id));
};

/** Marks it as written by mistake; null brings it back. */
export const markIncidentRemoved = (database: StoreDatabase, id: IncidentId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('incidents').set({ removed_at: removedAt }).where('id', '=', id));
};

const involvedText = sql<string>`(SELECT json_group_array(json_object('id', involved.id, 'name', involved.name))
  FROM incident_staff JOIN staff AS involved ON involved.id = incident_staff.staff_id WHERE incident_staff.incident_id = incident.id)`;
const incidents = sqlite
  .selectFrom('incidents as incident')
  .leftJoin('staff as writer', 'writer.id', 'incident.written_by')
  .leftJoin('staff as closer', 'closer.id', 'incident.closed_by')
  .leftJoin('things', 'things.id', 'incident.thing_id')
  .select(['incident.id', 'incident.customer_id', 'incident.thing_id', 'incident.visit_id', 'incident.at'])
  .select(['incident.business_date', 'incident.what', 'incident.severity', 'incident.action', 'incident.follow_up_on'])
  .select(['incident.is_private', 'incident.closed_on', 'incident.removed_at'])
  .select(['writer.name as staff_name', 'closer.name as closer_name', 'things.name as thing_name'])
  .select(involvedText.as('involved'));
export type IncidentRow = Awaited<ReturnType<typeof incidents.executeTakeFirstOrThrow>>;

/** A stored row as the contract tells it. */
export const incidentOf = (row: IncidentRow): Incident => ({
  id: row.id,
  customerId: row.customer_id,
  thing: row.thing_id === null || row.thing_name === null ? null : { id: row.thing_id, name: row.thing_name },
  visitId: row.visit_id,
  on: row.business_date,
  at: row.at,
  what: row.what,
  severity: row.severity,
  involved: involvedSchema.parse(JSON.parse(row.involved)),
  action: row.action,
  followUpOn: row.follow_up_on,
  isPrivate: row.is_private === 1,
  closedOn: row.closed_on,
  closedByName: row.closer_name,
  writtenByName: row.staff_name,
});

interface Seen {
  /** 1 shows private ones too (X40). */
  seesHealth: 0 | 1;
}
const customer = parameter<CustomerId>('customerId');
const limit = parameter<number>('limit');
const isSeen = sql<boolean>`(incident.is_private = 0 OR ${parameter<0 | 1>('seesHealth')} = 1)`;
const present = incidents
  .where('incident.customer_id', '=', customer)
  .where('incident.removed_at', 'is', null)
  .where(isSeen)
  .orderBy('incident.at', 'desc')
  .orderBy('incident.id', 'desc')
  .limit(limit);

const byId = hotQuery<{ id: IncidentId }, IncidentRow>(incidents.where('incident.id', '=', parameter<IncidentId>('id')));
const page = hotQuery<{ customerId: CustomerId; offset: number; limit: number } & Seen, IncidentRow>(
  present.offset(parameter<number>('offset')),
);
/** By the index of what is open: a card with a long history and nothing open costs nothing. */
const open = hotQuery<{ customerId: CustomerId } & Seen, IncidentRow>(
  incidents
    .where('incident.customer_id', '=', customer)
    .where('incident.removed_at', 'is', null)
    .where('incident.closed_on', 'is', null)
    .where(isSeen),
);
const total = hotQuery<{ customerId: CustomerId } & Seen, { total: number }>(
  sqlite
    .selectFrom('incidents as incident')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('incident.customer_id', '=', customer)
    .where('incident.removed_at', 'is', null)
    .where(isSeen),
);
/** By the index of what is open, of which a shop has tens: sorted when they are read. */
const isOpenAnywhere = sql<boolean>`incident.closed_on IS NULL AND incident.removed_at IS NULL AND ${isSeen}
  AND customers.removed_at IS NULL`;
const openOfAll = hotQuery<Seen & { offset: number; limit: number }, IncidentRow & { customer_name: string }>(
  incidents
    .innerJoin('customers', 'customers.id', 'incident.customer_id')
    .select('customers.name as customer_name')
    .where(isOpenAnywhere)
    .orderBy(sql`incident.follow_up_on IS NULL`)
    .orderBy('incident.follow_up_on')
    .orderBy('incident.at')
    .orderBy('incident.id')
    .limit(limit)
    .offset(parameter<number>('offset')),
);
const totalOpen = hotQuery<Seen, { total: number }>(
  sqlite
    .selectFrom('incidents as incident')
    .innerJoin('customers', 'customers.id', 'incident.customer_id')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where(isOpenAnywhere),
);
const timeline = hotQuery<TimelinePage & Seen, IncidentRow>(
  present.where(sql<boolean>`(incident.at, incident.id) < (${parameter<number>('at')}, ${parameter<string>('id')})`),
);

const seen = (seesHealth: boolean): 0 | 1 => (seesHealth ? 1 : 0);

export const findIncident = (database: StoreDatabase, id: IncidentId): IncidentRow | undefined => byId.first(database, { id });
/** A customer's incidents that were not removed, latest first. */
export const listIncidents = (
  database: StoreDatabase,
  customerId: CustomerId,
  seesHealth: boolean,
  { offset, limit: most }: { readonly offset: number; readonly limit: number },
): IncidentRow[] => page.rows(database, { customerId, seesHealth: seen(seesHealth), offset, limit: most });
export const countIncidents = (database: StoreDatabase, customerId: CustomerId, seesHealth: boolean): number =>
  total.first(database, { customerId, seesHealth: seen(seesHealth) })?.total ?? 0;
/** Those that nobody has closed, in no order. */
export const listOpenIncidents = (database: StoreDatabase, customerId: CustomerId, seesHealth: boolean): IncidentRow[] =>
  open.rows(database, { customerId, seesHealth: seen(seesHealth) });
/** Those of the whole shop that nobody has closed, by when somebody has to come back to them; people in the bin are left out. */
export const listOpenIncidentsOfAll = (
  database: StoreDatabase,
  seesHealth: boolean,
  { offset, limit: most }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: (IncidentRow & { customer_name: string })[] } => ({
  total: totalOpen.first(database, { seesHealth: seen(seesHealth) })?.total ?? 0,
  rows: openOfAll.rows(database, { seesHealth: seen(seesHealth), offset, limit: most }),
});
export const listTimelineIncidents = (database: StoreDatabase, where: TimelinePage, seesHealth: boolean): IncidentRow[] =>
  timeline.rows(database, { ...where, seesHealth: seen(seesHealth) });

/** The SQL of the reads above, so that their plans can be asserted. */
export const incidentQueries = { byId: byId.sql, page: page.sql, open: open.sql, total: total.sql, timeline: timeline.sql };
