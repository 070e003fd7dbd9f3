import type { CustomerId, OwnSegmentId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface OwnSegmentsTable {
  id: OwnSegmentId;
  name: string;
  note: string;
  /** JSON: the tree of conditions as the contract has it. */
  tree: string;
  kind: 'live' | 'static';
  frozen_on: LocalDate | null;
  position: number;
  changed_on: LocalDate;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
  removed_at: Instant | null;
}

interface OwnSegmentMembersTable {
  segment_id: OwnSegmentId;
  customer_id: CustomerId;
}

export interface OwnSegmentTables {
  own_segments: OwnSegmentsTable;
  own_segment_members: OwnSegmentMembersTable;
}
