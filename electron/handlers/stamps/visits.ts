import { countedSchema } from '../../../shared/contract/stamps.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { countedLines, stampsFor } from '../../../shared/domain/loyalty/stamps.ts';
import type { StampCard, StampLine } from '../../../shared/domain/loyalty/stamps.ts';
import { cents, quantity } from '../../../shared/types/amounts.ts';
import type { CustomerId, StampCardId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findCategories } from '../../store/products.ts';
import { listStampCards } from '../../store/stampCards.ts';
import { listStampEntries, listStampsOfVisit } from '../../store/stamps.ts';
import type { StoredStampEntry } from '../../store/stamps.ts';
import { returnedOfVisit } from '../../store/visitReturns.ts';
import { findVisitById, listLinesOfVisit } from '../../store/visits.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import type { VisitPart } from '../visits/part.ts';
import { appendStamps, reverseStamps, settleStamps, standingOf } from './ledger.ts';

/** What was sold at a visit, without what has come back of it and what came back by it. */
const linesLeft = ({ database }: BaseContext, visitId: VisitId): StampLine[] => {
  const returned = returnedOfVisit(database, visitId);
  const lines = listLinesOfVisit(database, visitId).filter(({ returnsPosition }) => returnsPosition === null);
  const categories = findCategories(
    database,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  return lines.map((line) => {
    const back = returned.get(line.position);
    return {
      position: line.position,
      productId: line.productId,
      category: line.productId === null ? null : (categories.get(line.productId) ?? null),
      quantity: quantity(line.quantity - (back?.quantity ?? 0)),
      amountCents: cents(line.amountCents - (back?.amountCents ?? 0)),
    };
  });
};

const standing = (entries: readonly StoredStampEntry[]): StoredStampEntry[] => {
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  return entries.filter(({ id, kind }) => kind !== 'reverse' && !reversed.has(id));
};

/** What is left of what a visit earned once returns took of it. */
const keptOf = (entries: readonly StoredStampEntry[], { id, stamps }: StoredStampEntry): number =>
  standing(entries).reduce((sum, entry) => sum + (entry.concernsId === id ? entry.stamps : 0), stamps);

/** Whether a card that counts visits has counted one on that day: two bills of one visit bring one stamp. */
const countedThatDay = (entries: readonly StoredStampEntry[], cardId: StampCardId, on: LocalDate): boolean =>
  standing(entries).some(
    (entry) => entry.cardId === cardId && entry.kind === 'earn' && entry.businessDate === on && keptOf(entries, entry) > 0,
  );

const cardOf = ({ database }: BaseContext, cardId: StampCardId): StampCard | undefined =>
  listStampCards(database).find(({ id }) => id === cardId);

const settleAll = (context: StoreContext, customerId: CustomerId, cardIds: readonly StampCardId[], visitId: VisitId): void => {
  for (const cardId of new Set(cardIds)) {
    const card = cardOf(context, cardId);
    if (card !== undefined) settleStamps(context, customerId, card, visitId);
  }
  if (cardIds.length > 0) context.changed(['stamps'], [customerId]);
};

/** What of the stamps of a sale goes back with what came back: as many as are not brought any more by what is left. */
const takeReturnedBack = (context: StoreContext, saleId: VisitId, visitId: VisitId): readonly StampCardId[] => {
  const { database } = context;
  const lines = linesLeft(context, saleId);
  const ofSale = standing(listStampsOfVisit(database, saleId)).filter(({ kind }) => kind === 'earn');
  return ofSale.flatMap((earned) => {
    const counted = countedSchema.parse(JSON.parse(earned.counted ?? 'null'));
    const kept = stampsFor(
      counted,
      lines.filter(({ position }) => counted.positions.includes(position)),
    );
    const back = keptOf(listStampEntries(database, earned.customerId), earned) - kept;
    if (back <= 0) return [];
    const { customerId, cardId, id: concernsId } = earned;
    appendStamps(context, { customerId, cardId, kind: 'return', stamps: 0 - back, visitId, concernsId });
    return [cardId];
  });
};

/** Stamps that visits bring (X61), taken back with them and with what comes back. */
export const stampsPart: VisitPart = {
  apply: (context, { customerId, visitId, businessDate }) => {
    const cards = listStampCards(context.database).filter(({ isArchived }) => !isArchived);
    if (cards.length === 0) return;
    const lines = linesLeft(context, visitId);
    const entries = listStampEntries(context.database, customerId);
    const earning = cards.filter((card) => {
      const counted = countedLines(card, lines);
      const stamps = stampsFor(card, counted);
      if (stamps === 0 || (card.per === 'visit' && countedThatDay(entries, card.id, businessDate))) return false;
      const terms = { per: card.per, leastCents: card.leastCents, positions: counted.map(({ position }) => position) };
      const earned = { customerId, cardId: card.id, visitId, businessDate, stamps };
      appendStamps(context, { ...earned, kind: 'earn', counted: JSON.stringify(terms) });
      return true;
    });
    settleAll(
      context,
      customerId,
      earning.map(({ id }) => id),
      visitId,
    );
  },
  takeBack: (context, { visitId }) => {
    // What it brought of rewards goes back as far as the stamps do not reach any more.
    const moved = standing(listStampsOfVisit(context.database, visitId)).filter(({ kind }) => kind !== 'reward');
    for (const entry of moved.toReversed()) reverseStamps(context, entry, visitId);
    for (const owner of new Set(moved.map((entry) => entry.customerId)))
      settleAll(
        context,
        owner,
        moved.map(({ cardId }) => cardId),
        visitId,
      );
  },
  returned: (context, { customerId, saleId, visitId }) => {
    settleAll(context, customerId, takeReturnedBack(context, saleId, visitId), visitId);
  },
};

/** What a visit moved on the cards of whose it is, and how they stand now: "7 of 10". */
export const stampsOfVisit = (context: BaseContext, visitId: VisitId): OutputOf<'visits.findById'>['stamps'] => {
  const { database } = context;
  const customerId = findVisitById(database, visitId)?.customer_id ?? null;
  const moved = standing(listStampsOfVisit(database, visitId)).filter((entry) => entry.customerId === customerId);
  if (customerId === null || moved.length === 0) return [];
  const entries = listStampEntries(database, customerId);
  return listStampCards(database).flatMap((card) => {
    const own = moved.filter(({ cardId }) => cardId === card.id);
    if (own.length === 0) return [];
    return [
      {
        cardId: card.id,
        name: card.name,
        stamps: standingOf(entries, card).stamps,
        needed: card.needed,
        added: own.filter(({ kind }) => kind !== 'reward').reduce((sum, { stamps }) => sum + stamps, 0),
        rewards: own.filter(({ kind }) => kind === 'reward').length,
      },
    ];
  });
};
