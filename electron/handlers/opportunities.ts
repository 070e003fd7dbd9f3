import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { standingEntries } from '../../shared/domain/opportunities/history.ts';
import { forecastOf, weighted } from '../../shared/domain/opportunities/forecast.ts';
import { cents } from '../../shared/types/amounts.ts';
import { listOpportunitiesOfCustomer, opportunityOf } from '../store/opportunities.ts';
import { listOpportunityEvents } from '../store/opportunityEvents.ts';
import { countOpportunities, listOpportunities, sumStages } from '../store/opportunityLists.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { requireKnown } from './opportunities/known.ts';
import { save, setNextStep, setRemoved } from './opportunities/save.ts';
import { stageHandlers, stagesOf } from './opportunities/stages.ts';
import { stepHandlers } from './opportunities/steps.ts';
import { requireKnownCustomer } from './references.ts';

/** So many rows cross the bridge at most; a board shares them out among its columns. */
const MOST_CARDS = 200;

const board = (context: StoreContext, { staffId }: HandlerInput<'opportunities.board'>): OutputOf<'opportunities.board'> => {
  const { database } = context;
  const sums = new Map(sumStages(database, staffId).map((sum) => [sum.stage_id, sum]));
  // A stage that is no longer offered stands there while something stands at it.
  const stages = stagesOf(context).filter(({ id, isArchived }) => !isArchived || sums.has(id));
  const limit = Math.floor(MOST_CARDS / stages.length);
  const columns = stages.map(({ isOwn: _isOwn, ...stage }) => {
    const { count, total_cents: totalCents } = sums.get(stage.id) ?? { count: 0, total_cents: cents(0) };
    const wanted = { staffId, stageId: stage.id, today: context.today() };
    const { rows } = count === 0 ? { rows: [] } : listOpportunities(database, 'open', wanted, { offset: 0, limit });
    const weightedCents = weighted(totalCents, stage.probability);
    return { stage, count, totalCents, weightedCents, cards: rows.map(opportunityOf) };
  });
  return { columns, ...forecastOf(columns) };
};

const findById = (
  context: StoreContext,
  { opportunityId }: HandlerInput<'opportunities.findById'>,
): OutputOf<'opportunities.findById'> => {
  const row = requireKnown(context, opportunityId);
  const events = standingEntries(listOpportunityEvents(context.database, opportunityId)).toReversed();
  return {
    ...opportunityOf(row),
    events: events.map(({ id, at, event, stage, from_stage: fromStage, staff_name: staffName }) => ({
      id,
      at,
      event,
      stage,
      fromStage,
      staffName,
    })),
  };
};

/** What customers may come to buy, by stages, with what is to be done next (R054). */
export const opportunitiesHandlers: HandlersOf<'opportunities'> = {
  ...stageHandlers,
  ...stepHandlers,
  'opportunities.board': board,
  'opportunities.list': (context, { view, staffId, stageId, ...page }) => {
    const { total, rows } = listOpportunities(context.database, view, { staffId, stageId, today: context.today() }, page);
    return { total, rows: rows.map(opportunityOf) };
  },
  'opportunities.ofCustomer': (context, { customerId, isOpenOnly, ...page }) => {
    requireKnownCustomer(context, customerId);
    const { total, rows } = listOpportunitiesOfCustomer(context.database, customerId, isOpenOnly, page);
    return { total, rows: rows.map(opportunityOf) };
  },
  'opportunities.counts': (context, { staffId }) => {
    const wanted = { staffId, today: context.today() };
    return {
      open: countOpportunities(context.database, 'open', wanted),
      due: countOpportunities(context.database, 'due', wanted),
    };
  },
  'opportunities.findById': findById,
  'opportunities.save': save,
  'opportunities.setNextStep': setNextStep,
  'opportunities.remove': (context, input) => setRemoved(context, input, true),
  'opportunities.restore': (context, input) => setRemoved(context, input, false),
};
