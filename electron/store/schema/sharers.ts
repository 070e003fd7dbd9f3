import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, PointsEntryId, SharerId, StaffId, StoredValueEntryId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

/** Who may use somebody else's purse and cards; one row a pair that stands. */
interface SharersTable {
  id: SharerId;
  /** Whose they are. */
  customer_id: CustomerId;
  /** Who may use them. */
  other_id: CustomerId;
  may_spend_stored: 0 | 1;
  may_use_cards: 0 | 1;
  month_cents: Cents | null;
  visit_cents: Cents | null;
  note: string;
  since_on: LocalDate;
  ended_on: LocalDate | null;
  at: Instant;
  staff_id: StaffId | null;
}

/** Visits that moved something in the purse of somebody else. */
interface SharedSpendingsTable {
  visit_id: VisitId;
  /** Null once whose purse it was is erased. */
  entry_id: StoredValueEntryId | null;
}

/** Entries of somebody else's points that a visit brought about: of whoever's purse paid for it. */
interface SharedEarningsTable {
  entry_id: PointsEntryId;
  visit_id: VisitId;
}

export interface SharerTables {
  sharers: SharersTable;
  shared_spendings: SharedSpendingsTable;
  shared_earnings: SharedEarningsTable;
}
