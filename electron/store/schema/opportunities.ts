import type { LostReason, OpportunityEventKind, Outcome } from '../../../shared/domain/opportunities/history.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type {
  CustomerId,
  OpportunityEventId,
  OpportunityId,
  OpportunityStageId,
  OrderId,
  StaffId,
  VisitId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface OpportunityStagesTable {
  id: OpportunityStageId;
  name: string;
  /** Percent. */
  probability: number;
  position: number;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}

interface StandingColumns {
  stage_id: OpportunityStageId;
  outcome: Outcome;
  closed_on: LocalDate | null;
  lost_reason: LostReason | null;
  lost_words: string | null;
  /** What made a won one true. */
  visit_id: VisitId | null;
  order_id: OrderId | null;
}

interface OpportunitiesTable extends StandingColumns {
  id: OpportunityId;
  customer_id: CustomerId;
  title: string;
  amount_cents: Cents | null;
  next_step: string | null;
  /** 9999-12-31 is none. */
  next_step_on: LocalDate;
  staff_id: StaffId | null;
  note: string | null;
  opened_on: LocalDate;
  written_by: StaffId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
}

interface OpportunityEventsTable extends StandingColumns {
  id: OpportunityEventId;
  opportunity_id: OpportunityId;
  customer_id: CustomerId;
  /** The how manieth of its opportunity, from 1: the order of the history, also where a clock was put back. */
  position: number;
  at: Instant;
  business_date: LocalDate;
  event: OpportunityEventKind;
  from_stage_id: OpportunityStageId | null;
  reverses_id: OpportunityEventId | null;
  staff_id: StaffId | null;
}

export interface OpportunitiesTables {
  opportunity_stages: OpportunityStagesTable;
  opportunities: OpportunitiesTable;
  opportunity_events: OpportunityEventsTable;
}
