import type { StampCount, StampEntryKind } from '../../../shared/domain/loyalty/stamps.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type {
  CouponId,
  CouponTypeId,
  CustomerId,
  PointsEntryId,
  StaffId,
  StampCardId,
  StampEntryId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface StampCardsTable {
  id: StampCardId;
  name: string;
  position: number;
  per: StampCount;
  least_cents: Cents;
  /** JSON. */
  scope: string;
  needed: number;
  points: Points;
  coupon_type_id: CouponTypeId | null;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface StampEntriesTable {
  id: StampEntryId;
  customer_id: CustomerId;
  card_id: StampCardId;
  at: Instant;
  business_date: LocalDate;
  kind: StampEntryKind;
  stamps: number;
  reason: string | null;
  visit_id: VisitId | null;
  /** JSON. */
  counted: string | null;
  reverses_id: StampEntryId | null;
  concerns_id: StampEntryId | null;
  points_entry_id: PointsEntryId | null;
  coupon_id: CouponId | null;
  staff_id: StaffId | null;
}

export interface StampsTables {
  stamp_cards: StampCardsTable;
  stamp_entries: StampEntriesTable;
}
