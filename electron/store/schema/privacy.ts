import type { Generated } from 'kysely';
import type { ConsentPurpose, ConsentWay } from '../../../shared/domain/privacy/consents.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { AcknowledgementId, ConsentId, CustomerId, ErasureId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

export interface PrivacyTables {
  consents: {
    id: ConsentId;
    customer_id: CustomerId;
    purpose: ConsentPurpose;
    state: 'given' | 'withdrawn';
    on_date: LocalDate;
    way: ConsentWay;
    wording_version: number;
    note: string | null;
    at: Instant;
    staff_id: StaffId | null;
    /** What the card's own fields said before; null where they have no part in it. */
    before: string | null;
    undone_at: Generated<Instant | null>;
  };
  erasures: { id: ErasureId; at: Instant; business_date: LocalDate; staff_id: StaffId | null };
  /** By their ids alone; a restored copy is cleared of them again. */
  erased_customers: { customer_id: CustomerId; erasure_id: ErasureId | null };
  /** What people who were deleted for good had spent, a month a row. */
  anonymous_sums: { month: string; visit_count: number; spend_cents: Cents; cost_cents: Cents };
  training_acknowledgements: {
    id: AcknowledgementId;
    staff_id: StaffId | null;
    version: number;
    on_date: LocalDate;
    at: Instant;
  };
}
