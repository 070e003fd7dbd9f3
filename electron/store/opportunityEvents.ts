import { sql } from 'kysely';
import type { HistoryEntry, LostReason, OpportunityEventKind, Standing } from '../../shared/domain/opportunities/history.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, OpportunityEventId, OpportunityId, OpportunityStageId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { standingColumns } from './opportunities.ts';
import type { TimelinePage } from './timeline.ts';

// The history of opportunities (R054), which stands on the customer's timeline too (R041). Only ever added to.

export interface NewOpportunityEvent {
  readonly id: OpportunityEventId;
  readonly opportunityId: OpportunityId;
  readonly customerId: CustomerId;
  readonly position: number;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly event: OpportunityEventKind;
  readonly fromStageId: OpportunityStageId | null;
  readonly standing: Standing;
  readonly reversesId: OpportunityEventId | null;
  readonly staffId: StaffId | null;
}

export const insertOpportunityEvent = (database: StoreDatabase, event: NewOpportunityEvent): void => {
  execute(
    database,
    sqlite.insertInto('opportunity_events').values({
      id: event.id,
      opportunity_id: event.opportunityId,
      customer_id: event.customerId,
      position: event.position,
      at: event.at,
      business_date: event.businessDate,
      event: event.event,
      from_stage_id: event.fromStageId,
      ...standingColumns(event.standing),
      reverses_id: event.reversesId,
      staff_id: event.staffId,
    }),
  );
};

export interface OpportunityEventRow extends HistoryEntry {
  position: number;
  at: Instant;
  event: OpportunityEventKind;
  from_stage: string | null;
  stage: string;
  staff_name: string | null;
}
const ofOpportunity = hotQuery<{ opportunityId: OpportunityId }, OpportunityEventRow>(
  sqlite
    .selectFrom('opportunity_events as event')
    .innerJoin('opportunity_stages as stage', 'stage.id', 'event.stage_id')
    .leftJoin('opportunity_stages as former', 'former.id', 'event.from_stage_id')
    .leftJoin('staff', 'staff.id', 'event.staff_id')
    .select(['event.id', 'event.position', 'event.at', 'event.event', 'event.stage_id as stageId', 'event.outcome'])
    .select(['event.closed_on as closedOn', 'event.lost_reason as lostReason', 'event.lost_words as lostWords'])
    .select(['event.visit_id as visitId', 'event.order_id as orderId', 'event.reverses_id as reversesId'])
    .select(['stage.name as stage', 'former.name as from_stage', 'staff.name as staff_name'])
    .where('event.opportunity_id', '=', parameter<OpportunityId>('opportunityId'))
    .orderBy('event.position'),
);
/** The whole history, oldest first, with what was taken back. */
export const listOpportunityEvents = (database: StoreDatabase, opportunityId: OpportunityId): OpportunityEventRow[] =>
  ofOpportunity.rows(database, { opportunityId });

export interface TimelineOpportunityRow {
  id: OpportunityEventId;
  at: Instant;
  business_date: LocalDate;
  staff_name: string | null;
  opportunity_id: OpportunityId;
  title: string;
  amount_cents: Cents | null;
  event: OpportunityEventKind;
  from_stage: string | null;
  stage: string;
  lost_reason: LostReason | null;
  lost_words: string | null;
}
const timeline = hotQuery<TimelinePage, TimelineOpportunityRow>(
  sqlite
    .selectFrom('opportunity_events as event')
    .innerJoin('opportunities as opportunity', 'opportunity.id', 'event.opportunity_id')
    .innerJoin('opportunity_stages as stage', 'stage.id', 'event.stage_id')
    .leftJoin('opportunity_stages as former', 'former.id', 'event.from_stage_id')
    .leftJoin('staff', 'staff.id', 'event.staff_id')
    .select(['event.id', 'event.at', 'event.business_date', 'event.event', 'event.opportunity_id'])
    .select(['event.lost_reason', 'event.lost_words', 'opportunity.title', 'opportunity.amount_cents'])
    .select(['stage.name as stage', 'former.name as from_stage', 'staff.name as staff_name'])
    .where('event.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('opportunity.removed_at', 'is', null)
    .where('event.reverses_id', 'is', null)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM opportunity_events AS later WHERE later.reverses_id = event.id)`)
    .where(sql<boolean>`(event.at, event.id) < (${parameter<number>('at')}, ${parameter<string>('id')})`)
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(parameter<number>('limit')),
);
export const listTimelineOpportunities = (database: StoreDatabase, page: TimelinePage): TimelineOpportunityRow[] =>
  timeline.rows(database, page);

/** The SQL of the reads above, so that their plans can be asserted. */
export const opportunityEventQueries = { ofOpportunity: ofOpportunity.sql, timeline: timeline.sql };
