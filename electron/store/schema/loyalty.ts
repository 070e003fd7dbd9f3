import type { BonusOccasion } from '../../../shared/domain/loyalty/bonuses.ts';
import type { GrowthEntryKind } from '../../../shared/domain/loyalty/growth.ts';
import type { PointsEntryKind } from '../../../shared/domain/loyalty/points.ts';
import type { TierEventKind } from '../../../shared/domain/loyalty/tiers.ts';
import type { VisitPaymentMethod } from '../../../shared/domain/visits/payments.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type {
  BonusId,
  GrowthEntryId,
  CouponId,
  CouponTypeId,
  CustomerId,
  EarningRuleId,
  ImportId,
  PointsEntryId,
  ProductId,
  StaffId,
  TierEventId,
  TierId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Flag } from '../schema.ts';

interface PointsEntriesTable {
  id: PointsEntryId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: PointsEntryKind;
  points: Points;
  reason: string | null;
  visit_id: VisitId | null;
  reverses_id: PointsEntryId | null;
  /** The lot an expiry ends, the earning a return takes back from, or the spending it gives back to. */
  concerns_id: PointsEntryId | null;
  /** The last day on which points that came in count. */
  expires_on: LocalDate | null;
  /** Or so many months without a purchase. */
  idle_months: number | null;
  staff_id: StaffId | null;
  import_id: ImportId | null;
}
/** Lots that lapse and have something left: follows from the ledger and the last purchase. */
interface LapsingPointsTable {
  entry_id: PointsEntryId;
  customer_id: CustomerId;
  remaining: Points;
  last_day: LocalDate;
}
interface VisitPaymentsTable {
  visit_id: VisitId;
  method: VisitPaymentMethod;
  /** Negative where a return gives something back. */
  cents: Cents;
  /** Only of what was paid with points. */
  points: Points | null;
  /** Only of what stored value paid: how much of it was gift. */
  gift_cents: Cents | null;
}

interface EarningRulesTable {
  id: EarningRuleId;
  name: string;
  /** Of the usual points. */
  percent: number;
  product_id: ProductId | null;
  category: string | null;
  /** JSON arrays of numbers: 1 Monday to 7 Sunday, 1 to 31; empty is every day. */
  weekdays: string;
  month_days: string;
  from_on: LocalDate | null;
  until_on: LocalDate | null;
  /** Days before and after a birthday. */
  birthday_days: number | null;
  position: number;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface TiersTable {
  id: TierId;
  name: string;
  /** The lowest first. */
  position: number;
  /** In cents, points or days with a purchase, as the shop's settings say. */
  threshold: number;
  /** Null: as much as the threshold. */
  keep_threshold: number | null;
  /** Off the price of whatever has no price of its own for the tier. */
  discount_basis_points: number;
  /** Of the points others earn. */
  earn_percent: number;
  /** Whether they may buy what is new before its public day. */
  buys_early: Flag;
  /** What the step up to it brings by trade (X63). */
  gift_points: Points;
  gift_coupon_type_id: CouponTypeId | null;
  /** JSON array of what else the tier brings, in words. */
  perks: string;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface TierPricesTable {
  tier_id: TierId;
  product_id: ProductId;
  price_cents: Cents;
}
interface TierEventsTable {
  id: TierEventId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: TierEventKind;
  /** Null is no tier. */
  tier_id: TierId | null;
  from_tier_id: TierId | null;
  /** The last day of the term; null when it has no end. */
  until_on: LocalDate | null;
  /** Of one set by hand: whether it stays as it is whatever is spent. */
  is_fixed: Flag;
  /** What was counted that day. */
  qualifying: number | null;
  reason: string | null;
  staff_id: StaffId | null;
}
/** Which tier a customer has: follows from the events. */
interface CustomerTiersTable {
  customer_id: CustomerId;
  tier_id: TierId;
  since_on: LocalDate;
  until_on: LocalDate | null;
  is_fixed: Flag;
}
/** What the shop gave on an occasion, in points or as a coupon. */
interface BonusesTable {
  id: BonusId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  occasion: BonusOccasion;
  tier_event_id: TierEventId | null;
  points_entry_id: PointsEntryId | null;
  coupon_id: CouponId | null;
  staff_id: StaffId | null;
}
/** Growth counts towards tiers, apart from points (X63). */
interface GrowthEntriesTable {
  id: GrowthEntryId;
  customer_id: CustomerId;
  at: Instant;
  /** The day on which it counts: of what goes back with a return that of the sale. */
  business_date: LocalDate;
  kind: GrowthEntryKind;
  growth: number;
  is_first_of_day: Flag;
  visit_id: VisitId;
  reverses_id: GrowthEntryId | null;
  /** What a return takes back from. */
  concerns_id: GrowthEntryId | null;
  staff_id: StaffId | null;
}
/** How far the run over everyone has come, after tiers were changed; no row: none is under way. */
interface TierRunTable {
  id: 1;
  after_customer_id: string;
}

export interface LoyaltyTables {
  earning_rules: EarningRulesTable;
  tiers: TiersTable;
  tier_prices: TierPricesTable;
  tier_events: TierEventsTable;
  customer_tiers: CustomerTiersTable;
  bonuses: BonusesTable;
  growth_entries: GrowthEntriesTable;
  tier_run: TierRunTable;
  points_entries: PointsEntriesTable;
  lapsing_points: LapsingPointsTable;
  visit_payments: VisitPaymentsTable;
}
