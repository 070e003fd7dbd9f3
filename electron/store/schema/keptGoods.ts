import type { KeptKind } from '../../../shared/domain/keptGoods/ledger.ts';
import type { Quantity } from '../../../shared/types/amounts.ts';
import type { CustomerId, KeptEntryId, KeptGoodId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

/** What a customer left with the shop. */
interface KeptGoodsTable {
  id: KeptGoodId;
  customer_id: CustomerId;
  name: string;
  /** Bought here and left; else it is the customer's own. */
  is_bought: 0 | 1;
  /** Where it stands in the shop. */
  place: string | null;
  expires_on: LocalDate | null;
  note: string | null;
  kept_on: LocalDate;
  /** What is left, in thousandths: the sum of its movements. */
  left_quantity: Quantity;
  created_at: Instant;
  changed_at: Instant;
}
interface KeptEntriesTable {
  id: KeptEntryId;
  kept_id: KeptGoodId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: KeptKind;
  quantity: Quantity;
  reason: string | null;
  reverses_id: KeptEntryId | null;
  staff_id: StaffId | null;
}

export interface KeptGoodsTables {
  kept_goods: KeptGoodsTable;
  kept_entries: KeptEntriesTable;
}
