import { sql } from 'kysely';
import type { SampleItem } from '../../shared/domain/gifts/sampleSets.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, GiftId, IncidentId, RewardId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What customers were given beyond what they paid for (R086).

export interface NewGiftItem {
  readonly rewardId: RewardId;
  readonly name: string;
  readonly quantity: number;
  readonly costCents: Cents;
}
export interface NewGift {
  readonly id: GiftId;
  readonly customerId: CustomerId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly reason: string;
  readonly what: string;
  readonly costCents: Cents;
  readonly incidentId: IncidentId | null;
  readonly staffId: StaffId | null;
  readonly writtenBy: StaffId | null;
  readonly items: readonly NewGiftItem[];
  /** The set of samples it began as, with what that held (R178). */
  readonly set: { readonly name: string; readonly items: readonly SampleItem[] } | null;
}
export const insertGift = (database: StoreDatabase, gift: NewGift): void => {
  execute(
    database,
    sqlite.insertInto('gifts').values({
      id: gift.id,
      customer_id: gift.customerId,
      at: gift.at,
      business_date: gift.businessDate,
      reason: gift.reason,
      what: gift.what,
      cost_cents: gift.costCents,
      incident_id: gift.incidentId,
      staff_id: gift.staffId,
      written_by: gift.writtenBy,
      removed_at: null,
      set_name: gift.set?.name ?? null,
      set_items: gift.set === null ? null : JSON.stringify(gift.set.items),
    }),
  );
  for (const { rewardId, name, quantity, costCents } of gift.items)
    execute(
      database,
      sqlite.insertInto('gift_items').values({ gift_id: gift.id, reward_id: rewardId, name, quantity, cost_cents: costCents }),
    );
};

/** Marks it as written by mistake. */
export const markGiftRemoved = (database: StoreDatabase, id: GiftId, at: Instant): void => {
  execute(database, sqlite.updateTable('gifts').set({ removed_at: at }).where('id', '=', id));
};

const gifts = sqlite
  .selectFrom('gifts')
  .leftJoin('staff', 'staff.id', 'gifts.staff_id')
  .select(['gifts.id', 'gifts.customer_id', 'gifts.at', 'gifts.business_date', 'gifts.reason', 'gifts.what'])
  .select([
    'gifts.cost_cents',
    'gifts.incident_id',
    'gifts.written_by',
    'gifts.staff_id',
    'gifts.removed_at',
    'gifts.set_name',
    'gifts.set_items',
    'staff.name as staff_name',
  ]);
export type GiftRow = Awaited<ReturnType<typeof gifts.executeTakeFirstOrThrow>>;

const byId = hotQuery<{ id: GiftId }, GiftRow>(gifts.where('gifts.id', '=', parameter<GiftId>('id')));
const standing = gifts
  .where('gifts.customer_id', '=', parameter<CustomerId>('customerId'))
  .where('gifts.removed_at', 'is', null)
  .orderBy('gifts.at', 'desc')
  .orderBy('gifts.id', 'desc')
  .limit(parameter<number>('limit'));
const ofCustomer = hotQuery<{ customerId: CustomerId; limit: number }, GiftRow>(standing);
const timeline = hotQuery<TimelinePage, GiftRow>(standing.where(sql<boolean>`(gifts.at, gifts.id) < (@at, @id)`));
const items = hotQuery<{ id: GiftId }, { reward_id: RewardId; name: string; quantity: number; cost_cents: Cents }>(
  sqlite
    .selectFrom('gift_items')
    .select(['reward_id', 'name', 'quantity', 'cost_cents'])
    .where('gift_id', '=', parameter<GiftId>('id'))
    .orderBy('name'),
);

export const findGift = (database: StoreDatabase, id: GiftId): GiftRow | undefined => byId.first(database, { id });
/** What a customer was given, the latest first. */
export const listGifts = (database: StoreDatabase, customerId: CustomerId, limit: number): GiftRow[] =>
  ofCustomer.rows(database, { customerId, limit });
