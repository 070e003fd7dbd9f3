import type { ExportId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant } from '../../../shared/types/time.ts';

/** One file that left the shop. */
interface ExportsTable {
  id: ExportId;
  at: Instant;
  kind: 'customers' | 'purchases' | 'labels' | 'person' | 'statement';
  format: string;
  row_count: number;
  /** JSON text: headings of the file's columns. */
  columns: string;
  file_name: string;
  staff_id: StaffId | null;
}

export interface ExportsTables {
  exports: ExportsTable;
}
