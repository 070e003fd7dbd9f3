import type { Generated } from 'kysely';
import type { CustomerId, MergeId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

type Flag = 0 | 1;
type Json = string;

/** One merge of two customers. A side that was deleted since is null. */
interface MergesTable {
  id: MergeId;
  at: Instant;
  business_date: LocalDate;
  survivor_id: CustomerId | null;
  other_id: CustomerId | null;
  choices: Json;
  staff_id: StaffId | null;
  /** 1 only inside the transaction that moves the rows: it opens the ledger's owner to just these two. */
  is_moving: Generated<Flag>;
  undone_at: Instant | null;
  /** Since when the moves are no longer kept, and the merge can no longer be undone. */
  forgotten_at: Instant | null;
}
/** One value that a merge changed. Values are JSON scalars; `whole_row` is the row before, where it may be edited later. */
interface MergeMovesTable {
  merge_id: MergeId;
  position: number;
  table_name: string;
  row_key: Json;
  column_name: string;
  before: Json;
  after: Json;
  whole_row: Json | null;
}
/** Two customers who may be one; `one_id` is the smaller id. */
interface DuplicatePairsTable {
  one_id: CustomerId;
  other_id: CustomerId;
  score: number;
  reasons: Json;
  found_at: Instant;
  state: 'open' | 'not_duplicate' | 'merged';
  /** Of the fields that count of both: another one means that either has changed. */
  fingerprint: string;
  decided_at: Instant | null;
  staff_id: StaffId | null;
}
interface DuplicateScansTable {
  id: string;
  at: Instant;
  customers: number;
  pairs: number;
  /** Values shared by too many people to compare them pair by pair. */
  crowded: number;
}

export interface MergesTables {
  merges: MergesTable;
  merge_moves: MergeMovesTable;
  duplicate_pairs: DuplicatePairsTable;
  duplicate_scans: DuplicateScansTable;
}
