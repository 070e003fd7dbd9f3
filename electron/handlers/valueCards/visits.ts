import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { isInScope } from '../../../shared/domain/coupons/terms.ts';
import { giftPartOf, standingOf } from '../../../shared/domain/valueCards/cards.ts';
import { readValueCardCode } from '../../../shared/domain/valueCards/codes.ts';
import { spreadCards } from '../../../shared/domain/valueCards/paying.ts';
import type { PayingCard } from '../../../shared/domain/valueCards/paying.ts';
import { cents, sumCents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, ProductId, ValueCardId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { backOfSpending, listStandingCardEntries } from '../../store/valueCardEntries.ts';
import { disownValueCards, findValueCard, ownValueCard } from '../../store/valueCards.ts';
import type { StoredValueCard } from '../../store/valueCards.ts';
import type { PaymentRow } from '../../store/visitPayments.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { productsOf } from '../coupons/desk.ts';
import { refuseField } from '../refuseField.ts';
import { appendToCard, cardsMoved } from './ledger.ts';

// Cards with money on them at a visit (X59, X60): walk-ins pay with them too, so that they stand beside what a visit brings its customer.

/** A line of the bill as it is paid. */
export interface PaidLine {
  readonly productId: ProductId | null;
  readonly amountCents: Cents;
}

/** What cards pay of which lines: nothing of it is written yet. */
export interface SettledCards {
  readonly cards: readonly { readonly card: StoredValueCard; readonly shares: readonly Cents[] }[];
  readonly cents: Cents;
  /** What a customer's own cards pay whose code nobody gave. */
  readonly ownCents: Cents;
  /** How much of it earns no points: what the shop gave away. */
  readonly unearningCents: Cents;
}

/** The row of the visit that says so; none for nothing. */
export const cardPayment = (paid: Cents): readonly PaymentRow[] =>
  paid === 0 ? [] : [{ method: 'value_card', cents: paid, points: null, giftCents: null }];

/** How much of what cards pay earns no points: what the shop gave away, unless it lets gifts earn. */
export const unearningOf = (
  context: BaseContext,
  parts: readonly { readonly card: StoredValueCard; readonly cents: Cents }[],
): Cents =>
  context.settings().giftEarnsPoints ? cents(0) : sumCents(parts.map(({ card, cents: paid }) => giftPartOf(paid, card)));

/** Which lines each card is for, by what the lines are of. */
export const payingCards = (
  context: BaseContext,
  wanted: readonly { readonly card: StoredValueCard; readonly cents: Cents }[],
  lines: readonly PaidLine[],
): PayingCard[] => {
  const products = productsOf(
    context,
    lines.map(({ productId }) => productId),
  );
  return wanted.map(({ card, cents: amount }) => {
    const isFor = lines.map(({ productId }) => isInScope(card.scope, products.find(({ id }) => id === productId) ?? null));
    return { cents: amount, isFor: (line) => isFor[line] === true };
  });
};

/**
 * What cards pay of a visit. Throws bad_input with the card: value_card_unknown, value_card_other_person, value_card_void, value_card_empty,
 * value_card_expired, value_card_later, more_than_on_card, more_than_card_is_for.
 */
export const settleValueCards = (
  context: BaseContext,
  from: {
    readonly customerId: CustomerId | null;
    readonly businessDate: LocalDate;
    readonly valueCards: HandlerInput<'visits.record'>['valueCards'];
  },
  lines: readonly PaidLine[],
): SettledCards => {
  const { customerId, businessDate: on } = from;
  const wanted = from.valueCards.map(({ cardId, code, cents: amount }, index) => {
    const path = `valueCards.${index}.cents`;
    const card = findValueCard(context.database, cardId);
    const isGiven = code !== null && card?.code === readValueCardCode(code);
    const isOwn = customerId !== null && card?.customerId === customerId;
    if (card === undefined) return refuseField(path, 'value_card_unknown');
    if (!isGiven && !isOwn) return refuseField(path, 'value_card_other_person');
    const standing = standingOf(card, on);
    if (standing !== 'open') return refuseField(path, `value_card_${standing}`);
    if (card.issuedOn > on) return refuseField(path, 'value_card_later');
    if (amount > card.leftCents) return refuseField(path, 'more_than_on_card');
    return { card, cents: amount, isOwn: !isGiven };
  });
  const shares = spreadCards(
    payingCards(context, wanted, lines),
    lines.map(({ amountCents }) => amountCents),
  );
  if (shares === null) return refuseField(`valueCards.${wanted.length - 1}.cents`, 'more_than_card_is_for');
  return {
    cards: wanted.map(({ card }, index) => ({ card, shares: shares[index] ?? [] })),
    cents: sumCents(wanted.map((one) => one.cents)),
    ownCents: sumCents(wanted.filter(({ isOwn }) => isOwn).map((one) => one.cents)),
    unearningCents: unearningOf(context, wanted),
  };
};

interface OfVisit {
  readonly visitId: VisitId;
  readonly customerId: CustomerId | null;
  readonly businessDate: LocalDate;
}

/** Takes from the cards what pays for a visit, once it stands in the books; whoever uses a gift card first has it on record. */
export const spendCards = (
  context: StoreContext,
  { visitId, customerId, businessDate }: OfVisit,
  { cards }: Pick<SettledCards, 'cards'>,
  from = 0,
): void => {
  for (const { card, shares } of cards) {
    for (const [index, share] of shares.entries())
      if (share > 0)
        appendToCard(context, {
          cardId: card.id,
          kind: 'spend',
          cents: cents(0 - share),
          visitId,
          linePosition: from + index,
          businessDate,
        });
    if (card.kind === 'gift' && card.customerId === null && customerId !== null)
      ownValueCard(context.database, card.id, customerId, visitId);
  }
  if (cards.length > 0) cardsMoved(context, [customerId, ...cards.map(({ card }) => card.customerId)]);
};

const cardsOfEntries = ({ database }: BaseContext, cardIds: readonly ValueCardId[]): StoredValueCard[] =>
  [...new Set(cardIds)].flatMap((id) => findValueCard(database, id) ?? []);

/**
 * Takes back what a visit moved on cards, the last first. Throws conflict (value_card_spent) where what a return gave back has been spent
 * since.
 */
export const takeCardMoneyBack = (context: StoreContext, visitId: VisitId): void => {
  const entries = listStandingCardEntries(context.database, visitId);
  if (entries.length === 0) return;
  const owners = cardsOfEntries(
    context,
    entries.map(({ cardId }) => cardId),
  ).map(({ customerId }) => customerId);
  for (const { id, cardId, cents: moved } of entries.toReversed())
    appendToCard(context, { cardId, kind: 'reverse', cents: cents(0 - moved), visitId, reversesId: id });
  disownValueCards(context.database, visitId);
  cardsMoved(context, owners);
};

/** A walk-in's visit is given to a customer: the gift cards it was paid with are on record for them, where they were for nobody. */
export const claimCards = (context: StoreContext, visitId: VisitId, customerId: CustomerId): void => {
  const cardIds = listStandingCardEntries(context.database, visitId).map(({ cardId }) => cardId);
  const ownerless = cardsOfEntries(context, cardIds).filter((card) => card.kind === 'gift' && card.customerId === null);
  for (const { id } of ownerless) ownValueCard(context.database, id, customerId, visitId);
  if (ownerless.length > 0) cardsMoved(context, [customerId]);
};

/** Of a visit that stands: how much of what cards paid earns no points. */
export const unearningOfVisit = (context: BaseContext, visitId: VisitId): Cents => {
  const spent = listStandingCardEntries(context.database, visitId).filter(({ kind }) => kind === 'spend');
  const cards = cardsOfEntries(
    context,
    spent.map(({ cardId }) => cardId),
  );
  return unearningOf(
    context,
    cards.map((card) => ({
      card,
      cents: cents(0 - sumCents(spent.filter(({ cardId }) => cardId === card.id).map((entry) => entry.cents))),
    })),
  );
};

/** Which cards a visit moved money of, and what is left on them now. */
export const valueCardsOfVisit = (context: BaseContext, visitId: VisitId): OutputOf<'visits.findById'>['valueCards'] => {
  const entries = listStandingCardEntries(context.database, visitId);
  const sumOf = (cardId: ValueCardId, kind: 'spend' | 'return'): number =>
    sumCents(entries.filter((entry) => entry.cardId === cardId && entry.kind === kind).map((entry) => entry.cents));
  return cardsOfEntries(
    context,
    entries.map(({ cardId }) => cardId),
  ).map((card) => ({
    cardId: card.id,
    name: card.name,
    codeEnd: card.codeEnd,
    paidCents: cents(0 - sumOf(card.id, 'spend')),
    returnedCents: cents(sumOf(card.id, 'return')),
    leftCents: card.leftCents,
    lines: entries.flatMap(({ id, cardId, kind, linePosition, cents: paid }) =>
      cardId === card.id && kind === 'spend' && linePosition !== null
        ? [{ position: linePosition, paidCents: cents(0 - paid), backCents: backOfSpending(context.database, id) }]
        : [],
    ),
  }));
};
