import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { openAt } from '../../../shared/domain/opportunities/history.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId, OrderId } from '../../../shared/types/ids.ts';
import { standingOf } from '../../store/opportunities.ts';
import { findOrder } from '../../store/orders.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requireOwnVisit } from '../ownFacts.ts';
import { refuseField } from '../refuseField.ts';
import { advance, requireOpen, requireOpportunity, takeBackEntry } from './known.ts';
import { requireStage } from './stages.ts';

const move = (
  context: StoreContext,
  { opportunityId, stageId }: HandlerInput<'opportunities.move'>,
): OutputOf<'opportunities.move'> => {
  const opportunity = requireOpen(context, opportunityId);
  const { isArchived } = requireStage(context, stageId);
  if (isArchived) refuseField('stageId', 'stage_archived');
  if (stageId === opportunity.stage_id) throw new AppError('already_undone');
  return advance(context, opportunity, 'stage', { ...standingOf(opportunity), stageId });
};

const requireOwnOrder = ({ database }: StoreContext, customerId: CustomerId, orderId: OrderId | null): void => {
  if (orderId !== null && findOrder(database, orderId)?.customer_id !== customerId)
    throw new AppError('not_found', { what: 'order' });
};

const win = (
  context: StoreContext,
  { opportunityId, visitId, orderId }: HandlerInput<'opportunities.win'>,
): OutputOf<'opportunities.win'> => {
  const opportunity = requireOpen(context, opportunityId);
  requireOwnVisit(context, opportunity.customer_id, visitId, null);
  requireOwnOrder(context, opportunity.customer_id, orderId);
  const won = { ...openAt(opportunity.stage_id), outcome: 'won', closedOn: context.today(), visitId, orderId } as const;
  return advance(context, opportunity, 'won', won);
};

const lose = (
  context: StoreContext,
  { opportunityId, reason, words }: HandlerInput<'opportunities.lose'>,
): OutputOf<'opportunities.lose'> => {
  const opportunity = requireOpen(context, opportunityId);
  if (reason === 'other' && words === '') refuseField('words', 'required');
  return advance(context, opportunity, 'lost', {
    ...openAt(opportunity.stage_id),
    outcome: 'lost',
    closedOn: context.today(),
    lostReason: reason,
    lostWords: words === '' ? null : words,
  });
};

const reopen = (
  context: StoreContext,
  { opportunityId }: HandlerInput<'opportunities.reopen'>,
): OutputOf<'opportunities.reopen'> => {
  const opportunity = requireOpportunity(context, opportunityId);
  if (opportunity.outcome === 'open') throw new AppError('already_undone');
  return advance(context, opportunity, 'reopened', openAt(opportunity.stage_id));
};

/** How an opportunity goes on and ends. */
export const stepHandlers: Pick<
  HandlersOf<'opportunities'>,
  'opportunities.move' | 'opportunities.win' | 'opportunities.lose' | 'opportunities.reopen' | 'opportunities.takeBack'
> = {
  'opportunities.move': move,
  'opportunities.win': win,
  'opportunities.lose': lose,
  'opportunities.reopen': reopen,
  'opportunities.takeBack': (context, { opportunityId, eventId }) => {
    takeBackEntry(context, opportunityId, eventId);
    return {};
  },
};