export const listTimelineGifts = (database: StoreDatabase, page: TimelinePage): GiftRow[] => timeline.rows(database, page);
export const listGiftItems = (database: StoreDatabase, id: GiftId) => items.rows(database, { id });

interface Sums {
  count: number;
  cost_cents: Cents | null;
}
const sumOf = <Values extends object>(column: 'customer_id' | 'written_by', isSince: boolean) => {
  const query = sqlite
    .selectFrom('gifts')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<Cents | null>('cost_cents').as('cost_cents')])
    .where('removed_at', 'is', null)
    .where(sql<boolean>`${sql.ref(column)} = ${parameter('owner')}`);
  return hotQuery<Values, Sums>(isSince ? query.where('business_date', '>=', parameter<LocalDate>('from')) : query);
};
const toCustomer = sumOf<{ owner: CustomerId }>('customer_id', false);
const byWriter = sumOf<{ owner: StaffId; from: LocalDate }>('written_by', true);

/** How often a customer was given something, and what it cost. */
export const sumGiftsTo = (database: StoreDatabase, customerId: CustomerId): Sums =>
  toCustomer.first(database, { owner: customerId }) ?? { count: 0, cost_cents: null };
/** What somebody at the desk has given since a day. */
export const sumGiftsBy = (database: StoreDatabase, staffId: StaffId | null, from: LocalDate): number =>
  staffId === null ? 0 : (byWriter.first(database, { owner: staffId, from })?.cost_cents ?? 0);

const since = sqlite
  .selectFrom('gifts')
  .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<Cents>('gifts.cost_cents').as('cost_cents')])
  .where('gifts.removed_at', 'is', null)
  .where('gifts.business_date', '>=', parameter<LocalDate>('from'));
const month = sql<string>`substr(gifts.business_date, 1, 7)`;
const byMonth = hotQuery<{ from: LocalDate }, { month: string; count: number; cost_cents: Cents }>(
  since.select(month.as('month')).groupBy(month).orderBy('month', 'desc'),
);
const byReason = hotQuery<{ from: LocalDate }, { reason: string; count: number; cost_cents: Cents }>(
  since
    .select('gifts.reason')
    .groupBy('gifts.reason')
    .orderBy('cost_cents', 'desc')
    .orderBy('gifts.reason')
    .limit(sql<number>`50`),
);
const byCustomer = hotQuery<{ from: LocalDate }, { customer_id: CustomerId; name: string; count: number; cost_cents: Cents }>(
  since
    .innerJoin('customers', 'customers.id', 'gifts.customer_id')
    .select(['gifts.customer_id', 'customers.name'])
    .where('customers.removed_at', 'is', null)
    .groupBy('gifts.customer_id')
    .orderBy('cost_cents', 'desc')
    .orderBy('gifts.customer_id')
    .limit(sql<number>`20`),
);

const bySet = hotQuery<{ from: LocalDate }, { set_name: string | null; count: number; cost_cents: Cents }>(
  since
    .select('gifts.set_name')
    .where('gifts.set_name', 'is not', null)
    .groupBy('gifts.set_name')
    .orderBy('count', 'desc')
    .orderBy('gifts.set_name')
    .limit(sql<number>`50`),
);

/** What the shop gave since a day: by month the latest first, by reason and by customer the dearest first, sets of samples the commonest first. */
export const sumGiftsSince = (database: StoreDatabase, from: LocalDate) => ({
  months: byMonth.rows(database, { from }),
  reasons: byReason.rows(database, { from }),
  customers: byCustomer.rows(database, { from }),
  sets: bySet.rows(database, { from }),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const giftQueries = {
  giftById: byId.sql,
  giftsOf: ofCustomer.sql,
  giftTimeline: timeline.sql,
  giftItems: items.sql,
  giftsTo: toCustomer.sql,
  giftsBy: byWriter.sql,
  giftsBySet: bySet.sql,
};
