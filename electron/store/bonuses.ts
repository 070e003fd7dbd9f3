import { sql } from 'kysely';
import type { BonusOccasion } from '../../shared/domain/loyalty/bonuses.ts';
import type { BonusId, CouponId, CustomerId, PointsEntryId, StaffId, TierEventId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the shop gave on an occasion: rows are added, never changed (a trigger refuses it). What was taken back is so in its own ledger.

export interface Bonus {
  id: BonusId;
  customerId: CustomerId;
  at: Instant;
  businessDate: LocalDate;
  occasion: BonusOccasion;
  tierEventId: TierEventId | null;
  pointsEntryId: PointsEntryId | null;
  couponId: CouponId | null;
  staffId: StaffId | null;
}

const insert = hotQuery<Bonus>(
  sqlite.insertInto('bonuses').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    occasion: parameter('occasion'),
    tier_event_id: parameter('tierEventId'),
    points_entry_id: parameter('pointsEntryId'),
    coupon_id: parameter('couponId'),
    staff_id: parameter('staffId'),
  }),
);

export const insertBonus = (database: StoreDatabase, bonus: Bonus): void => {
  insert.run(database, bonus);
};

const bonuses = sqlite
  .selectFrom('bonuses')
  .select([
    'id',
    'customer_id as customerId',
    'at',
    'business_date as businessDate',
    'occasion',
    'tier_event_id as tierEventId',
    'points_entry_id as pointsEntryId',
    'coupon_id as couponId',
    'staff_id as staffId',
  ]);

const ofTierEvent = hotQuery<{ eventId: TierEventId }, Bonus>(
  bonuses.where('tier_event_id', '=', parameter<TierEventId>('eventId')),
);

/** What a step of a tier brought. */
export const listBonusesOfStep = (database: StoreDatabase, eventId: TierEventId): Bonus[] =>
  ofTierEvent.rows(database, { eventId });

const byId = hotQuery<{ id: BonusId }, Bonus>(bonuses.where('id', '=', parameter<BonusId>('id')));

export const findBonus = (database: StoreDatabase, id: BonusId): Bonus | undefined => byId.first(database, { id });

interface OfOccasion {
  customerId: CustomerId;
  occasion: BonusOccasion;
  from: LocalDate;
}
const latest = hotQuery<OfOccasion, Bonus>(
  bonuses
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('occasion', '=', parameter<BonusOccasion>('occasion'))
    .where('business_date', '>=', parameter<LocalDate>('from'))
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM points_entries WHERE points_entries.reverses_id = bonuses.points_entry_id)`)
    .orderBy('business_date', 'desc')
    .limit(sql.lit(1)),
);
/** What was given a customer on an occasion from a day on and was not taken back, the latest; undefined for nothing. */
export const findStandingBonus = (database: StoreDatabase, asked: OfOccasion): Bonus | undefined => latest.first(database, asked);

/** The SQL of the reads above, so that their plans can be asserted. */
export const bonusQueries = { ofTierEvent: ofTierEvent.sql, byId: byId.sql, latest: latest.sql };
