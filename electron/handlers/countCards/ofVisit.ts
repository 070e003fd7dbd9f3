import type { OutputOf } from '../../../shared/contract.ts';
import { standingEntries } from '../../../shared/domain/loyalty/countCards.ts';
import type { VisitId } from '../../../shared/types/ids.ts';
import { listEntriesOfVisit } from '../../store/countCards.ts';
import type { BaseContext } from '../context.ts';
import { requireCard, stateOf } from './ledger.ts';

type CardsOfLine = OutputOf<'visits.findById'>['lines'][number]['cards'];

/** By the position of the line: what a visit did to cards, and what is left of each now. Of a visit taken back: nothing. */
export const cardsOfVisit = (context: BaseContext, visitId: VisitId): ReadonlyMap<number, CardsOfLine> => {
  const found = new Map<number, CardsOfLine>();
  for (const { cardId, kind, uses, linePosition } of standingEntries(listEntriesOfVisit(context.database, visitId))) {
    if (linePosition === null) continue;
    const card = requireCard(context, cardId);
    const { left, lastDay } = stateOf(context, card);
    const told = { id: card.id, number: card.number, name: card.name, kind, uses, left, lastDay };
    found.set(linePosition, [...(found.get(linePosition) ?? []), told]);
  }
  return found;
};
