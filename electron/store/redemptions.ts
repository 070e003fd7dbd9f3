import { sql } from 'kysely';
import type { PaymentMethod } from '../../shared/domain/orders/money.ts';
import type { RedemptionStep } from '../../shared/domain/rewards/redemption.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { CustomerId, PointsEntryId, RedemptionEntryId, RedemptionId, RewardId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What customers got for points, and what became of it (R077): rows are added, never changed (triggers refuse it).

export interface NewRedemption {
  readonly id: RedemptionId;
  readonly customerId: CustomerId;
  readonly rewardId: RewardId;
  readonly name: string;
  readonly quantity: number;
  readonly points: Points;
  readonly cashCents: Cents;
  readonly method: PaymentMethod | null;
  readonly costCents: Cents | null;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly staffId: StaffId | null;
}
export const insertRedemption = (database: StoreDatabase, row: NewRedemption): void => {
  execute(
    database,
    sqlite.insertInto('reward_redemptions').values({
      id: row.id,
      customer_id: row.customerId,
      reward_id: row.rewardId,
      name: row.name,
      quantity: row.quantity,
      points: row.points,
      cash_cents: row.cashCents,
      method: row.method,
      cost_cents: row.costCents,
      at: row.at,
      business_date: row.businessDate,
      staff_id: row.staffId,
    }),
  );
};

export interface NewRedemptionEntry {
  readonly id: RedemptionEntryId;
  readonly redemptionId: RedemptionId;
  readonly position: number;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: RedemptionStep;
  readonly pointsEntryId: PointsEntryId;
  readonly cashCents: Cents;
  readonly reason: string | null;
  readonly staffId: StaffId | null;
}
export const insertRedemptionEntry = (database: StoreDatabase, row: NewRedemptionEntry): void => {
  execute(
    database,
    sqlite.insertInto('reward_entries').values({
      id: row.id,
      redemption_id: row.redemptionId,
      position: row.position,
      at: row.at,
      business_date: row.businessDate,
      kind: row.kind,
      points_entry_id: row.pointsEntryId,
      cash_cents: row.cashCents,
      reason: row.reason,
      staff_id: row.staffId,
    }),
  );
};

const redemptions = sqlite
  .selectFrom('reward_redemptions')
  .leftJoin('staff', 'staff.id', 'reward_redemptions.staff_id')
  .select(['reward_redemptions.id', 'reward_redemptions.customer_id', 'reward_redemptions.reward_id'])
  .select(['reward_redemptions.name', 'reward_redemptions.quantity', 'reward_redemptions.points'])
  .select(['reward_redemptions.cash_cents', 'reward_redemptions.method', 'reward_redemptions.at'])
  .select(['reward_redemptions.business_date', 'reward_redemptions.staff_id', 'staff.name as staff_name']);
export type RedemptionRow = Awaited<ReturnType<typeof redemptions.executeTakeFirstOrThrow>>;

