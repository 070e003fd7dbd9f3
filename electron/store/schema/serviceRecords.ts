import type { CustomerId, RecordTypeId, ServiceRecordId, StaffId, ThingId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface RecordTypesTable {
  id: RecordTypeId;
  name: string;
  position: number;
  is_private: 0 | 1;
  /** JSON array of the fields (RecordField). */
  fields: string;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}

interface ServiceRecordsTable {
  id: ServiceRecordId;
  customer_id: CustomerId;
  type_id: RecordTypeId;
  type_name: string;
  thing_id: ThingId | null;
  visit_id: VisitId | null;
  at: Instant;
  business_date: LocalDate;
  /** JSON array of the values with their words (RecordEntry). */
  entries: string;
  note: string | null;
  /** Who did it. */
  staff_id: StaffId | null;
  /** Who wrote or last changed it. */
  written_by: StaffId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
}

export interface ServiceRecordsTables {
  record_types: RecordTypesTable;
  service_records: ServiceRecordsTable;
}
