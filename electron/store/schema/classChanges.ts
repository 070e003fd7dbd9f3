import type { ActivityClass, Lifecycle, Rfm8Segment, RfmSegment, ValueClass } from '../../../shared/domain/segments/names.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';

/** The groups somebody was in from a day on; all null from the day on which they were in none any more. */
export interface ClassChangesTable {
  customer_id: CustomerId;
  on_date: LocalDate;
  rfm: RfmSegment | null;
  rfm8: Rfm8Segment | null;
  value: ValueClass | null;
  activity: ActivityClass | null;
  is_dormant: 0 | 1 | null;
  lifecycle: Lifecycle | null;
}

export interface ClassChangeTables {
  class_changes: ClassChangesTable;
}
