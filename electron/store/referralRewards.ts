import { sql } from 'kysely';
import type { ReferredPurchase, ReferrerState } from '../../shared/domain/referrals/rewards.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CouponId, CustomerId, PointsEntryId, ReferralRewardId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What was given for bringing somebody (R078, R093): rows are added, never changed. A row that takes one back names it.

export interface ReferralRewardRow {
  readonly id: ReferralRewardId;
  /** Who was brought. */
  readonly customerId: CustomerId;
  readonly referrerId: CustomerId;
  readonly visitId: VisitId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: 'given' | 'taken_back';
  readonly reversesId: ReferralRewardId | null;
  readonly leastCents: Cents;
  readonly referrerState: ReferrerState;
  readonly referrerEntryId: PointsEntryId | null;
  readonly referrerCouponId: CouponId | null;
  readonly newcomerEntryId: PointsEntryId | null;
  readonly newcomerCouponId: CouponId | null;
  readonly staffId: StaffId | null;
}

const insertReward = hotQuery<ReferralRewardRow>(
  sqlite.insertInto('referral_rewards').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    referrer_id: parameter('referrerId'),
    visit_id: parameter('visitId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    reverses_id: parameter('reversesId'),
    least_cents: parameter('leastCents'),
    referrer_state: parameter('referrerState'),
    referrer_entry_id: parameter('referrerEntryId'),
    referrer_coupon_id: parameter('referrerCouponId'),
    newcomer_entry_id: parameter('newcomerEntryId'),
    newcomer_coupon_id: parameter('newcomerCouponId'),
    staff_id: parameter('staffId'),
  }),
);
export const appendReferralReward = (database: StoreDatabase, row: ReferralRewardRow): void => {
  insertReward.run(database, row);
};

const given = sqlite
  .selectFrom('referral_rewards')
  .select([
    'id',
    'customer_id as customerId',
    'referrer_id as referrerId',
    'visit_id as visitId',
    'at',
    'business_date as businessDate',
    'kind',
    'reverses_id as reversesId',
    'least_cents as leastCents',
    'referrer_state as referrerState',
    'referrer_entry_id as referrerEntryId',
    'referrer_coupon_id as referrerCouponId',
    'newcomer_entry_id as newcomerEntryId',
    'newcomer_coupon_id as newcomerCouponId',
    'staff_id as staffId',
  ])
  .where('kind', '=', sql.lit('given' as const));
const stands = sql<boolean>`NOT EXISTS (SELECT 1 FROM referral_rewards AS back WHERE back.reverses_id = referral_rewards.id)`;

const ofNewcomer = hotQuery<{ customerId: CustomerId }, ReferralRewardRow>(
  given.where('customer_id', '=', parameter<CustomerId>('customerId')).where(stands).orderBy('at').orderBy('id'),
);
const ofVisit = hotQuery<{ visitId: VisitId }, ReferralRewardRow>(
  given.where('visit_id', '=', parameter<VisitId>('visitId')).where(stands).orderBy('at').orderBy('id'),
);
const ofReferrer = hotQuery<{ customerId: CustomerId; from: LocalDate; until: LocalDate }, ReferralRewardRow>(
  given
    .where('referrer_id', '=', parameter<CustomerId>('customerId'))
    .where('business_date', '>=', parameter<LocalDate>('from'))
    .where('business_date', '<=', parameter<LocalDate>('until'))
    .where(stands)
    .orderBy('business_date', 'desc')
    .orderBy('id'),
);
const everGiven = hotQuery<{ customerId: CustomerId }, { id: ReferralRewardId }>(
  sqlite
    .selectFrom('referral_rewards')
    .select('id')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .limit(sql.lit(1)),
);

/** What stands for somebody's having been brought: one, but for those who were two customers before a merge. */
export const listRewardsOfNewcomer = (database: StoreDatabase, customerId: CustomerId): ReferralRewardRow[] =>
  ofNewcomer.rows(database, { customerId });
/** What stands by a visit. */
export const listRewardsOfVisit = (database: StoreDatabase, visitId: VisitId): ReferralRewardRow[] =>
  ofVisit.rows(database, { visitId });
/** What stands for those whom somebody brought, by the day of the purchase, the latest first. */
export const listRewardsOfReferrer = (
  database: StoreDatabase,
  customerId: CustomerId,
  between: { readonly from: LocalDate; readonly until: LocalDate },
): ReferralRewardRow[] => ofReferrer.rows(database, { customerId, ...between });
const sharesGiven = hotQuery<{ customerId: CustomerId }, { many: number }>(
  sqlite
    .selectFrom('referral_rewards')
    .select((of) => of.fn.countAll<number>().as('many'))
    .where('referrer_id', '=', parameter<CustomerId>('customerId'))
    .where('kind', '=', sql.lit('given' as const))
    .where('referrer_state', '=', sql.lit('given' as const))
    .where(stands),
);
/** For how many whom somebody brought they got something that stands. */
export const countRewardsOfReferrer = (database: StoreDatabase, customerId: CustomerId): number =>
  sharesGiven.first(database, { customerId })?.many ?? 0;
/** Whether anything was ever given for somebody's having been brought, also if it was taken back. */
export const wasEverRewarded = (database: StoreDatabase, customerId: CustomerId): boolean =>
  everGiven.first(database, { customerId }) !== undefined;

/** What a purchase came to without what came back, and its day; and which visits are purchases that stand. */
export const purchaseNet = `visits.id AS visitId, visits.business_date AS "on", visits.total_cents + ifnull((
    SELECT sum(visit_lines.amount_cents) FROM visits AS few JOIN visit_lines ON visit_lines.visit_id = few.id
    WHERE few.returns_visit_id = visits.id AND few.undone_at IS NULL AND visit_lines.returns_position IS NOT NULL), 0) AS netCents`;
export const standingPurchase =
  'visits.undone_at IS NULL AND visits.customer_id IS NOT NULL AND visits.is_purchase = 1 AND visits.returns_visit_id IS NULL';
const purchasesText = `SELECT ${purchaseNet} FROM visits WHERE visits.customer_id = @customerId AND ${standingPurchase}
  ORDER BY visits.business_date, visits.at, visits.id`;
const purchaseText = `SELECT ${purchaseNet} FROM visits WHERE visits.id = @visitId AND ${standingPurchase}`;

/** Everything a customer bought, the earliest first, each without what came back of it; undone visits and returns are none. */
export const listReferredPurchases = (database: StoreDatabase, customerId: CustomerId): ReferredPurchase[] =>
  plainRows(database, purchasesText, { customerId });
/** One of these; undefined where it does not stand. */
export const findReferredPurchase = (database: StoreDatabase, visitId: VisitId): ReferredPurchase | undefined =>
  plainRows<ReferredPurchase>(database, purchaseText, { visitId })[0];

/** The SQL of the reads above, so that their plans can be asserted. */
export const referralRewardQueries = {
  rewardsOfNewcomer: ofNewcomer.sql,
  rewardsOfVisit: ofVisit.sql,
  rewardsOfReferrer: ofReferrer.sql,
  everGiven: everGiven.sql,
  sharesGiven: sharesGiven.sql,
  referredPurchases: purchasesText,
  referredPurchase: purchaseText,
};
