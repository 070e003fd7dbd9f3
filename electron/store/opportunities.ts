import { sql } from 'kysely';
import type { Opportunity } from '../../shared/contract/opportunities.ts';
import type { Standing } from '../../shared/domain/opportunities/history.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, OpportunityId, StaffId } from '../../shared/types/ids.ts';
import { localDate } from '../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What customers may come to buy (R054).

/** What a person writes down of an opportunity; null is nothing. */
export interface OpportunityValues {
  readonly title: string;
  readonly amountCents: Cents | null;
  readonly nextStep: string | null;
  readonly nextStepOn: LocalDate | null;
  readonly staffId: StaffId | null;
  readonly note: string | null;
}

/** Stands for no day, behind every other in an index. */
const NO_DAY = localDate('9999-12-31');

const stepColumns = ({ nextStep, nextStepOn }: Pick<OpportunityValues, 'nextStep' | 'nextStepOn'>) => ({
  next_step: nextStep,
  next_step_on: nextStepOn ?? NO_DAY,
});
const columnsOf = (values: OpportunityValues) => ({
  title: values.title,
  amount_cents: values.amountCents,
  ...stepColumns(values),
  staff_id: values.staffId,
  note: values.note,
});
/** Where it stands, as the columns of an opportunity and of an entry of its history. */
export const standingColumns = (standing: Standing) => ({
  stage_id: standing.stageId,
  outcome: standing.outcome,
  closed_on: standing.closedOn,
  lost_reason: standing.lostReason,
  lost_words: standing.lostWords,
  visit_id: standing.visitId,
  order_id: standing.orderId,
});

export const insertOpportunity = (
  database: StoreDatabase,
  opportunity: OpportunityValues & {
    readonly id: OpportunityId;
    readonly customerId: CustomerId;
    readonly standing: Standing;
    readonly openedOn: LocalDate;
    readonly writtenBy: StaffId | null;
  },
  at: Instant,
): void => {
  const { id, customerId, standing, openedOn, writtenBy } = opportunity;
  const head = { id, customer_id: customerId, opened_on: openedOn, written_by: writtenBy, created_at: at, changed_at: at };
  const row = { ...head, ...columnsOf(opportunity), ...standingColumns(standing) };
  execute(database, sqlite.insertInto('opportunities').values(row));
};

const change = (
  database: StoreDatabase,
  id: OpportunityId,
  changes: Partial<ReturnType<typeof columnsOf> & ReturnType<typeof standingColumns>> & { removed_at?: Instant | null },
  at: Instant,
): void => {
  execute(
    database,
    sqlite
      .updateTable('opportunities')
      .set({ ...changes, changed_at: at })
      .where('id', '=', id),
  );
};
/** Changes what was written; customer, stage and outcome stay. */
export const updateOpportunity = (database: StoreDatabase, id: OpportunityId, values: OpportunityValues, at: Instant): void => {
  change(database, id, columnsOf(values), at);
};
export const updateNextStep = (
  database: StoreDatabase,
  id: OpportunityId,
  step: Pick<OpportunityValues, 'nextStep' | 'nextStepOn'>,
  at: Instant,
): void => {
  change(database, id, stepColumns(step), at);
};
export const putStanding = (database: StoreDatabase, id: OpportunityId, standing: Standing, at: Instant): void => {
  change(database, id, standingColumns(standing), at);
};
/** Marks it as written by mistake; null brings it back. */
export const markOpportunityRemoved = (
  database: StoreDatabase,
  id: OpportunityId,
  removedAt: Instant | null,
  at: Instant,
): void => {
  change(database, id, { removed_at: removedAt }, at);
};

/** Opportunities as everything shows them. */
export const opportunityRows = sqlite
  .selectFrom('opportunities as opportunity')
  .innerJoin('customers', 'customers.id', 'opportunity.customer_id')
  .innerJoin('opportunity_stages as stage', 'stage.id', 'opportunity.stage_id')
  .leftJoin('staff', 'staff.id', 'opportunity.staff_id')
  .leftJoin('visits as visit', (join) => join.onRef('visit.id', '=', 'opportunity.visit_id').on('visit.undone_at', 'is', null))
  .leftJoin('orders as ordered', (join) =>
    join.onRef('ordered.id', '=', 'opportunity.order_id').on('ordered.removed_at', 'is', null),
  )
  .selectAll('opportunity')
  .select(['customers.name as customer_name', 'stage.name as stage_name', 'staff.name as staff_name'])
  .select(['visit.business_date as visit_on', 'visit.total_cents as visit_cents', 'ordered.number as order_number']);
