import type { PointsEntryKind } from '../../../shared/domain/loyalty/points.ts';
import type { VisitPaymentMethod } from '../../../shared/domain/visits/payments.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, ImportId, PointsEntryId, StaffId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

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

export interface LoyaltyTables {
  points_entries: PointsEntriesTable;
  lapsing_points: LapsingPointsTable;
  visit_payments: VisitPaymentsTable;
}
