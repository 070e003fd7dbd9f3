import { sql } from 'kysely';
import { heldTier } from '../../shared/domain/loyalty/tiers.ts';
import type { HeldTier, TierBasis, TierEvent, TierEventKind } from '../../shared/domain/loyalty/tiers.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { CustomerId, StaffId, TierEventId, TierId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';
import { growthBetween } from './growth.ts';
import { listTiers } from './tiers.ts';

// The steps of customers' tiers: rows are added, never changed (a trigger refuses it); which tier somebody has follows from them and is kept
// beside them for lists and the daily review.

interface OfCustomer {
  customerId: CustomerId;
}
const ofCustomer = parameter<CustomerId>('customerId');

export interface NewTierEvent {
  id: TierEventId;
  customerId: CustomerId;
  at: Instant;
  businessDate: LocalDate;
  kind: TierEventKind;
  tierId: TierId | null;
  fromTierId: TierId | null;
  untilOn: LocalDate | null;
  isFixed: Flag;
  qualifying: number | null;
  reason: string | null;
  staffId: StaffId | null;
}
const insertEvent = hotQuery<NewTierEvent>(
  sqlite.insertInto('tier_events').values({
    id: parameter('id'),
    customer_id: ofCustomer,
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    tier_id: parameter('tierId'),
    from_tier_id: parameter('fromTierId'),
    until_on: parameter('untilOn'),
    is_fixed: parameter('isFixed'),
    qualifying: parameter('qualifying'),
    reason: parameter('reason'),
    staff_id: parameter('staffId'),
  }),
);

const events = sqlite
  .selectFrom('tier_events')
  .leftJoin('staff', 'staff.id', 'tier_events.staff_id')
  .select([
    'tier_events.id',
    'tier_events.at',
    'tier_events.kind',
    'tier_events.business_date as on',
    'tier_events.tier_id as tierId',
    'tier_events.from_tier_id as fromTierId',
    'tier_events.until_on as untilOn',
    'tier_events.is_fixed',
    'tier_events.qualifying',
    'tier_events.reason',
    'staff.name as staffName',
  ])
  .where('tier_events.customer_id', '=', ofCustomer)
  .orderBy('tier_events.at')
  .orderBy('tier_events.id');
type EventRow = Awaited<ReturnType<typeof events.executeTakeFirstOrThrow>>;
const inOrder = hotQuery<OfCustomer, EventRow>(events);

export type StoredTierEvent = TierEvent & Omit<EventRow, 'is_fixed'>;

/** The steps of a customer, first to last. */
export const listTierEvents = (database: StoreDatabase, customerId: CustomerId): StoredTierEvent[] =>
  inOrder.rows(database, { customerId }).map(({ is_fixed: isFixed, ...event }) => ({ ...event, isFixed: isFixed === 1 }));

interface HeldRow {
  customer_id: CustomerId;
  tier_id: TierId;
  since_on: LocalDate;
  until_on: LocalDate | null;
  is_fixed: Flag;
}
const kept = hotQuery<OfCustomer, HeldRow>(sqlite.selectFrom('customer_tiers').selectAll().where('customer_id', '=', ofCustomer));
const keep = hotQuery<HeldRow>(
  sqlite
    .insertInto('customer_tiers')
    .values({
      customer_id: parameter('customer_id'),
      tier_id: parameter('tier_id'),
      since_on: parameter('since_on'),
      until_on: parameter('until_on'),
      is_fixed: parameter('is_fixed'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        tier_id: row.ref('excluded.tier_id'),
        since_on: row.ref('excluded.since_on'),
        until_on: row.ref('excluded.until_on'),
        is_fixed: row.ref('excluded.is_fixed'),
      })),
    ),
);
const forget = hotQuery<OfCustomer>(sqlite.deleteFrom('customer_tiers').where('customer_id', '=', ofCustomer));
const mayHold = hotQuery<{ customerIds: string }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom(sql<{ value: CustomerId }>`json_each(${parameter<string>('customerIds')})`.as('json_each'))
    .select('json_each.value as customer_id')
    .where((where) =>
      where.or([
        where.exists(where.selectFrom('tier_events').select('id').whereRef('customer_id', '=', 'json_each.value')),
        where.exists(where.selectFrom('customer_tiers').select('tier_id').whereRef('customer_id', '=', 'json_each.value')),
      ]),
    ),
);

