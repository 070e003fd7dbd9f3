import type { Generated } from 'kysely';
import type { CouponEntryKind } from '../../../shared/domain/coupons/ledger.ts';
import type { CouponOccasion } from '../../../shared/domain/coupons/terms.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type {
  BulkEditId,
  CouponEntryId,
  CouponId,
  CouponTypeId,
  CustomerId,
  DiscountCodeId,
  StaffId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface CouponTypesTable {
  id: CouponTypeId;
  name: string;
  position: number;
  occasion: CouponOccasion;
  /** JSON of CouponTerms. */
  terms: string;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface DiscountCodesTable {
  id: DiscountCodeId;
  code: string;
  note: string;
  terms: string;
  total_uses: number | null;
  uses_per_person: number | null;
  from_on: LocalDate | null;
  until_on: LocalDate | null;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface CouponsTable {
  id: CouponId;
  customer_id: CustomerId;
  number: string;
  type_id: CouponTypeId;
  /** What it was called and on what terms, when it was issued. */
  name: string;
  terms: string;
  occasion: CouponOccasion;
  occasion_year: number | null;
  at: Instant;
  business_date: LocalDate;
  from_on: LocalDate | null;
  expires_on: LocalDate | null;
  reason: string | null;
  visit_id: VisitId | null;
  /** The bulk edit that it was issued with to many at once. */
  batch_id: BulkEditId | null;
  staff_id: StaffId | null;
  /** Kept by the ledger: the sum of its entries. */
  uses_left: Generated<number>;
}
/** What happened to the coupons of a type on a day; kept by the ledger. */
interface CouponDaysTable {
  type_id: CouponTypeId;
  business_date: LocalDate;
  issued: number;
  used: number;
  cents: Cents;
}
interface CouponEntriesTable {
  id: CouponEntryId;
  coupon_id: CouponId;
  at: Instant;
  business_date: LocalDate;
  kind: CouponEntryKind;
  uses: number;
  cents: Generated<Cents>;
  shares: Generated<string>;
  reason: string | null;
  visit_id: VisitId | null;
  reverses_id: CouponEntryId | null;
  concerns_id: CouponEntryId | null;
  staff_id: StaffId | null;
}
/** A coupon that went on with somebody else. */
interface CouponTransfersTable {
  given_id: CouponEntryId;
  received_id: CouponId;
}
interface DiscountCodeUsesTable {
  id: CouponEntryId;
  code_id: DiscountCodeId;
  at: Instant;
  business_date: LocalDate;
  kind: 'redeem' | 'return' | 'reverse';
  uses: number;
  cents: Cents;
  shares: Generated<string>;
  visit_id: VisitId;
  reverses_id: CouponEntryId | null;
  concerns_id: CouponEntryId | null;
  staff_id: StaffId | null;
}

export interface CouponsTables {
  coupon_types: CouponTypesTable;
  discount_codes: DiscountCodesTable;
  coupons: CouponsTable;
  coupon_entries: CouponEntriesTable;
  coupon_transfers: CouponTransfersTable;
  coupon_days: CouponDaysTable;
  discount_code_uses: DiscountCodeUsesTable;
}
