import type { ProofWay } from '../../../shared/domain/wallet/spendingProof.ts';
import type { CustomerId, SpendingPinId, StaffId, VisitId } from '../../../shared/types/ids.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { Instant } from '../../../shared/types/time.ts';

interface SpendingPinsTable {
  id: SpendingPinId;
  customer_id: CustomerId;
  pin_hash: string | null;
  before_hash: string | null;
  changed_at: Instant;
  changed_by: StaffId | null;
  is_taken_back: 0 | 1;
}

/** A trigger refuses every change. */
interface VisitProofsTable {
  visit_id: VisitId;
  way: ProofWay;
  value_cents: Cents;
  /** JSON array of strokes, empty unless signed. */
  strokes: string;
  reason: string | null;
  staff_id: StaffId | null;
}

export interface SpendingPinTables {
  spending_pins: SpendingPinsTable;
  visit_proofs: VisitProofsTable;
}
