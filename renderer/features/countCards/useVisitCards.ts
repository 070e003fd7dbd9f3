import type { OutputOf } from '../../../shared/contract.ts';
import { chooseCards, paysForLine } from '../../../shared/domain/loyalty/cardFit.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import type { CustomerId, ProductId } from '../../../shared/types/ids.ts';
import type { VisitDraft } from '../../../shared/contract/parkedVisits.ts';
import { useOperation } from '../../ipc/useOperation.ts';

export type VisitCard = OutputOf<'countCards.forVisit'>['cards'][number];

/** The cards at a visit: which pays for which line, and what each line could be paid with. */
export interface VisitCards {
  /** Those that can be used. */
  readonly usable: readonly VisitCard[];
  /** By the key of the line. */
  readonly byLine: ReadonlyMap<string, VisitCard>;
  /** The cards that pay for an item, whether they are chosen or not. */
  readonly fitting: (line: { readonly productId: ProductId | null }) => readonly VisitCard[];
  /** What the item sells, when it sells a card. */
  readonly soldBy: (productId: ProductId | null) => string | null;
}

/** Reads the cards of whoever is there and proposes the one that ends first; nobody has none. */
export const useVisitCards = (customerId: CustomerId | null, { lines, date }: Pick<VisitDraft, 'lines' | 'date'>): VisitCards => {
  const productIds = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
  const { cards = [], sold = [] } =
    useOperation(
      'countCards.forVisit',
      { customerId: customerId ?? '', productIds, businessDate: date },
      { enabled: customerId !== null, keepPrevious: true },
    ).data ?? {};
  return {
    usable: cards,
    byLine: chooseCards(
      lines.map((line) => ({ ...line, quantity: parseQuantity(line.quantity) })),
      cards,
    ),
    fitting: (line) => cards.filter((card) => paysForLine(card, line)),
    soldBy: (productId) => sold.find((one) => one.productId === productId)?.name ?? null,
  };
};
