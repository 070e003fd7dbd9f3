import { sql } from 'kysely';
import { thingEventSchema } from '../../shared/contract/things.ts';
import type { ThingEvent } from '../../shared/contract/things.ts';
import type { Cents, Quantity } from '../../shared/types/amounts.ts';
import type { CustomerId, ExpiringFactId, StaffId, ThingId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What happened to things and to what runs out: an entry of the customer's timeline, and of the thing's own history.

/** An event to write down; `before` is what an edit replaced. */
export interface NewThingEvent {
  readonly id: string;
  readonly customerId: CustomerId;
  readonly thingId: ThingId | null;
  readonly factId: ExpiringFactId | null;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly staffId: StaffId | null;
  readonly event: ThingEvent['event'];
  readonly params: Omit<ThingEvent, 'event'> & { readonly before?: object };
}

export const insertThingEvent = (database: StoreDatabase, event: NewThingEvent): void => {
  execute(
    database,
    sqlite.insertInto('thing_events').values({
      id: event.id,
      customer_id: event.customerId,
      thing_id: event.thingId,
      fact_id: event.factId,
      at: event.at,
      business_date: event.businessDate,
      event: event.event,
      params: JSON.stringify(event.params),
      staff_id: event.staffId,
    }),
  );
};

export interface ThingEventRow {
  id: string;
  at: Instant;
  business_date: LocalDate;
  event: ThingEvent['event'];
  params: string;
  staff_name: string | null;
}

const paramsSchema = thingEventSchema.omit({ event: true });
const events = sqlite
  .selectFrom('thing_events')
  .leftJoin('staff', 'staff.id', 'thing_events.staff_id')
  .select(['thing_events.id', 'thing_events.at', 'thing_events.business_date', 'thing_events.event', 'thing_events.params'])
  .select('staff.name as staff_name');

/** A stored event as the contract tells it. */
export const thingEventOf = (row: ThingEventRow): ThingEvent => {
  const { thing, fact, other, because } = paramsSchema.parse(JSON.parse(row.params));
  return { event: row.event, thing, fact, other, because };
};

const limit = parameter<number>('limit');
const below = (table: string) =>
  sql<boolean>`(${sql.ref(`${table}.at`)}, ${sql.ref(`${table}.id`)}) < (${parameter<number>('at')}, ${parameter<string>('id')})`;

const ofCustomer = hotQuery<TimelinePage, ThingEventRow>(
  events
    .where('thing_events.customer_id', '=', parameter<CustomerId>('customerId'))
    .where(below('thing_events'))
    .orderBy('thing_events.at', 'desc')
    .orderBy('thing_events.id', 'desc')
    .limit(limit),
);

/** A page of one thing's history: rows strictly below (at, id). */
export interface HistoryPage {
  thingId: ThingId;
  at: number;
  id: string;
  limit: number;
}

const ofThing = hotQuery<HistoryPage, ThingEventRow>(
  events
    .where('thing_events.thing_id', '=', parameter<ThingId>('thingId'))
    .where(below('thing_events'))
    .orderBy('thing_events.at', 'desc')
    .orderBy('thing_events.id', 'desc')
    .limit(limit),
);

export interface ThingVisitRow {
  id: VisitId;
  at: Instant;
  business_date: LocalDate;
  customer_id: CustomerId;
  customer_name: string;
  staff_name: string | null;
}

/** A thing has hundreds of visits in its life, not thousands: they are found by its lines and then put in order. */
const visitsOfThing = hotQuery<HistoryPage, ThingVisitRow>(
  sqlite
    .selectFrom('visits')
    .innerJoin('customers', 'customers.id', 'visits.customer_id')
    .leftJoin('staff', 'staff.id', 'visits.staff_id')
    .select(['visits.id', 'visits.at', 'visits.business_date', 'visits.customer_id', 'customers.name as customer_name'])
    .select('staff.name as staff_name')
    .where('visits.id', 'in', (inner) =>
      inner.selectFrom('visit_lines').select('visit_id').where('thing_id', '=', parameter<ThingId>('thingId')),
    )
    .where('visits.undone_at', 'is', null)
    .where(below('visits'))
    .orderBy('visits.at', 'desc')
    .orderBy('visits.id', 'desc')
    .limit(limit),
);

export interface ThingLine {
  visit_id: VisitId;
  name: string;
  quantity: Quantity;
  amount_cents: Cents;
}
const linesOfThing = hotQuery<{ thingId: ThingId; visitIds: string }, ThingLine>(
  sqlite
    .selectFrom('visit_lines')
    .select(['visit_id', 'name', 'quantity', 'amount_cents'])
    .where('visit_id', 'in', sql<VisitId>`(SELECT value FROM json_each(${parameter<string>('visitIds')}))`)
    .where('thing_id', '=', parameter<ThingId>('thingId'))
    .orderBy('visit_id')
    .orderBy('position'),
);

export const listTimelineThings = (database: StoreDatabase, page: TimelinePage): ThingEventRow[] =>
  ofCustomer.rows(database, page);
export const listEventsOfThing = (database: StoreDatabase, page: HistoryPage): ThingEventRow[] => ofThing.rows(database, page);
/** Visits that stand with a line for the thing, also those of an earlier owner. */
export const listVisitsOfThing = (database: StoreDatabase, page: HistoryPage): ThingVisitRow[] =>
  visitsOfThing.rows(database, page);
export const listLinesOfThing = (database: StoreDatabase, thingId: ThingId, visitIds: readonly VisitId[]): ThingLine[] =>
  visitIds.length === 0 ? [] : linesOfThing.rows(database, { thingId, visitIds: JSON.stringify(visitIds) });

/** The SQL of the reads above, so that their plans can be asserted. */
export const thingEventQueries = {
  ofCustomer: ofCustomer.sql,
  ofThing: ofThing.sql,
  visitsOfThing: visitsOfThing.sql,
  linesOfThing: linesOfThing.sql,
};
