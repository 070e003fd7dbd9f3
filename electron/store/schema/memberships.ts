import type { MembershipCycle, MembershipEntryKind } from '../../../shared/domain/loyalty/memberships.ts';
import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type {
  CouponEntryId,
  CouponId,
  CouponTypeId,
  CustomerId,
  MembershipEntryId,
  MembershipPlanId,
  MembershipTermId,
  PointsEntryId,
  StaffId,
  TierId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface GivenByCycle {
  tier_id: TierId | null;
  every: MembershipCycle;
  every_days: number | null;
  coupon_type_id: CouponTypeId | null;
  coupons: number;
  points: Points;
}

interface MembershipPlansTable extends GivenByCycle {
  id: MembershipPlanId;
  name: string;
  position: number;
  price_cents: Cents;
  months: number;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}

interface MembershipTermsTable extends GivenByCycle {
  id: MembershipTermId;
  customer_id: CustomerId;
  plan_id: MembershipPlanId;
  name: string;
  paid_cents: Cents;
  from_on: LocalDate;
  sold_until_on: LocalDate;
  until_on: LocalDate;
  at: Instant;
  is_void: 0 | 1;
  is_ended: 0 | 1;
  next_cycle: number;
  next_on: LocalDate | null;
}

interface MembershipEntriesTable {
  id: MembershipEntryId;
  term_id: MembershipTermId;
  at: Instant;
  business_date: LocalDate;
  kind: MembershipEntryKind;
  cents: Cents;
  method: PaymentMethod;
  reason: string | null;
  staff_id: StaffId | null;
}

interface MembershipGrantsTable {
  term_id: MembershipTermId;
  cycle: number;
  from_on: LocalDate;
  until_on: LocalDate;
  business_date: LocalDate;
  is_missed: 0 | 1;
  points_entry_id: PointsEntryId | null;
  points_taken_id: PointsEntryId | null;
}

interface MembershipCouponsTable {
  coupon_id: CouponId;
  term_id: MembershipTermId;
  cycle: number;
  void_entry_id: CouponEntryId | null;
}

export interface MembershipTables {
  membership_plans: MembershipPlansTable;
  membership_terms: MembershipTermsTable;
  membership_entries: MembershipEntriesTable;
  membership_grants: MembershipGrantsTable;
  membership_coupons: MembershipCouponsTable;
}
