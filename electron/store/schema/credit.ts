import type { CreditKind } from '../../../shared/domain/credit/ledger.ts';
import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CreditEntryId, CustomerId, StaffId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface CreditEntriesTable {
  id: CreditEntryId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: CreditKind;
  /** Above nothing the debt grows by it. */
  cents: Cents;
  due_on: LocalDate | null;
  /** How the money came. */
  method: PaymentMethod | null;
  reason: string | null;
  visit_id: VisitId | null;
  reverses_id: CreditEntryId | null;
  /** The charge that a return takes off. */
  concerns_id: CreditEntryId | null;
  staff_id: StaffId | null;
}
/** What is set for one customer. */
interface CreditTermsTable {
  customer_id: CustomerId;
  limit_cents: Cents | null;
  term_days: number | null;
}
/** Charges of which something is owed: follows from the ledger. */
interface CreditOpenChargesTable {
  entry_id: CreditEntryId;
  customer_id: CustomerId;
  open_cents: Cents;
  due_on: LocalDate;
}
/** The sum of a customer's ledger; no row for who never had any. */
interface CreditDebtsTable {
  customer_id: CustomerId;
  owed_cents: Cents;
}

export interface CreditTables {
  credit_entries: CreditEntriesTable;
  credit_terms: CreditTermsTable;
  credit_open_charges: CreditOpenChargesTable;
  credit_debts: CreditDebtsTable;
}
