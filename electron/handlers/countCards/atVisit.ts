import type { NewVisitLine } from '../../../shared/contract/visitLines.ts';
import { isInScope, usesFor } from '../../../shared/domain/loyalty/cardFit.ts';
import { standingEntries, standingOf } from '../../../shared/domain/loyalty/countCards.ts';
import { WHOLE_IN_BASIS_POINTS, partInProportion } from '../../../shared/domain/visits/pricing.ts';
import type { PricedLine } from '../../../shared/domain/visits/pricing.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CountCardId, CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findCard, listEntriesOfCard, listEntriesOfVisit } from '../../store/countCards.ts';
import type { CountCard } from '../../store/countCards.ts';
import { listSoldCards } from '../../store/countCardTypes.ts';
import { findProductById } from '../../store/products.ts';
import type { StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { refuseField } from '../refuseField.ts';
import { mayUseCardOf } from '../sharers/purse.ts';
import { issueCard } from './issue.ts';
import { appendToCard, requireCard, reverseEntry, stateOf } from './ledger.ts';
import { requireCardType } from './types.ts';

// Cards at a visit: lines that are paid by one, and lines that sell one (R069).

/** So many cards are sold on one line. */
const MOST_CARDS_OF_LINE = 20;

/** Why a card cannot be used, by how it stands that day. */
const refusals = {
  void: 'card_is_void',
  not_yet: 'card_not_yet',
  frozen: 'card_is_frozen',
  expired: 'card_is_expired',
  used_up: 'card_is_used_up',
} as const;

interface AtVisit {
  readonly customerId: CustomerId | null;
  readonly businessDate: LocalDate;
  readonly lines: readonly NewVisitLine[];
  /** Where the lines stand in the input. */
  readonly path: string;
}

/** The card that pays for a line; whatever speaks against it is refused at the line. */
const payingCard = (
  context: StoreContext,
  { customerId, businessDate }: AtVisit,
  line: NewVisitLine,
  path: string,
): { readonly card: CountCard; readonly uses: number; readonly left: number } => {
  if (line.cardId === null || customerId === null) return refuseField(path, 'walk_in_has_no_cards');
  const card = findCard(context.database, line.cardId);
  if (card === undefined || !mayUseCardOf(context, customerId, card.customerId)) return refuseField(path, 'card_of_another');
  const state = stateOf(context, card);
  const standing = standingOf(card, state, businessDate);
  if (standing !== 'open') refuseField(path, refusals[standing]);
  const product = line.productId === null ? null : (findProductById(context.database, line.productId) ?? null);
  if (!isInScope(card.scope, product)) refuseField(path, 'card_not_for_this');
  const uses = usesFor(line.quantity);
  return uses === null ? refuseField(path, 'card_needs_whole') : { card, uses, left: state.left ?? Infinity };
};

/** A whole in so many parts that differ by a cent at most. */
const inEqualParts = (whole: Cents, many: number): Cents[] =>
  whole === 0
    ? Array.from({ length: many }, () => cents(0))
    : partInProportion(
        whole,
        Array.from({ length: many }, () => whole),
      );

/** What is written into the ledgers once the visit stands in the books. */
export interface SettledCards {
  /** The lines as they are priced: everything is taken off one that a card pays for. */
  readonly lines: NewVisitLine[];
  readonly apply: (visitId: VisitId, priced: readonly PricedLine<NewVisitLine>[], from?: number) => void;
}

/**
 * Looks at every line that a card pays for or that sells a card, before anything is written. Throws bad_input at the line for a card that is
 * somebody else's, void, frozen, expired, used up or not for this, for parts of a use, for a walk-in.
 */
export const settleCards = (context: StoreContext, visit: AtVisit): SettledCards => {
  const { customerId, businessDate, lines, path } = visit;
  const sold = new Map(listSoldCards(context.database).map(({ product_id: productId, id }) => [productId, id]));
  const typeOf = ({ productId }: NewVisitLine) => (productId === null ? undefined : sold.get(productId));
  const taken = new Map<CountCardId, number>();
  const paying = lines.map((line, index) => {
    const cardTypeId = typeOf(line);
    if (line.cardId === null) {
      if (cardTypeId === undefined) return null;
      if (customerId === null) refuseField(`${path}.${index}.productId`, 'walk_in_gets_no_card');
      const many = usesFor(line.quantity);
      if (many === null || many > MOST_CARDS_OF_LINE) refuseField(`${path}.${index}.quantity`, 'cards_need_whole');
      return null;
    }
    const at = `${path}.${index}.cardId`;
    if (cardTypeId !== undefined) refuseField(at, 'card_not_for_this');
    const found = payingCard(context, visit, line, at);
    const uses = (taken.get(found.card.id) ?? 0) + found.uses;
    if (uses > found.left) refuseField(at, 'card_has_too_few');
    taken.set(found.card.id, uses);
    return found;
  });
  const useUp = (visitId: VisitId, index: number, linePosition: number): void => {
    const found = paying[index];
    if (!found) return;
    const about = { businessDate, visitId, linePosition };
    appendToCard(context, found.card, { ...about, kind: 'use', uses: 0 - found.uses });
  };
  const sell = (visitId: VisitId, { line, amountCents }: PricedLine<NewVisitLine>, linePosition: number): void => {
    const cardTypeId = typeOf(line);
    const many = usesFor(line.quantity);
    if (cardTypeId === undefined || customerId === null || many === null) return;
    const type = requireCardType(context, cardTypeId);
    const sale = { visitId, linePosition };
    for (const priceCents of inEqualParts(amountCents, many))
      issueCard(context, type, { customerId, priceCents, issuedOn: businessDate, reason: null, sale });
  };
  return {
    lines: lines.map((line) =>
      line.cardId === null ? line : { ...line, discount: { kind: 'percent', basisPoints: WHOLE_IN_BASIS_POINTS } },
    ),
    apply: (visitId, priced, from = 0) => {
      priced.forEach((line, index) => {
        useUp(visitId, index, from + index);
        sell(visitId, line, from + index);
      });
      if (taken.size > 0 || lines.some((line) => typeOf(line) !== undefined))
        valuesMoved(context, 'countCards', [
          ...(customerId === null ? [] : [customerId]),
          ...paying.flatMap((found) => found?.card.customerId ?? []),
        ]);
    },
  };
};

/**
 * Takes back what a visit did to cards, the last first. Throws conflict (card_used_since) where a card it sold, or a use it gave back, has been
 * used since.
 */
export const takeCardsBack = (context: StoreContext, visitId: VisitId): void => {
  const all = listEntriesOfVisit(context.database, visitId);
  const cards = new Set<CustomerId>();
  for (const entry of standingEntries(all).toReversed()) {
    const card = requireCard(context, entry.cardId);
    if (entry.kind === 'issue') {
      const state = stateOf(context, card);
      if (state.used > 0) throw new AppError('conflict', { reason: 'card_used_since', number: card.number });
      const standing = standingEntries(listEntriesOfCard(context.database, card.id));
      if (standing.some(({ kind }) => kind === 'transfer'))
        throw new AppError('conflict', { reason: 'card_given_away', number: card.number });
      // Voided by hand meanwhile: what that ended comes back first, for the issue to be taken back whole.
      const ended = standing.find(({ kind }) => kind === 'void');
      if (ended !== undefined) reverseEntry(context, card, ended, { reason: null, visitId });
    }
    reverseEntry(context, card, entry, { reason: null, visitId });
    cards.add(card.customerId);
  }
  if (cards.size > 0) valuesMoved(context, 'countCards', [...cards]);
};
