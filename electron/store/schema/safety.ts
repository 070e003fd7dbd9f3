import type { PatchTestResult, SafetyKind, Severity, WarningCode } from '../../../shared/domain/safety.ts';
import type {
  ArrivalAlertId,
  CustomerBlockId,
  CustomerId,
  ImportId,
  PatchTestId,
  ProductId,
  SafetyFactId,
  StaffId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Flag } from '../schema.ts';

interface SafetyFactsTable {
  id: SafetyFactId;
  customer_id: CustomerId;
  kind: SafetyKind;
  what: string;
  severity: Severity | null;
  since_on: LocalDate | null;
  ended_on: LocalDate | null;
  source: string | null;
  note: string | null;
  staff_id: StaffId | null;
  /** The import that brought it; null once a person has edited it. */
  import_id: ImportId | null;
  created_at: Instant;
  removed_at: Instant | null;
}
interface PatchTestsTable {
  id: PatchTestId;
  customer_id: CustomerId;
  product_id: ProductId | null;
  what: string;
  result: PatchTestResult;
  done_on: LocalDate;
  valid_days: number | null;
  reading_due_on: LocalDate | null;
  note: string | null;
  staff_id: StaffId | null;
  /** The import that brought it; null once a person has edited it. */
  import_id: ImportId | null;
  created_at: Instant;
  removed_at: Instant | null;
}
interface ArrivalAlertsTable {
  id: ArrivalAlertId;
  customer_id: CustomerId;
  alert: string;
  from_on: LocalDate;
  until_on: LocalDate | null;
  ends_with_visit: Flag;
  /** The visit that ended it. */
  visit_id: VisitId | null;
  staff_id: StaffId | null;
  created_at: Instant;
  dismissed_at: Instant | null;
}
interface CustomerBlocksTable {
  id: CustomerBlockId;
  customer_id: CustomerId;
  reason: string;
  blocked_on: LocalDate;
  blocked_at: Instant;
  blocked_by: StaffId | null;
  lifted_at: Instant | null;
  lifted_by: StaffId | null;
}
interface VisitWarningsTable {
  visit_id: VisitId;
  position: number;
  code: WarningCode;
  subject: string;
  /** Null is the owner. */
  acknowledged_by: StaffId | null;
}

/** What must not go wrong with a customer (X22, X23). */
export interface SafetyTables {
  safety_facts: SafetyFactsTable;
  patch_tests: PatchTestsTable;
  arrival_alerts: ArrivalAlertsTable;
  customer_blocks: CustomerBlocksTable;
  visit_warnings: VisitWarningsTable;
}
