import type { Generated } from 'kysely';
import type { CustomerId, ImportId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant } from '../../../shared/types/time.ts';

/** JSON text. */
type Json = string;

export interface ImportsTables {
  imports: ImportsTable;
  import_rejected_rows: ImportRejectedRowsTable;
  import_mappings: ImportMappingsTable;
  import_additions: ImportAdditionsTable;
}

export interface ImportsTable {
  id: ImportId;
  at: Instant;
  file_name: string;
  file_sha256: string;
  form: 'purchases' | 'customers';
  mapping: Json;
  counts: Json;
  /** Names of the file's columns, in its order. */
  columns: Json;
  staff_id: StaffId | null;
  undone_at: Instant | null;
  /** Both ways take many transactions; what a stop leaves unfinished is taken back. */
  state: Generated<'committing' | 'finished' | 'undoing'>;
  /** The highest plain number the file gives; nobody else gets one up to it while it comes in. */
  highest_number: number | null;
}

interface ImportRejectedRowsTable {
  import_id: ImportId;
  line: number;
  column_name: string | null;
  code: string;
  value: string;
  /** The row's cells, those of secret columns blank. */
  cells: Json;
}

/** What was chosen for the last file with one header, by the header's hash. */
interface ImportMappingsTable {
  signature: string;
  form: 'purchases' | 'customers';
  mapping: Json;
  choices: Json;
  used_at: Instant;
}

/**
 * A row that an import added to somebody who was here before, or to the shop's library; `value` is what it said, to see whether it has
 * been changed since.
 */
interface ImportAdditionsTable {
  import_id: ImportId;
  kind: 'contact_method' | 'tag' | 'tag_group' | 'custom_field' | 'custom_value' | 'thing_values' | 'expiring_period';
  row_id: string;
  customer_id: CustomerId | null;
  value: string;
}
