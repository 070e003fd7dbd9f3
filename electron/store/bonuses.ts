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

/** The SQL of the reads above, so that their plans can be asserted. */
export const bonusQueries = { ofTierEvent: ofTierEvent.sql };
