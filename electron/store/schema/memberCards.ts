import type { MemberCardEventKind } from '../../../shared/domain/wallet/memberCards.ts';
import type { CustomerId, MemberCardBatchId, MemberCardEventId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

/** A trigger refuses every change. */
interface MemberCardEventsTable {
  id: MemberCardEventId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: MemberCardEventKind;
  card_no: string;
  former_no: string | null;
  reason: string | null;
  reverses_id: MemberCardEventId | null;
  staff_id: StaffId | null;
}

interface MemberCardBatchesTable {
  id: MemberCardBatchId;
  name: string;
  position: number;
  prefix: string;
  first: string;
  last: string;
  has_check_digit: 0 | 1;
  created_at: Instant;
  changed_at: Instant;
}

export interface MemberCardTables {
  member_card_events: MemberCardEventsTable;
  member_card_batches: MemberCardBatchesTable;
}
