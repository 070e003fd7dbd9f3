import type { CustomerId, HandoverId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

export interface FieldVerificationsTable {
  customer_id: CustomerId;
  field: string;
  verified_on: LocalDate;
  source: 'confirmed' | 'edited';
}
export interface HandoversTable {
  id: HandoverId;
  at: Instant;
  business_date: LocalDate;
  from_staff_id: StaffId | null;
  to_staff_id: StaffId | null;
  note: string | null;
  staff_id: StaffId | null;
  undone_at: Instant | null;
}
/** Whom a handover moved; `at` is the handover's. */
export interface HandoverCustomersTable {
  customer_id: CustomerId;
  at: Instant;
  handover_id: HandoverId;
  read_at: Instant | null;
}

/** Tables of the contact card's own data. */
export interface CardTables {
  field_verifications: FieldVerificationsTable;
  handovers: HandoversTable;
  handover_customers: HandoverCustomersTable;
}
