import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { valueCardEntryId } from '../../../shared/types/ids.ts';
import type { CustomerId, ValueCardEntryId, ValueCardId } from '../../../shared/types/ids.ts';
import { instant } from '../../../shared/types/time.ts';
import { appendValueCardEntry, findValueCardLedger } from '../../store/valueCardEntries.ts';
import type { NewValueCardEntry } from '../../store/valueCardEntries.ts';
import { findValueCard, putValueCardLeft } from '../../store/valueCards.ts';
import type { StoredValueCard } from '../../store/valueCards.ts';
import type { BaseContext, StoreContext } from '../context.ts';

type Wanted = Pick<NewValueCardEntry, 'cardId' | 'kind' | 'cents'> &
  Partial<
    Pick<
      NewValueCardEntry,
      'method' | 'paidCents' | 'reason' | 'visitId' | 'linePosition' | 'reversesId' | 'concernsId' | 'businessDate'
    >
  >;

/**
 * Appends one row to the ledger of a card, by whoever is at the desk, now; with a clock that went back, with the last row. Never below nothing:
 * throws conflict (not_enough_on_card, or value_card_spent for what is taken back).
 */
export const appendToCard = (context: StoreContext, wanted: Wanted): ValueCardEntryId => {
  const { leftCents, lastAt } = findValueCardLedger(context.database, wanted.cardId);
  const after = leftCents + wanted.cents;
  if (after < 0)
    throw new AppError('conflict', { reason: wanted.kind === 'reverse' ? 'value_card_spent' : 'not_enough_on_card', leftCents });
  const id = valueCardEntryId(context.newId());
  appendValueCardEntry(context.database, {
    method: null,
    paidCents: null,
    reason: null,
    visitId: null,
    linePosition: null,
    reversesId: null,
    concernsId: null,
    businessDate: context.today(),
    ...wanted,
    id,
    at: instant(Math.max(lastAt ?? 0, context.now())),
    staffId: context.actor.staffId,
  });
  putValueCardLeft(context.database, wanted.cardId, cents(after));
  return id;
};

export const requireValueCard = ({ database }: BaseContext, cardId: ValueCardId): StoredValueCard => {
  const found = findValueCard(database, cardId);
  if (!found) throw new AppError('not_found', { what: 'value_card' });
  return found;
};

/** Tells the screens that cards were moved, and of whom. */
export const cardsMoved = (context: StoreContext, customerIds: readonly (CustomerId | null)[]): void => {
  context.changed(['valueCards'], [...new Set(customerIds.filter((id): id is CustomerId => id !== null))]);
};
