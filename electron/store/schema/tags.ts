import type { Generated } from 'kysely';
import type { TagKind, TagSource } from '../../../shared/contract/tags.ts';
import type { CustomerId, ImportId, StaffId, TagChangeId, TagGroupId, TagId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Flag } from '../schema.ts';

export interface TagGroupsTable {
  id: TagGroupId;
  name: string;
  kind: Generated<TagKind>;
  position: number;
  is_exclusive: Generated<Flag>;
  archived_at: Instant | null;
}
/** `customer_count` is kept by triggers on `customer_tags`; it counts people in the bin too. */
export interface TagsTable {
  id: TagId;
  group_id: TagGroupId;
  name: string;
  position: number;
  customer_count: Generated<number>;
  archived_at: Instant | null;
}
export interface CustomerTagsTable {
  customer_id: CustomerId;
  tag_id: TagId;
  source: TagSource;
  tagged_on: LocalDate;
  staff_id: StaffId | null;
  import_id: ImportId | null;
}
/** How the library was before a change, as JSON; the two tags of a merge. */
interface TagChangesTable {
  id: TagChangeId;
  at: Instant;
  before: string;
  merged_from: TagId | null;
  merged_into: TagId | null;
  staff_id: StaffId | null;
  undone_at: Instant | null;
}
/** Who bore the tag that was merged into another, and how they came by it. */
interface TagChangeBearersTable extends Omit<CustomerTagsTable, 'tag_id'> {
  change_id: TagChangeId;
  had_both: Flag;
}
/** Who had a tag that gave way to another of an exclusive group. */
interface TagChangeDroppedTable extends CustomerTagsTable {
  change_id: TagChangeId;
}

export interface TagTables {
  tag_groups: TagGroupsTable;
  tags: TagsTable;
  customer_tags: CustomerTagsTable;
  tag_changes: TagChangesTable;
  tag_change_bearers: TagChangeBearersTable;
  tag_change_dropped: TagChangeDroppedTable;
}
