import type { Generated } from 'kysely';
import type { Points } from '../../../shared/types/amounts.ts';
import type { PointsFileRefusal } from '../../../shared/domain/loyalty/pointsFile.ts';
import type { CustomerId, PointsEntryId, PointsFileId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

/** A file by which points were added and taken. */
interface PointsFilesTable {
  id: PointsFileId;
  at: Instant;
  business_date: LocalDate;
  file_name: string;
  file_sha256: string;
  reason: string | null;
  staff_id: StaffId | null;
  planned_count: Generated<number>;
  done_count: Generated<number>;
  left_count: Generated<number>;
  back_count: Generated<number>;
  given: Generated<Points>;
  taken: Generated<Points>;
  /** Null while its rows are still being written down. */
  begun_at: Instant | null;
  finished_at: Instant | null;
  undone_at: Instant | null;
}

/** What was confirmed of a row, and what became of it. */
interface PointsFileRowsTable {
  file_id: PointsFileId;
  line: number;
  customer_id: CustomerId;
  points: Points;
  reason: string;
  state: Generated<'planned' | 'done' | 'left' | 'back' | 'kept'>;
  why: PointsFileRefusal | null;
  entry_id: PointsEntryId | null;
}

export interface PointsFilesTables {
  points_files: PointsFilesTable;
  points_file_rows: PointsFileRowsTable;
}
