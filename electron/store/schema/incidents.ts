import type { IncidentSeverity } from '../../../shared/domain/incidents.ts';
import type { CustomerId, IncidentId, StaffId, ThingId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface IncidentsTable {
  id: IncidentId;
  customer_id: CustomerId;
  thing_id: ThingId | null;
  visit_id: VisitId | null;
  at: Instant;
  business_date: LocalDate;
  what: string;
  severity: IncidentSeverity;
  /** What was done about it. */
  action: string | null;
  follow_up_on: LocalDate | null;
  is_private: 0 | 1;
  written_by: StaffId | null;
  /** Null while it is open. */
  closed_on: LocalDate | null;
  closed_by: StaffId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
}

interface IncidentStaffTable {
  incident_id: IncidentId;
  staff_id: StaffId;
}

export interface IncidentsTables {
  incidents: IncidentsTable;
  incident_staff: IncidentStaffTable;
}
