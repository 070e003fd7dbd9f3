import type { ProofWay, SpendingAway } from '../../../shared/domain/wallet/spendingProof.ts';
import type { CustomerId, SpendingPinId, SpendingProofId, StaffId, VisitId } from '../../../shared/types/ids.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

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

/** Proofs away from a visit; a trigger refuses every change but the move of a merge. */
interface SpendingProofsTable {
  id: SpendingProofId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  spending: SpendingAway;
  way: ProofWay;
  value_cents: Cents;
  strokes: string;
  reason: string | null;
  staff_id: StaffId | null;
}

export interface SpendingPinTables {
  spending_proofs: SpendingProofsTable;
  spending_pins: SpendingPinsTable;
  visit_proofs: VisitProofsTable;
}
