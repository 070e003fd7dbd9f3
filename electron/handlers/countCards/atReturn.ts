import { usesFor } from '../../../shared/domain/loyalty/cardFit.ts';
import { cardWorth } from '../../../shared/domain/loyalty/cardWorth.ts';
import { standingEntries } from '../../../shared/domain/loyalty/countCards.ts';
import { cents, sumCents } from '../../../shared/types/amounts.ts';
import type { Cents, Quantity } from '../../../shared/types/amounts.ts';
import type { VisitId } from '../../../shared/types/ids.ts';
import { listEntriesOfVisit } from '../../store/countCards.ts';
import type { CountCard, StoredCardEntry } from '../../store/countCards.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { refuseField } from '../refuseField.ts';
import { appendToCard, requireCard, stateOf } from './ledger.ts';

// Cards when lines come back (R068): a use goes back to its card, and a card that was sold is voided for what is not yet used of it.

const entriesAt = (context: BaseContext, visitId: VisitId, position: number): readonly StoredCardEntry[] =>
  standingEntries(listEntriesOfVisit(context.database, visitId)).filter(({ linePosition }) => linePosition === position);

interface Sold {
  readonly card: CountCard;
  readonly left: number | null;
  readonly worthCents: Cents;
}

/** The cards a line sold that still stand, with what each gives back; who gives most first. */
const soldAt = (context: BaseContext, visitId: VisitId, position: number): Sold[] =>
  entriesAt(context, visitId, position)
    .filter(({ kind }) => kind === 'issue')
    .map(({ cardId }) => {
      const card = requireCard(context, cardId);
      const state = stateOf(context, card);
      return { card, isVoid: state.isVoid, left: state.left, worthCents: cardWorth(card, state, context.today()) };
    })
    .filter(({ isVoid }) => !isVoid)
    .toSorted((one, other) => other.worthCents - one.worthCents);

/** What each card that a line sold gives back, in the order in which they come back; null for a line that sold none. */
export const cardsBack = (context: BaseContext, visitId: VisitId, position: number): Cents[] | null =>
  entriesAt(context, visitId, position).some(({ kind }) => kind === 'issue')
    ? soldAt(context, visitId, position).map(({ worthCents }) => worthCents)
    : null;

interface Back {
  readonly visitId: VisitId;
  readonly position: number;
  readonly quantity: Quantity;
  /** Where the quantity stands in the input. */
  readonly path: string;
}

/**
 * What so much of a line gives back where a card is at play: of a card that was sold what is not yet used; null where none is, and the line's own
 * price counts. Throws bad_input for parts of a card or of a use, and for a card that was voided already.
 */
export const refundOfCards = (context: BaseContext, { visitId, position, quantity, path }: Back): Cents | null => {
  const entries = entriesAt(context, visitId, position);
  if (entries.length === 0) return null;
  const many = usesFor(quantity) ?? refuseField(path, 'card_needs_whole');
  const worths = cardsBack(context, visitId, position);
  if (worths === null) return null;
  if (many > worths.length) refuseField(path, 'card_void_already');
  return sumCents([cents(0), ...worths.slice(0, many)]);
};

/** Writes into the ledgers what came back with a line. */
export const returnToCards = (
  context: StoreContext,
  saleId: VisitId,
  back: readonly { readonly position: number; readonly quantity: Quantity; readonly linePosition: number }[],
  about: { readonly visitId: VisitId; readonly reason: string },
): void => {
  for (const { position, quantity, linePosition } of back) {
    const many = usesFor(quantity);
    if (many === null) continue;
    const entry = { ...about, linePosition };
    for (const { card, left } of soldAt(context, saleId, position).slice(0, many)) {
      appendToCard(context, card, { ...entry, kind: 'void', uses: 0 - (left ?? 0) });
      valuesMoved(context, 'countCards', [card.customerId]);
    }
    const use = entriesAt(context, saleId, position).find(({ kind }) => kind === 'use');
    if (use === undefined) continue;
    const card = requireCard(context, use.cardId);
    appendToCard(context, card, { ...entry, kind: 'return', uses: many, concernsId: use.id });
    valuesMoved(context, 'countCards', [card.customerId]);
  }
};
