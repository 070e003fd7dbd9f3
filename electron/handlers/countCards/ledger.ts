import { beganOn, usesWorth } from '../../../shared/domain/loyalty/cardWorth.ts';
import { replayCard } from '../../../shared/domain/loyalty/countCards.ts';
import type { CardState } from '../../../shared/domain/loyalty/countCards.ts';
import { AppError } from '../../../shared/errors.ts';
import { countCardEntryId } from '../../../shared/types/ids.ts';
import type { CountCardEntryId, CountCardId } from '../../../shared/types/ids.ts';
import { localDate } from '../../../shared/types/time.ts';
import { appendEntry, findCard, keepOpenCard, listEntriesOfCard } from '../../store/countCards.ts';
import type { CountCard, StoredCardEntry } from '../../store/countCards.ts';
import type { BaseContext, StoreContext } from '../context.ts';

/** Stands for a card that never ends, or has not begun. */
const NO_END = localDate('9999-12-31');

/** Throws not_found for a card nobody has. */
export const requireCard = ({ database }: BaseContext, cardId: CountCardId): CountCard => {
  const card = findCard(database, cardId);
  if (!card) throw new AppError('not_found', { what: 'count_card' });
  return card;
};

/** How a card stands, by its whole ledger. */
export const stateOf = ({ database }: BaseContext, card: CountCard): CardState =>
  replayCard(card, listEntriesOfCard(database, card.id));

/** Keeps of a card what lists over all customers read. */
const refreshOpen = (context: StoreContext, card: CountCard, state: CardState): void => {
  const isOpen = !state.isVoid && (card.uses === null || (state.left ?? 0) > 0);
  keepOpenCard(
    context.database,
    card.id,
    isOpen
      ? {
          issuedOn: card.issuedOn,
          usesLeft: state.left,
          worthCents: card.uses === null ? card.priceCents : usesWorth(card.priceCents, state.left ?? 0, card.uses),
          fromDay: beganOn(card, state),
          lastDay: state.lastDay ?? NO_END,
        }
      : null,
  );
};

type Wanted = Pick<StoredCardEntry, 'kind'> & Partial<Omit<StoredCardEntry, 'id' | 'cardId' | 'at' | 'kind'>>;

/**
 * Adds one entry to the ledger of a card, by whoever is at the desk, now. Whatever it is, no more is ever used of a card than there is: conflict
 * (card_used_since). Returns its id.
 */
export const appendToCard = (context: StoreContext, card: CountCard, wanted: Wanted): CountCardEntryId => {
  const id = countCardEntryId(context.newId());
  appendEntry(context.database, {
    uses: 0,
    days: 0,
    reason: null,
    visitId: null,
    linePosition: null,
    reversesId: null,
    concernsId: null,
    changeId: null,
    businessDate: context.today(),
    ...wanted,
    id,
    cardId: card.id,
    at: context.now(),
    staffId: context.actor.staffId,
  });
  const state = stateOf(context, card);
  if (state.left !== null && state.left < 0) throw new AppError('conflict', { reason: 'card_used_since', number: card.number });
  refreshOpen(context, card, state);
  return id;
};

/** Adds the entry that takes another one back. */
export const reverseEntry = (
  context: StoreContext,
  card: CountCard,
  entry: Pick<StoredCardEntry, 'id' | 'uses'>,
  about: Pick<Wanted, 'reason' | 'visitId' | 'changeId'>,
): CountCardEntryId => appendToCard(context, card, { ...about, kind: 'reverse', uses: 0 - entry.uses, reversesId: entry.id });
