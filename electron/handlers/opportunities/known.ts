import { replay, standingEntries } from '../../../shared/domain/opportunities/history.ts';
import type { OpportunityEventKind, Standing } from '../../../shared/domain/opportunities/history.ts';
import { AppError } from '../../../shared/errors.ts';
import { opportunityEventId as toEventId } from '../../../shared/types/ids.ts';
import type { OpportunityEventId, OpportunityId } from '../../../shared/types/ids.ts';
import { findOpportunity, putStanding } from '../../store/opportunities.ts';
import type { OpportunityRow } from '../../store/opportunities.ts';
import { insertOpportunityEvent, listOpportunityEvents } from '../../store/opportunityEvents.ts';
import type { StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';

/** One that stands, also of a customer who was removed. Throws not_found, already_undone for one taken away. */
export const requireKnown = ({ database }: StoreContext, opportunityId: OpportunityId, isRemoved = false): OpportunityRow => {
  const found = findOpportunity(database, opportunityId);
  if (!found) throw new AppError('not_found', { what: 'opportunity' });
  if ((found.removed_at !== null) !== isRemoved) throw new AppError('already_undone');
  return found;
};

/** One that may be changed: of a customer who is here. Throws not_found, already_undone, conflict (customer_removed). */
export const requireOpportunity = (context: StoreContext, opportunityId: OpportunityId, isRemoved = false): OpportunityRow => {
  const found = requireKnown(context, opportunityId, isRemoved);
  requirePresentCustomer(context, found.customer_id);
  return found;
};

/** One that is neither won nor lost: throws conflict (opportunity_closed). */
export const requireOpen = (context: StoreContext, opportunityId: OpportunityId): OpportunityRow => {
  const found = requireOpportunity(context, opportunityId);
  if (found.outcome !== 'open') throw new AppError('conflict', { reason: 'opportunity_closed' });
  return found;
};

/** Adds an entry to the history. */
const append = (
  context: StoreContext,
  { id, customer_id: customerId, stage_id: fromStageId }: Pick<OpportunityRow, 'id' | 'customer_id' | 'stage_id'>,
  entry: { readonly event: OpportunityEventKind; readonly standing: Standing; readonly reversesId?: OpportunityEventId },
  when: Pick<Parameters<typeof insertOpportunityEvent>[1], 'at' | 'businessDate'>,
): OpportunityEventId => {
  const eventId = toEventId(context.newId());
  insertOpportunityEvent(context.database, {
    reversesId: null,
    ...entry,
    id: eventId,
    opportunityId: id,
    customerId,
    position: listOpportunityEvents(context.database, id).length + 1,
    ...when,
    fromStageId: entry.event === 'stage' ? fromStageId : null,
    staffId: context.actor.staffId,
  });
  return eventId;
};

/** The first entry of a new one. */
export const beginHistory = (
  context: StoreContext,
  opportunity: Pick<OpportunityRow, 'id' | 'customer_id' | 'stage_id'>,
  standing: Standing,
  when: Pick<Parameters<typeof insertOpportunityEvent>[1], 'at' | 'businessDate'>,
): void => {
  append(context, opportunity, { event: 'opened', standing }, when);
};

/** Puts an opportunity to where it stands from now on, writes its history and tells the screens. */
export const advance = (
  context: StoreContext,
  opportunity: OpportunityRow,
  event: Exclude<OpportunityEventKind, 'opened'>,
  standing: Standing,
): { eventId: OpportunityEventId } => {
  const eventId = append(context, opportunity, { event, standing }, { at: context.now(), businessDate: context.today() });
  putStanding(context.database, opportunity.id, standing, context.now());
  context.changed(['opportunities'], [opportunity.customer_id]);
  return { eventId };
};

/**
 * Takes the last entry that counts back, by one that names it; the opportunity stands again as by the history without it. Throws already_undone,
 * conflict (opportunity_changed_since) when something came after it.
 */
export const takeBackEntry = (context: StoreContext, opportunityId: OpportunityId, eventId: OpportunityEventId): void => {
  const opportunity = requireOpportunity(context, opportunityId);
  const history = listOpportunityEvents(context.database, opportunityId);
  const standing = standingEntries(history);
  const entry = standing.find(({ id }) => id === eventId);
  if (entry === undefined)
    throw history.some(({ id }) => id === eventId)
      ? new AppError('already_undone')
      : new AppError('not_found', { what: 'opportunity_event' });
  const before = replay(standing.slice(0, -1));
  if (entry !== standing.at(-1) || before === undefined) throw new AppError('conflict', { reason: 'opportunity_changed_since' });
  append(
    context,
    opportunity,
    { event: entry.event, standing: before, reversesId: eventId },
    { at: context.now(), businessDate: context.today() },
  );
  putStanding(context.database, opportunityId, before, context.now());
  context.changed(['opportunities'], [opportunity.customer_id]);
};
