import { standingOf } from '../../../shared/domain/valueCards/cards.ts';
import { mostPaidByCard, spreadCards } from '../../../shared/domain/valueCards/paying.ts';
import { goesBackToCards } from '../../../shared/domain/valueCards/returns.ts';
import type { LineBack } from '../../../shared/domain/valueCards/returns.ts';
import { cents, sumCents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, ValueCardEntryId, ValueCardId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { backOfSpending, listStandingCardEntries } from '../../store/valueCardEntries.ts';
import { findValueCard } from '../../store/valueCards.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { appendToCard, cardsMoved } from './ledger.ts';
import { payingCards, spendCards, unearningOf } from './visits.ts';
import type { PaidLine, SettledCards } from './visits.ts';

// What a return gives back to the cards that paid, line by line, before anything else; what is taken in exchange is paid out of that.

/** What goes back by which entry, and what of it pays for an exchange: nothing of it is written yet. */
export interface CardsBack {
  readonly entries: readonly { readonly cardId: ValueCardId; readonly spendId: ValueCardEntryId; readonly cents: Cents }[];
  readonly backCents: Cents;
  readonly exchange: Pick<SettledCards, 'cards' | 'cents' | 'unearningCents'>;
}

/** A line that comes back, and where it stood in the sale. */
export interface ReturnedLine extends LineBack {
  readonly position: number;
}

const noExchange = { cards: [], cents: cents(0), unearningCents: cents(0) };

/** What of the goods taken in exchange is paid out of what goes back to the cards: as far as each is for them, and pays that day. */
const paidExchange = (
  context: BaseContext,
  back: CardsBack['entries'],
  exchange: readonly PaidLine[],
  on: LocalDate,
): CardsBack['exchange'] => {
  if (exchange.length === 0 || back.length === 0) return noExchange;
  const wanted = [...new Set(back.map(({ cardId }) => cardId))].flatMap((cardId) => {
    const card = findValueCard(context.database, cardId);
    const amount = sumCents(back.filter((one) => one.cardId === cardId).map((one) => one.cents));
    if (card === undefined || amount === 0) return [];
    return standingOf({ ...card, leftCents: amount }, on) === 'open' ? [{ card, cents: amount }] : [];
  });
  const amounts = exchange.map(({ amountCents }) => amountCents);
  let paying: ReturnType<typeof payingCards> = [];
  let open = sumCents(amounts);
  for (const card of payingCards(context, wanted, exchange)) {
    const most = mostPaidByCard(paying, card, amounts, open);
    paying = [...paying, { ...card, cents: most }];
    open = cents(open - most);
  }
  const shares = spreadCards(paying, amounts) ?? [];
  return {
    cards: wanted.map(({ card }, index) => ({ card, shares: shares[index] ?? [] })),
    cents: sumCents(paying.map((one) => one.cents)),
    unearningCents: unearningOf(
      context,
      wanted.map(({ card }, index) => ({ card, cents: paying[index]?.cents ?? cents(0) })),
    ),
  };
};

/** What a return gives back to the cards that paid for the sale. */
export const cardsBack = (
  context: BaseContext,
  saleId: VisitId,
  lines: readonly ReturnedLine[],
  exchange: readonly PaidLine[],
  on: LocalDate,
): CardsBack => {
  const spent = listStandingCardEntries(context.database, saleId).filter(({ kind }) => kind === 'spend');
  const entries = lines.flatMap((line) => {
    const ofLine = spent.filter(({ linePosition }) => linePosition === line.position);
    const paid = ofLine.map(({ id, cents: moved }) => ({
      paidCents: cents(0 - moved),
      backCents: backOfSpending(context.database, id),
    }));
    return goesBackToCards(line, paid).flatMap((part, index) => {
      const entry = ofLine[index];
      return entry === undefined || part === 0 ? [] : [{ cardId: entry.cardId, spendId: entry.id, cents: part }];
    });
  });
  return {
    entries,
    backCents: sumCents(entries.map((entry) => entry.cents)),
    exchange: paidExchange(context, entries, exchange, on),
  };
};

/** What standing returns of a sale have given back to its cards so far. */
export const cardMoneyOf = (
  { database }: BaseContext,
  saleId: VisitId,
): { readonly paidCents: Cents; readonly backCents: Cents } => {
  const spent = listStandingCardEntries(database, saleId).filter(({ kind }) => kind === 'spend');
  return {
    paidCents: cents(0 - sumCents(spent.map((entry) => entry.cents))),
    backCents: sumCents(spent.map(({ id }) => backOfSpending(database, id))),
  };
};

/** Writes it into the ledgers, once the return stands in the books; `from` is where the lines of the exchange begin. */
export const giveCardMoneyBack = (
  context: StoreContext,
  visit: {
    readonly visitId: VisitId;
    readonly customerId: CustomerId | null;
    readonly businessDate: LocalDate;
    readonly reason: string;
  },
  { entries, exchange }: CardsBack,
  from: number,
): void => {
  const { visitId, reason } = visit;
  for (const { cardId, spendId, cents: back } of entries)
    appendToCard(context, { cardId, kind: 'return', cents: back, visitId, reason, concernsId: spendId });
  spendCards(context, visit, exchange, from);
  const owners = entries.map(({ cardId }) => findValueCard(context.database, cardId)?.customerId ?? null);
  if (entries.length > 0) cardsMoved(context, owners);
};
