import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import type { ValueCardEntryKind, ValueCardKind } from '../../../shared/domain/valueCards/cards.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, StaffId, ValueCardEntryId, ValueCardId, ValueCardTypeId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface ValueCardTypesTable {
  id: ValueCardTypeId;
  name: string;
  position: number;
  kind: ValueCardKind;
  /** JSON. */
  scope: string;
  /** JSON. */
  faces: string;
  valid_days: number | null;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface ValueCardsTable {
  id: ValueCardId;
  type_id: ValueCardTypeId;
  kind: ValueCardKind;
  code: string | null;
  code_end: string | null;
  customer_id: CustomerId | null;
  name: string;
  /** JSON. */
  scope: string;
  face_cents: Cents;
  paid_cents: Cents;
  at: Instant;
  issued_on: LocalDate;
  valid_until: LocalDate | null;
  left_cents: Cents;
  voided_at: Instant | null;
}
interface ValueCardOwnersTable {
  card_id: ValueCardId;
  customer_id: CustomerId;
  visit_id: VisitId | null;
}
interface ValueCardEntriesTable {
  id: ValueCardEntryId;
  card_id: ValueCardId;
  at: Instant;
  business_date: LocalDate;
  kind: ValueCardEntryKind;
  cents: Cents;
  method: PaymentMethod | null;
  paid_cents: Cents | null;
  reason: string | null;
  visit_id: VisitId | null;
  line_position: number | null;
  reverses_id: ValueCardEntryId | null;
  concerns_id: ValueCardEntryId | null;
  staff_id: StaffId | null;
}

export interface ValueCardsTables {
  value_card_types: ValueCardTypesTable;
  value_cards: ValueCardsTable;
  value_card_owners: ValueCardOwnersTable;
  value_card_entries: ValueCardEntriesTable;
}
