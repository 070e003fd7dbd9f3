import type { AuditKind, AuditOutcome } from '../../../shared/contract/operation.ts';
import type { StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

/** One thing that somebody did, tried or was refused. */
export interface AuditLogTable {
  /** 1, 2, 3, … without a gap. */
  sequence: number;
  at: Instant;
  business_date: LocalDate;
  /** Null while nobody has signed in. */
  staff_id: StaffId | null;
  /** As they were called then. */
  staff_name: string | null;
  kind: AuditKind;
  operation: string;
  outcome: AuditOutcome;
  /** JSON text: ids of the customers concerned. */
  customer_ids: string;
  /** JSON text: counts, amounts, other ids, settings before and after. Nothing that says who a customer is. */
  details: string;
  previous_hash: Uint8Array;
  hash: Uint8Array;
}

/** One row: how many entries there are, and the hash of the last. */
interface AuditHeadTable {
  id: 1;
  count: number;
  hash: Uint8Array;
}

export interface AuditTables {
  audit_log: AuditLogTable;
  audit_head: AuditHeadTable;
}
