import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, GiftId, IncidentId, RewardId, SampleSetId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface GiftsGivenTable {
  id: GiftId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  reason: string;
  /** Beside the pieces; may be empty. */
  what: string;
  /** All of it together. */
  cost_cents: Cents;
  incident_id: IncidentId | null;
  /** Who gave it. */
  staff_id: StaffId | null;
  /** Who wrote it down: it counts in their month. */
  written_by: StaffId | null;
  removed_at: Instant | null;
  /** Of one that began as a set of samples: what the set was called, and as JSON what it held. */
  set_name: string | null;
  set_items: string | null;
}
interface SampleSetsTable {
  id: SampleSetId;
  name: string;
  position: number;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface SampleSetItemsTable {
  set_id: SampleSetId;
  reward_id: RewardId;
  place: number;
  quantity: number;
}
interface GiftItemsTable {
  gift_id: GiftId;
  reward_id: RewardId;
  name: string;
  quantity: number;
  cost_cents: Cents;
}

export interface GiftsTables {
  gifts: GiftsGivenTable;
  gift_items: GiftItemsTable;
  sample_sets: SampleSetsTable;
  sample_set_items: SampleSetItemsTable;
}
