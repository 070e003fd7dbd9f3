import { AppError } from '../../shared/errors.ts';
import { interactionId as toInteractionId } from '../../shared/types/ids.ts';
import { findInteraction, insertInteraction, markInteractionUndone } from '../store/interactions.ts';
import type { HandlersOf } from './context.ts';
import { factRecorded } from './facts.ts';
import { requirePresentCustomer, requireStaff } from './references.ts';

/** Contacts that somebody writes down by hand; the callback list writes its own (R041, R042). */
export const customersInteractions: Pick<HandlersOf<'customers'>, 'customers.recordInteraction' | 'customers.undoInteraction'> = {
  'customers.recordInteraction': (context, input) => {
    const { customerId } = input;
    requirePresentCustomer(context, customerId);
    requireStaff(context, [context.actor.staffId]);
    const interactionId = toInteractionId(context.newId());
    insertInteraction(context.database, {
      id: interactionId,
      customerId,
      at: context.now(),
      businessDate: context.today(),
      channel: input.channel,
      direction: input.direction,
      isPromotional: input.isPromotional ? 1 : 0,
      outcome: null,
      note: input.note === '' ? null : input.note,
      nextAttemptAt: null,
      staffId: context.actor.staffId,
    });
    factRecorded(context, customerId, []);
    return { interactionId };
  },
  'customers.undoInteraction': (context, { interactionId }) => {
    const found = findInteraction(context.database, interactionId);
    if (!found) throw new AppError('not_found', { what: 'interaction' });
    if (found.callback_id !== null) throw new AppError('conflict', { reason: 'belongs_to_callback' });
    if (found.undone_at !== null) throw new AppError('already_undone');
    markInteractionUndone(context.database, interactionId, context.now());
    factRecorded(context, found.customer_id, []);
    return {};
  },
};
