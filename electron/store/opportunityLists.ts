import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CallInput } from '../../shared/contract.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { OpportunityStageId, StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { HotQuery, StoreDatabase } from './database.ts';
import { opportunityRows } from './opportunities.ts';
import type { OpportunityRow } from './opportunities.ts';

// Opportunities of the whole shop (R054): each list on an index in its very order, so that a page costs the same however many there are.
// Those of people in the bin are left out.

type View = NonNullable<CallInput<'opportunities.list'>['view']>;

interface Wanted {
  staffId: StaffId | null;
  stageId: OpportunityStageId | null;
  today: LocalDate;
}
interface Page {
  offset: number;
  limit: number;
}

const isOpen = sql<boolean>`opportunity.outcome = 'open' AND opportunity.removed_at IS NULL`;
const isOfStaff = sql<boolean>`(${parameter('staffId')} IS NULL OR opportunity.staff_id = ${parameter('staffId')})
  AND customers.removed_at IS NULL`;
const isAtStage = sql<boolean>`opportunity.stage_id = ${parameter<OpportunityStageId>('stageId')}`;
const isDue = sql<boolean>`opportunity.next_step_on <= ${parameter<LocalDate>('today')}`;
const isClosed = (outcome: 'won' | 'lost'): RawBuilder<boolean> =>
  sql`opportunity.outcome = ${sql.lit(outcome)} AND opportunity.closed_on IS NOT NULL AND opportunity.removed_at IS NULL`;

const counted = sqlite
  .selectFrom('opportunities as opportunity')
  .innerJoin('customers', 'customers.id', 'opportunity.customer_id');

const listOf = (where: readonly RawBuilder<boolean>[], isByStep: boolean) => {
  const all = sql<boolean>`${sql.join([...where, isOfStaff], sql` AND `)}`;
  return {
    page: hotQuery<Wanted & Page, OpportunityRow>(
      opportunityRows
        .where(all)
        .orderBy(isByStep ? 'opportunity.next_step_on' : 'opportunity.closed_on', isByStep ? 'asc' : 'desc')
        .orderBy('opportunity.id', isByStep ? 'asc' : 'desc')
        .limit(parameter<number>('limit'))
        .offset(parameter<number>('offset')),
    ),
    total: hotQuery<Wanted, { total: number }>(counted.where(all).select((row) => row.fn.countAll<number>().as('total'))),
  };
};

const lists: Readonly<
  Record<View | 'stage', { page: HotQuery<Wanted & Page, OpportunityRow>; total: HotQuery<Wanted, { total: number }> }>
> = {
  open: listOf([isOpen], true),
  due: listOf([isOpen, isDue], true),
  stage: listOf([isAtStage, isOpen], true),
  won: listOf([isClosed('won')], false),
  lost: listOf([isClosed('lost')], false),
};

/** One view by page; open ones of one stage where it is named. */
export const listOpportunities = (
  database: StoreDatabase,
  view: View,
  wanted: Wanted,
  { offset, limit }: Page,
): { readonly total: number; readonly rows: OpportunityRow[] } => {
  const { page, total } = lists[view === 'open' && wanted.stageId !== null ? 'stage' : view];
  return { total: total.first(database, wanted)?.total ?? 0, rows: page.rows(database, { ...wanted, offset, limit }) };
};

/** How many one view holds. */
export const countOpportunities = (database: StoreDatabase, view: View, wanted: Omit<Wanted, 'stageId'>): number =>
  lists[view].total.first(database, { ...wanted, stageId: null })?.total ?? 0;

interface StageSumRow {
  stage_id: OpportunityStageId;
  count: number;
  total_cents: Cents;
}
const sums = hotQuery<Pick<Wanted, 'staffId'>, StageSumRow>(
  counted
    .where(isOpen)
    .where(isOfStaff)
    .groupBy('opportunity.stage_id')
    .select('opportunity.stage_id')
    .select((row) => row.fn.countAll<number>().as('count'))
    .select(sql<Cents>`coalesce(sum(opportunity.amount_cents), 0)`.as('total_cents')),
);

/** How many open ones stand at each stage where one does, and what those with an amount come to. */
export const sumStages = (database: StoreDatabase, staffId: StaffId | null): StageSumRow[] => sums.rows(database, { staffId });

/** The SQL of the reads above, so that their plans can be asserted. */
export const opportunityListQueries = {
  sums: sums.sql,
  ...Object.fromEntries(
    Object.entries(lists).flatMap(([name, { page, total }]) => [
      [name, page.sql],
      [`${name} total`, total.sql],
    ]),
  ),
};