const byId = hotQuery<{ id: RedemptionId }, RedemptionRow>(
  redemptions.where('reward_redemptions.id', '=', parameter<RedemptionId>('id')),
);
const ofCustomer = hotQuery<{ customerId: CustomerId; offset: number; limit: number }, RedemptionRow>(
  redemptions
    .where('reward_redemptions.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('reward_redemptions.at', 'desc')
    .orderBy('reward_redemptions.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const total = hotQuery<{ customerId: CustomerId }, { total: number }>(
  sqlite
    .selectFrom('reward_redemptions')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const entries = sqlite
  .selectFrom('reward_entries')
  .leftJoin('staff', 'staff.id', 'reward_entries.staff_id')
  .select(['reward_entries.id', 'reward_entries.kind', 'reward_entries.position', 'reward_entries.at'])
  .select([
    'reward_entries.business_date',
    'reward_entries.reason',
    'reward_entries.points_entry_id',
    'staff.name as staff_name',
  ]);
export type RedemptionEntryRow = Awaited<ReturnType<typeof entries.executeTakeFirstOrThrow>>;
const entriesOf = hotQuery<{ redemptionId: RedemptionId }, RedemptionEntryRow>(
  entries.where('reward_entries.redemption_id', '=', parameter<RedemptionId>('redemptionId')).orderBy('reward_entries.position'),
);

export const findRedemption = (database: StoreDatabase, id: RedemptionId): RedemptionRow | undefined =>
  byId.first(database, { id });
/** What a customer got, the latest first. */
export const listRedemptions = (
  database: StoreDatabase,
  customerId: CustomerId,
  page: { readonly offset: number; readonly limit: number },
): { total: number; rows: RedemptionRow[] } => ({
  total: total.first(database, { customerId })?.total ?? 0,
  rows: ofCustomer.rows(database, { customerId, ...page }),
});
/** What happened to a redemption, in order; the first is that it was redeemed. */
export const listRedemptionEntries = (database: StoreDatabase, redemptionId: RedemptionId): RedemptionEntryRow[] =>
  entriesOf.rows(database, { redemptionId });

const byPoints = hotQuery<{ pointsEntryId: PointsEntryId }, { id: RedemptionEntryId }>(
  sqlite.selectFrom('reward_entries').select('id').where('points_entry_id', '=', parameter<PointsEntryId>('pointsEntryId')),
);
/** Whether the points were moved by a reward: they go back with it only. */
export const isOfRedemption = (database: StoreDatabase, pointsEntryId: PointsEntryId): boolean =>
  byPoints.first(database, { pointsEntryId }) !== undefined;

export interface RewardTillRow {
  readonly id: RedemptionId;
  readonly at: Instant;
  readonly kind: RedemptionStep;
  readonly name: string;
  readonly cash_cents: Cents;
  readonly method: PaymentMethod;
  readonly customer_id: CustomerId;
  readonly customer_name: string;
  readonly staff_name: string | null;
}
const tillOfDay = hotQuery<{ day: LocalDate }, RewardTillRow>(
  sqlite
    .selectFrom('reward_entries')
    .innerJoin('reward_redemptions', 'reward_redemptions.id', 'reward_entries.redemption_id')
    .innerJoin('customers', 'customers.id', 'reward_redemptions.customer_id')
    .leftJoin('staff', 'staff.id', 'reward_entries.staff_id')
    .select(['reward_redemptions.id', 'reward_entries.at', 'reward_entries.kind', 'reward_redemptions.name'])
    .select(['reward_entries.cash_cents', 'reward_redemptions.method', 'reward_redemptions.customer_id'])
    .select(['customers.name as customer_name', 'staff.name as staff_name'])
    .where('reward_entries.business_date', '=', parameter<LocalDate>('day'))
    .where('reward_entries.cash_cents', '<>', sql<Cents>`0`)
    .where('reward_redemptions.method', 'is not', null)
    .orderBy('reward_entries.at', 'desc')
    .orderBy('reward_entries.id', 'desc')
    .$narrowType<{ method: PaymentMethod }>(),
);
/** Money that came in beside points on a day, or went out again, the latest first. */
export const listRewardTill = (database: StoreDatabase, day: LocalDate): RewardTillRow[] => tillOfDay.rows(database, { day });

export interface RewardTimelineRow extends Omit<RedemptionRow, 'id'> {
  readonly id: RedemptionEntryId;
  readonly redemption_id: RedemptionId;
  readonly kind: RedemptionStep;
  readonly reason: string | null;
  /** What happened last to the redemption. */
  readonly last_kind: RedemptionStep;
}
const timeline = hotQuery<TimelinePage, RewardTimelineRow>(
  sqlite
    .selectFrom('reward_redemptions')
    .innerJoin('reward_entries', 'reward_entries.redemption_id', 'reward_redemptions.id')
    .leftJoin('staff', 'staff.id', 'reward_entries.staff_id')
    .select(['reward_entries.id', 'reward_entries.redemption_id', 'reward_entries.at', 'reward_entries.business_date'])
    .select(['reward_entries.kind', 'reward_entries.reason', 'staff.name as staff_name', 'reward_redemptions.staff_id'])
    .select(['reward_redemptions.customer_id', 'reward_redemptions.reward_id', 'reward_redemptions.name'])
    .select(['reward_redemptions.quantity', 'reward_redemptions.points', 'reward_redemptions.cash_cents'])
    .select('reward_redemptions.method')
    .select(
      sql<RedemptionStep>`(SELECT last.kind FROM reward_entries AS last WHERE last.redemption_id = reward_redemptions.id
        ORDER BY last.position DESC LIMIT 1)`.as('last_kind'),
    )
    .where('reward_redemptions.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('reward_entries.kind', 'in', [sql.lit('redeem' as const), sql.lit('return' as const)])
    .where(sql<boolean>`(reward_entries.at, reward_entries.id) < (@at, @id)`)
    .orderBy('reward_entries.at', 'desc')
    .orderBy('reward_entries.id', 'desc')
    .limit(parameter<number>('limit')),
);
/** What a customer got for points and brought back, newest first. One person has few: they are put in order as they are read. */
export const listTimelineRewards = (database: StoreDatabase, page: TimelinePage): RewardTimelineRow[] =>
  timeline.rows(database, page);

/** The SQL of the reads above, so that their plans can be asserted. */
export const redemptionQueries = {
  redemptionById: byId.sql,
  redemptionsOf: ofCustomer.sql,
  redemptionTotal: total.sql,
  redemptionEntries: entriesOf.sql,
  redemptionOfPoints: byPoints.sql,
  rewardTill: tillOfDay.sql,
  redemptionTimeline: timeline.sql,
};
