import type { BulkEditId, CustomerId, CustomerViewId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Generated } from 'kysely';

type Json = string;

/** A way to look at the customers that the shop has given a name. */
interface CustomerViewsTable {
  id: CustomerViewId;
  name: string;
  filter: Json;
  columns: Json;
  sort: string;
  direction: 'ascending' | 'descending';
  position: number;
  /** Columns drawn narrower or wider than usual, by name. */
  widths: Generated<Json>;
  /** The list opens with this view; at most one. */
  is_default: Generated<0 | 1>;
  created_at: Instant;
  changed_at: Instant;
}
/** Whose cards were opened last. */
interface RecentCustomersTable {
  customer_id: CustomerId;
  opened_at: Instant;
}
/** One change made to many customers at once. */
interface BulkEditsTable {
  id: BulkEditId;
  at: Instant;
  business_date: LocalDate;
  action: Json;
  changed_count: Generated<number>;
  staff_id: StaffId | null;
  /** Null while it runs, and after it was broken off. */
  finished_at: Instant | null;
  undone_at: Instant | null;
  /** How many were left as they are by the undoing, because they had changed since. */
  left_count: number | null;
}
/** What a bulk edit replaced. The row goes when it is put back. */
interface BulkEditRowsTable {
  bulk_edit_id: BulkEditId;
  customer_id: CustomerId;
  before: Json;
}

export interface ListsTables {
  customer_views: CustomerViewsTable;
  recent_customers: RecentCustomersTable;
  bulk_edits: BulkEditsTable;
  bulk_edit_rows: BulkEditRowsTable;
}
