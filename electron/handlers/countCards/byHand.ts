import { standingOf } from '../../../shared/domain/loyalty/countCards.ts';
import type { CardStanding, CardState } from '../../../shared/domain/loyalty/countCards.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CountCardEntryId, CountCardId } from '../../../shared/types/ids.ts';
import type { CountCard } from '../../store/countCards.ts';
import type { StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { requirePresentCustomer } from '../references.ts';
import { requireCard, stateOf } from './ledger.ts';

// What is done with a card by hand, each with a reason and each taken back by `countCards.reverse`.

/** Refuses what is to be done with a card. */
export const conflict = (card: CountCard, reason: string): never => {
  throw new AppError('conflict', { reason, number: card.number });
};

/** The card, of somebody who is present, and how it stands. Throws conflict (card_void) for one that is void. */
export const requireUsable = (
  context: StoreContext,
  cardId: CountCardId,
): { readonly card: CountCard; readonly state: CardState; readonly standing: CardStanding } => {
  const card = requireCard(context, cardId);
  requirePresentCustomer(context, card.customerId);
  const state = stateOf(context, card);
  const standing = standingOf(card, state, context.today());
  return standing === 'void' ? conflict(card, 'card_void') : { card, state, standing };
};

/** Tells the audit log and the screens what was done. */
export const done = (
  context: StoreContext,
  card: CountCard,
  entryId: CountCardEntryId,
): { readonly entryId: CountCardEntryId } => {
  context.audited({ card: card.number }, { customerIds: [card.customerId] });
  valuesMoved(context, 'countCards', [card.customerId]);
  return { entryId };
};
