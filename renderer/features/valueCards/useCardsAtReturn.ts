import type { OutputOf } from '../../../shared/contract.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { backOf, noCards, type BackDrafts } from '../sales/backDrafts.ts';
import type { VisitForm } from '../visits/useVisitForm.ts';

const nothing = { ...noCards, backCents: cents(0), paysExchangeCents: cents(0) };

/** What a return gives back to the cards with money on them that paid, as the store reckons it. */
export const useCardsAtReturn = (sale: OutputOf<'visits.findById'>, back: BackDrafts, exchange: VisitForm) => {
  const isPaidByCards = sale.valueCards.length > 0;
  const lines = sale.lines.flatMap((line) => {
    const given = backOf(line, back[line.id] ?? '');
    return given == null ? [] : [{ lineId: line.id, givenBackCents: given.amountCents }];
  });
  const productOf = new Map(exchange.draft.lines.map(({ key, productId }) => [key, productId]));
  const taken = [...exchange.bill.lines].map(([key, { amountCents }]) => ({
    productId: productOf.get(key) ?? null,
    amountCents,
  }));
  const answer = useOperation(
    'valueCards.atReturn',
    { visitId: sale.id, lines, exchange: taken },
    { keepPrevious: true, enabled: isPaidByCards },
  );
  return (isPaidByCards ? answer.data : undefined) ?? nothing;
};