export type OpportunityRow = Awaited<ReturnType<typeof opportunityRows.executeTakeFirstOrThrow>>;

/** The day of the next step; null is none. */
export const stepDayOf = ({ next_step_on: on }: Pick<OpportunityRow, 'next_step_on'>): LocalDate | null =>
  on === NO_DAY ? null : on;

/** A stored row as the contract tells it. */
export const opportunityOf = (row: OpportunityRow): Opportunity => ({
  id: row.id,
  customer: { id: row.customer_id, name: row.customer_name },
  title: row.title,
  amountCents: row.amount_cents,
  stage: { id: row.stage_id, name: row.stage_name },
  nextStep: row.next_step,
  nextStepOn: stepDayOf(row),
  staff: row.staff_id === null || row.staff_name === null ? null : { id: row.staff_id, name: row.staff_name },
  note: row.note,
  openedOn: row.opened_on,
  outcome: row.outcome,
  closedOn: row.closed_on,
  lostReason: row.lost_reason,
  lostWords: row.lost_words,
  visit:
    row.visit_id === null || row.visit_on === null || row.visit_cents === null
      ? null
      : { id: row.visit_id, on: row.visit_on, totalCents: row.visit_cents },
  order: row.order_id === null || row.order_number === null ? null : { id: row.order_id, number: row.order_number },
});

/** Where a stored one stands. */
export const standingOf = (row: OpportunityRow): Standing => ({
  stageId: row.stage_id,
  outcome: row.outcome,
  closedOn: row.closed_on,
  lostReason: row.lost_reason,
  lostWords: row.lost_words,
  visitId: row.visit_id,
  orderId: row.order_id,
});

const byId = hotQuery<{ id: OpportunityId }, OpportunityRow>(
  opportunityRows.where('opportunity.id', '=', parameter<OpportunityId>('id')),
);
/** Taken away or not. */
export const findOpportunity = (database: StoreDatabase, id: OpportunityId): OpportunityRow | undefined =>
  byId.first(database, { id });

interface OfCustomer {
  customerId: CustomerId;
  openOnly: 0 | 1;
}
const theirs = sql<boolean>`opportunity.customer_id = ${parameter<CustomerId>('customerId')} AND opportunity.removed_at IS NULL
  AND (${parameter<0 | 1>('openOnly')} = 0 OR opportunity.outcome = 'open')`;
const ofCustomer = hotQuery<OfCustomer & { offset: number; limit: number }, OpportunityRow>(
  opportunityRows
    .where(theirs)
    // One customer has few: sorted when they are read.
    .orderBy(sql`opportunity.outcome <> 'open'`)
    .orderBy(sql`CASE opportunity.outcome WHEN 'open' THEN opportunity.next_step_on END`)
    .orderBy('opportunity.closed_on', 'desc')
    .orderBy('opportunity.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const countOfCustomer = hotQuery<OfCustomer, { total: number }>(
  sqlite
    .selectFrom('opportunities as opportunity')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where(theirs),
);

/** One customer's by page: open ones by their next step, then closed ones, latest first. */
export const listOpportunitiesOfCustomer = (
  database: StoreDatabase,
  customerId: CustomerId,
  isOpenOnly: boolean,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: OpportunityRow[] } => {
  const values: OfCustomer = { customerId, openOnly: isOpenOnly ? 1 : 0 };
  return {
    total: countOfCustomer.first(database, values)?.total ?? 0,
    rows: ofCustomer.rows(database, { ...values, offset, limit }),
  };
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const opportunityQueries = { byId: byId.sql, ofCustomer: ofCustomer.sql, countOfCustomer: countOfCustomer.sql };
