import type { CardEntryKind, CardValidity } from '../../../shared/domain/loyalty/countCards.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type {
  CountCardChangeId,
  CountCardEntryId,
  CountCardId,
  CountCardTypeId,
  CustomerId,
  ProductId,
  StaffId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

/** What a kind of card says and a card was issued on. */
interface TermsColumns {
  name: string;
  /** Null is a time card. */
  uses: number | null;
  price_cents: Cents;
  valid_count: number | null;
  valid_unit: CardValidity['unit'] | null;
  valid_from: CardValidity['from'] | null;
  /** JSON. */
  scope: string;
  gap_days: number | null;
  freeze_days: number;
}
interface CountCardTypesTable extends TermsColumns {
  id: CountCardTypeId;
  position: number;
  product_id: ProductId | null;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface CountCardsTable extends TermsColumns {
  id: CountCardId;
  customer_id: CustomerId;
  type_id: CountCardTypeId;
  number: string;
  issued_on: LocalDate;
  visit_id: VisitId | null;
}
interface CountCardEntriesTable {
  id: CountCardEntryId;
  card_id: CountCardId;
  position: number;
  at: Instant;
  business_date: LocalDate;
  kind: CardEntryKind;
  uses: number;
  days: number;
  reason: string | null;
  visit_id: VisitId | null;
  line_position: number | null;
  reverses_id: CountCardEntryId | null;
  concerns_id: CountCardEntryId | null;
  change_id: CountCardChangeId | null;
  staff_id: StaffId | null;
}
/** Uses that changed hands: the entry that gave them, and the issue of the card that came of it. */
interface CountCardTransfersTable {
  given_id: CountCardEntryId;
  received_id: CountCardEntryId;
}
/** Cards that can still be used or begun: follows from the ledger. */
interface OpenCountCardsTable {
  card_id: CountCardId;
  issued_on: LocalDate;
  uses_left: number | null;
  worth_cents: Cents;
  from_day: LocalDate;
  last_day: LocalDate;
}

export interface CountCardTables {
  count_card_types: CountCardTypesTable;
  count_cards: CountCardsTable;
  count_card_entries: CountCardEntriesTable;
  count_card_transfers: CountCardTransfersTable;
  open_count_cards: OpenCountCardsTable;
}
