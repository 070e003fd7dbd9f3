import type { PendingKind } from '../../../shared/domain/loyalty/pending.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, PendingPointsId, PointsEntryId, StaffId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface PendingPointsEntriesTable {
  id: PendingPointsId;
  customer_id: CustomerId;
  lot_id: PendingPointsId;
  at: Instant;
  business_date: LocalDate;
  kind: PendingKind;
  points: Points;
  ready_on: LocalDate | null;
  visit_id: VisitId | null;
  reverses_id: PendingPointsId | null;
  points_entry_id: PointsEntryId | null;
  staff_id: StaffId | null;
}
/** Lots with something left: follows from the ledger. */
interface OpenPendingPointsTable {
  lot_id: PendingPointsId;
  ready_on: LocalDate;
  remaining: Points;
}

export interface PendingPointsTables {
  pending_points_entries: PendingPointsEntriesTable;
  open_pending_points: OpenPendingPointsTable;
}
