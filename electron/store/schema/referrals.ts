import type { ReferrerState } from '../../../shared/domain/referrals/rewards.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type {
  CouponId,
  CustomerId,
  PointsEntryId,
  ReferralEventId,
  ReferralRewardId,
  StaffId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface ReferralEventsTable {
  id: ReferralEventId;
  customer_id: CustomerId;
  referrer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: 'named' | 'dropped';
  staff_id: StaffId | null;
}

interface ReferralRewardsTable {
  id: ReferralRewardId;
  customer_id: CustomerId;
  referrer_id: CustomerId;
  visit_id: VisitId;
  at: Instant;
  business_date: LocalDate;
  kind: 'given' | 'taken_back';
  reverses_id: ReferralRewardId | null;
  least_cents: Cents;
  referrer_state: ReferrerState;
  referrer_entry_id: PointsEntryId | null;
  referrer_coupon_id: CouponId | null;
  newcomer_entry_id: PointsEntryId | null;
  newcomer_coupon_id: CouponId | null;
  staff_id: StaffId | null;
}

interface ReferralCodesTable {
  code: string;
  customer_id: CustomerId;
  at: Instant;
  staff_id: StaffId | null;
}

export interface ReferralsTables {
  referral_codes: ReferralCodesTable;
  referral_rewards: ReferralRewardsTable;
  referral_events: ReferralEventsTable;
}
