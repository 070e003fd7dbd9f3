import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import type { StoredValueKind } from '../../../shared/domain/storedValue/purse.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type {
  CustomerId,
  GiftPartId,
  ImportId,
  StaffId,
  StoredValueEntryId,
  StoredValueRuleId,
  StoredValueTransferId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

/** What is given on top of a top-up, from so much on. */
interface StoredValueRulesTable {
  id: StoredValueRuleId;
  name: string;
  position: number;
  from_cents: Cents;
  gift_kind: 'amount' | 'percent';
  /** Cents, or basis points. */
  gift: number;
  is_repeated: 0 | 1;
  /** Over how many months the gift comes; 1 is at once. */
  months: number;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface StoredValueEntriesTable {
  id: StoredValueEntryId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: StoredValueKind;
  principal_cents: Cents;
  gift_cents: Cents;
  /** How the money came, or went out again. */
  method: PaymentMethod | null;
  reason: string | null;
  visit_id: VisitId | null;
  reverses_id: StoredValueEntryId | null;
  /** The spending a return gives back to. */
  concerns_id: StoredValueEntryId | null;
  staff_id: StaffId | null;
  import_id: ImportId | null;
  /** Of what somebody else gave: when it came in first. */
  came_on: LocalDate | null;
}
/** Entries of two ledgers that changed hands together; a trigger refuses every change. */
interface StoredValueTransfersTable {
  entry_id: StoredValueEntryId;
  transfer_id: StoredValueTransferId;
}
/** What is left of what came in when: follows from the ledger. */
interface StoredValueLotsTable {
  entry_id: StoredValueEntryId;
  customer_id: CustomerId;
  principal_cents: Cents;
  gift_cents: Cents;
  came_on: LocalDate;
}
/** The sum of a customer's ledger; no row for who never had any. */
interface StoredValueBalancesTable {
  customer_id: CustomerId;
  principal_cents: Cents;
  gift_cents: Cents;
  total_cents: Cents;
}

/** What of the gift of a top-up comes later: until it is given by an entry, or stopped by one. */
interface StoredGiftPartsTable {
  id: GiftPartId;
  customer_id: CustomerId;
  top_up_id: StoredValueEntryId;
  due_on: LocalDate;
  cents: Cents;
  reason: string;
  given_by: StoredValueEntryId | null;
  stopped_by: StoredValueEntryId | null;
}

export interface StoredValueTables {
  stored_value_rules: StoredValueRulesTable;
  stored_value_entries: StoredValueEntriesTable;
  stored_value_transfers: StoredValueTransfersTable;
  stored_gift_parts: StoredGiftPartsTable;
  stored_value_lots: StoredValueLotsTable;
  stored_value_balances: StoredValueBalancesTable;
}
