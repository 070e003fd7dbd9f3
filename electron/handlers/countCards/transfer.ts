import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { cardWorth } from '../../../shared/domain/loyalty/cardWorth.ts';
import { givenCard } from '../../../shared/domain/loyalty/cardTransfer.ts';
import { freezeDaysLeft } from '../../../shared/domain/loyalty/countCards.ts';
import { dateParts } from '../../../shared/types/time.ts';
import { insertCardTransfer } from '../../store/countCardTransfers.ts';
import type { StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { provenAway } from '../spendingPins/proof.ts';
import { conflict, done, requireUsable } from './byHand.ts';
import { insertIssued } from './issue.ts';
import { appendToCard, requireCard } from './ledger.ts';

/** Gives uses of a card to somebody else, as a card of theirs that is as old and ends on the same day (X54). */
export const transferUses = (
  context: StoreContext,
  input: HandlerInput<'countCards.transfer'>,
): OutputOf<'countCards.transfer'> => {
  const { cardId, toCustomerId, reason } = input;
  const { customerId } = requireCard(context, cardId);
  const cover = provenAway(context, 'transfer', { customerId, proof: input.proof });
  const { card, state, standing } = requireUsable(context, cardId);
  requirePresentCustomer(context, toCustomerId);
  if (toCustomerId === customerId) refuseField('toCustomerId', 'transfer_to_self');
  if (standing !== 'open') conflict(card, 'card_not_open');
  if (input.uses !== null && card.uses === null) refuseField('uses', 'time_card_has_no_uses');
  const uses = input.uses ?? state.left;
  if (uses !== null && uses > (state.left ?? 0)) refuseField('uses', 'card_has_too_few');
  const today = context.today();
  const { terms, priceCents, movedDays } = givenCard(card, state, uses, freezeDaysLeft(card, state, dateParts(today).year));
  cover(uses === null ? cardWorth(card, state, today) : priceCents);
  const entryId = appendToCard(context, card, { kind: 'transfer', uses: 0 - (uses ?? 0), reason });
  const { id: _id, number, customerId: _from, visitId: _visit, ...same } = card;
  const received = insertIssued(
    context,
    { ...same, ...terms, customerId: toCustomerId, priceCents, visitId: null },
    { businessDate: today, reason },
  );
  if (movedDays > 0) appendToCard(context, received.card, { kind: 'extend', days: movedDays, reason });
  insertCardTransfer(context.database, { givenId: entryId, receivedId: received.entryId });
  done(context, received.card, received.entryId);
  context.audited({ card: number, to: received.card.number, ...(uses !== null && { uses }) });
  return { ...done(context, card, entryId), cardId: received.card.id, number: received.card.number };
};