/** The tier a customer has, as it is kept; null is none. */
export const findTierOf = (database: StoreDatabase, customerId: CustomerId): HeldRow | null =>
  kept.first(database, { customerId }) ?? null;

/** The tier that follows from a customer's steps. */
export const heldTierOf = (database: StoreDatabase, customerId: CustomerId): HeldTier | null =>
  heldTier(listTiers(database), listTierEvents(database, customerId));

const refreshOne = (database: StoreDatabase, customerId: CustomerId): void => {
  const held = heldTierOf(database, customerId);
  const before = findTierOf(database, customerId);
  if (held === null) {
    if (before !== null) forget.run(database, { customerId });
    return;
  }
  const row = {
    customer_id: customerId,
    tier_id: held.tierId,
    since_on: held.sinceOn,
    until_on: held.untilOn,
    is_fixed: held.isFixed ? (1 as const) : (0 as const),
  };
  if (JSON.stringify(row) !== JSON.stringify(before)) keep.run(database, row);
};

/** Works out anew which tier these customers have, and writes only what differs. In a shop without tiers it costs one look at all of them. */
export const refreshTiers = (database: StoreDatabase, customerIds: readonly CustomerId[]): void => {
  for (const { customer_id: customerId } of mayHold.rows(database, { customerIds: JSON.stringify(customerIds) }))
    refreshOne(database, customerId);
};

/** Appends a step and keeps the tier that follows. */
export const appendTierEvent = (database: StoreDatabase, event: NewTierEvent): void => {
  insertEvent.run(database, event);
  refreshOne(database, event.customerId);
};

interface Counted {
  spend: Cents | null;
  points: Points | null;
  visits: number;
}
/** A return counts on the day of what it takes back: it lowers what that day had brought. */
const countedOn = sql<LocalDate>`coalesce(sale.business_date, visits.business_date)`;
const counted = hotQuery<OfCustomer & { from: LocalDate; until: LocalDate; except: VisitId | null }, Counted>(
  sqlite
    .selectFrom('visits')
    .leftJoin('visits as sale', 'sale.id', 'visits.returns_visit_id')
    .where('visits.customer_id', '=', ofCustomer)
    .where('visits.undone_at', 'is', null)
    .where('visits.id', 'is not', parameter<VisitId | null>('except'))
    .where(countedOn, '>=', parameter<LocalDate>('from'))
    .where(countedOn, '<=', parameter<LocalDate>('until'))
    .select((of) => [
      of.fn.sum<Cents | null>('visits.total_cents').as('spend'),
      of.fn.sum<Points | null>('visits.points_earned').as('points'),
      sql<number>`count(DISTINCT CASE WHEN visits.is_purchase = 1 AND visits.returns_visit_id IS NULL THEN visits.business_date END)`.as(
        'visits',
      ),
    ]),
);

/** What counts towards a tier between two days: cents, points, days with a purchase, or growth; `except` is a visit that is left out. */
export const qualifyingOf = (
  database: StoreDatabase,
  customerId: CustomerId,
  basis: TierBasis,
  from: LocalDate,
  until: LocalDate,
  except: VisitId | null = null,
): number =>
  basis === 'growth'
    ? growthBetween(database, { customerId, from, until, except })
    : (counted.first(database, { customerId, from, until, except })?.[basis] ?? 0);

const due = hotQuery<{ today: LocalDate; limit: number }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('customer_tiers')
    .select('customer_id')
    .where('until_on', 'is not', null)
    .where('is_fixed', '=', sql.lit<Flag>(0))
    .where('until_on', '<', parameter<LocalDate>('today'))
    .orderBy('until_on')
    .orderBy('customer_id')
    .limit(parameter<number>('limit')),
);

/** Customers whose term was over before today, the longest first. */
export const listCustomersToReview = (database: StoreDatabase, today: LocalDate, limit: number): CustomerId[] =>
  due.rows(database, { today, limit }).map((row) => row.customer_id);

/** The SQL of the reads above, so that their plans can be asserted. */
export const customerTierQueries = {
  inOrder: inOrder.sql,
  kept: kept.sql,
  mayHold: mayHold.sql,
  counted: counted.sql,
  due: due.sql,
};
