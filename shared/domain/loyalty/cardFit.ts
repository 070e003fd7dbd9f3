import { UNIT_QUANTITY } from '../../types/amounts.ts';
import type { Quantity } from '../../types/amounts.ts';
import type { CountCardId, ProductId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';

// Which card pays for which line of a visit (R069).

/** What a card pays for: the products and categories named, or everything when none is. */
export interface CardScope {
  readonly productIds: readonly ProductId[];
  readonly categories: readonly string[];
}

/** Whether a card pays for a product; null is an item typed freely, for which only a card without a list pays. */
export const isInScope = (
  { productIds, categories }: CardScope,
  product: { readonly id: ProductId; readonly category: string | null } | null,
): boolean => {
  if (productIds.length === 0 && categories.length === 0) return true;
  if (product === null) return false;
  return productIds.includes(product.id) || (product.category !== null && categories.includes(product.category));
};

/** How many uses so much of an item takes; null where it is not a whole number of times. */
export const usesFor = (quantity: Quantity): number | null =>
  quantity > 0 && quantity % UNIT_QUANTITY === 0 ? quantity / UNIT_QUANTITY : null;

/** A card that could be used at this visit. */
export interface UsableCard {
  readonly id: CountCardId;
  /** Null of a time card. */
  readonly left: number | null;
  readonly lastDay: LocalDate | null;
  readonly issuedOn: LocalDate;
  /** Of the products of the visit, those it pays for. */
  readonly productIds: readonly ProductId[];
  /** Whether it pays for what was typed freely. */
  readonly paysForUnlisted: boolean;
  /** Whose it is, when it is somebody else's: it pays only where it is chosen by hand (X55). */
  readonly ofName?: string | null;
}

/** A line as far as choosing a card goes. `cardId`: undefined leaves the choice to the program, null wants none. */
export interface LineToPay {
  readonly key: string;
  readonly productId: ProductId | null;
  readonly quantity: Quantity | null;
  readonly cardId?: CountCardId | null | undefined;
}

/** Time cards first, for they lose nothing by it; then what ends first; then the older one. */
const byTurn = (one: UsableCard, other: UsableCard): number => {
  if ((one.left === null) !== (other.left === null)) return one.left === null ? -1 : 1;
  const [left, right] = [one.lastDay ?? '9999-12-31', other.lastDay ?? '9999-12-31'];
  if (left !== right) return left < right ? -1 : 1;
  return one.issuedOn === other.issuedOn ? 0 : one.issuedOn < other.issuedOn ? -1 : 1;
};

export const cardsByTurn = <Card extends UsableCard>(cards: readonly Card[]): Card[] => cards.toSorted(byTurn);

export const paysForLine = (card: UsableCard, { productId }: Pick<LineToPay, 'productId'>): boolean =>
  productId === null ? card.paysForUnlisted : card.productIds.includes(productId);

/**
 * Which card pays for which line, by the line's key: what was chosen by hand first, then for each line in turn the fitting card that ends
 * first and has enough uses left for the whole of it. Never more uses than a card has, and nobody else's card unasked.
 */
export const chooseCards = <Card extends UsableCard>(
  lines: readonly LineToPay[],
  cards: readonly Card[],
): ReadonlyMap<string, Card> => {
  const inTurn = cardsByTurn(cards);
  const left = new Map(cards.map(({ id, left: uses }) => [id, uses ?? Infinity]));
  const chosen = new Map<string, Card>();
  const take = (line: LineToPay, offered: readonly Card[]): void => {
    const uses = line.quantity === null ? null : usesFor(line.quantity);
    if (uses === null) return;
    const card = offered.find((one) => paysForLine(one, line) && (left.get(one.id) ?? 0) >= uses);
    if (card === undefined) return;
    left.set(card.id, (left.get(card.id) ?? 0) - uses);
    chosen.set(line.key, card);
  };
  for (const line of lines)
    if (typeof line.cardId === 'string')
      take(
        line,
        inTurn.filter(({ id }) => id === line.cardId),
      );
  const own = inTurn.filter(({ ofName }) => ofName == null);
  for (const line of lines) if (line.cardId === undefined) take(line, own);
  return chosen;
};
