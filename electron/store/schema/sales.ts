import type { Generated } from 'kysely';
import type { Cents, Points, Quantity } from '../../../shared/types/amounts.ts';
import type {
  CustomerId,
  DeferredItemId,
  EarningRuleId,
  ImportId,
  OrderId,
  ParkedVisitId,
  ProductId,
  StaffId,
  ThingId,
  VisitId,
  VisitLineId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Flag } from '../schema.ts';

export interface VisitsTable {
  id: VisitId;
  /** Null is a walk-in. */
  customer_id: CustomerId | null;
  at: Instant;
  business_date: LocalDate;
  receipt_number: string | null;
  staff_id: StaffId | null;
  note: string | null;
  is_purchase: Flag;
  total_cents: Cents;
  cost_cents: Cents | null;
  item_quantity: Quantity;
  discount_cents: Generated<Cents>;
  discount_reason: string | null;
  points_earned: Points;
  satisfaction: number | null;
  returns_visit_id: VisitId | null;
  /** The order that was handed over with it. */
  order_id: OrderId | null;
  claimed_at: Instant | null;
  import_id: ImportId | null;
  undone_at: Instant | null;
}

export interface VisitLinesTable {
  visit_id: VisitId;
  position: number;
  id: VisitLineId;
  product_id: ProductId | null;
  name: string;
  quantity: Quantity;
  unit_price_cents: Cents | null;
  amount_cents: Cents;
  cost_cents: Cents | null;
  /** Who did this line, when it was not who served the visit. */
  staff_id: StaffId | null;
  thing_id: ThingId | null;
  discount_cents: Generated<Cents>;
  share_cents: Generated<Cents>;
  is_requested: Flag | null;
  /** Which line of the visit it is a return of. */
  returns_position: number | null;
  /** What it earned, below zero where a return took it back; null is not known line by line. */
  points_earned: Points | null;
  earning_rule_id: EarningRuleId | null;
  serial_number: string | null;
  specification: string | null;
  started_at: Instant | null;
  stopped_at: Instant | null;
}

/** Who else did a line. */
export interface VisitLineHelpersTable {
  visit_id: VisitId;
  position: number;
  place: number;
  staff_id: StaffId;
  is_requested: Flag | null;
}

export interface DailyNumbersTable {
  kind: 'receipt' | 'order' | 'count_card';
  business_date: LocalDate;
  last: number;
}

export interface ParkedVisitsTable {
  id: ParkedVisitId;
  customer_id: CustomerId | null;
  label: string;
  draft: string;
  parked_at: Instant;
  changed_at: Instant;
  staff_id: StaffId | null;
  /** The visit it was written down as: it is parked no more. */
  visit_id: VisitId | null;
}

export interface DeferredItemsTable {
  id: DeferredItemId;
  customer_id: CustomerId;
  visit_id: VisitId | null;
  business_date: LocalDate;
  product_id: ProductId | null;
  name: string;
  reason: string | null;
  ask_again_on: LocalDate | null;
  staff_id: StaffId | null;
  closed_at: Instant | null;
  closed_by_visit_id: VisitId | null;
}

export interface SalesTables {
  visits: VisitsTable;
  visit_lines: VisitLinesTable;
  visit_line_helpers: VisitLineHelpersTable;
  daily_numbers: DailyNumbersTable;
  parked_visits: ParkedVisitsTable;
  deferred_items: DeferredItemsTable;
}
