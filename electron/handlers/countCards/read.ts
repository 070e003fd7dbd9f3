import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { isInScope } from '../../../shared/domain/loyalty/cardFit.ts';
import { cardWorth } from '../../../shared/domain/loyalty/cardWorth.ts';
import {
  freezeDaysLeft,
  frozenUntil,
  nextDueOn,
  standingEntries,
  standingOf,
} from '../../../shared/domain/loyalty/countCards.ts';
import type { CardState } from '../../../shared/domain/loyalty/countCards.ts';
import { dateParts } from '../../../shared/types/time.ts';
import type { ProductId } from '../../../shared/types/ids.ts';
import { listCardsOf, listEntriesOfCard } from '../../store/countCards.ts';
import type { CountCard } from '../../store/countCards.ts';
import { listSoldCards } from '../../store/countCardTypes.ts';
import { othersOfCardTransfers } from '../../store/countCardTransfers.ts';
import { findProductById } from '../../store/products.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { paysForOf } from '../paysFor.ts';
import { requireKnownCustomer } from '../references.ts';
import { ownersOfCards } from '../sharers/purse.ts';
import { requireCard, stateOf } from './ledger.ts';

type Told = OutputOf<'countCards.ofCustomer'>['cards'][number];

const told = (context: StoreContext, card: CountCard, state: CardState): Told => {
  const today = context.today();
  return {
    id: card.id,
    customerId: card.customerId,
    cardTypeId: card.cardTypeId,
    number: card.number,
    name: card.name,
    uses: card.uses,
    left: state.left === null ? null : Math.max(0, state.left),
    used: state.used,
    priceCents: card.priceCents,
    worthCents: cardWorth(card, state, today),
    issuedOn: card.issuedOn,
    firstUsedOn: state.firstUsedOn,
    lastUsedOn: state.lastUsedOn,
    validity: card.validity,
    lastDay: state.lastDay,
    nextDueOn: nextDueOn(card, state),
    standing: standingOf(card, state, today),
    frozenUntil: frozenUntil(state, today),
    freezeDays: card.freezeDays,
    freezeDaysLeft: freezeDaysLeft(card, state, dateParts(today).year),
    visitId: card.visitId,
    paysFor: paysForOf(context, card.scope),
  };
};

const OVER: readonly Told['standing'][] = ['void', 'expired', 'used_up'];
const endOf = ({ lastDay }: Told): string => lastDay ?? '9999-12-31';

const ofCustomer = (
  context: StoreContext,
  { customerId, includeOver }: HandlerInput<'countCards.ofCustomer'>,
): OutputOf<'countCards.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  // One whose visit was taken back never was a card.
  const all = listCardsOf(context.database, customerId)
    .map((card) => ({ card, state: stateOf(context, card) }))
    .filter(({ state }) => !state.isTakenBack)
    .map(({ card, state }) => told(context, card, state));
  const usable = all.filter(({ standing }) => !OVER.includes(standing));
  const over = all.filter(({ standing }) => OVER.includes(standing)).reverse();
  return {
    cards: [
      ...usable.toSorted((one, other) => (endOf(one) === endOf(other) ? 0 : endOf(one) < endOf(other) ? -1 : 1)),
      ...(includeOver ? over : []),
    ],
    over: over.length,
  };
};

const history = (context: StoreContext, { cardId }: HandlerInput<'countCards.history'>): OutputOf<'countCards.history'> => {
  const card = requireCard(context, cardId);
  const all = listEntriesOfCard(context.database, card.id);
  const standing = new Set(standingEntries(all).map(({ id }) => id));
  const others = othersOfCardTransfers(context.database, card.id);
  let left = 0;
  return {
    entries: all
      .map((entry) => {
        left += entry.uses;
        return {
          id: entry.id,
          at: entry.at,
          businessDate: entry.businessDate,
          kind: entry.kind,
          uses: entry.uses,
          days: entry.days,
          leftAfter: card.uses === null ? null : left,
          reason: entry.reason,
          visitId: entry.visitId,
          reversesId: entry.reversesId,
          isReversed: entry.kind !== 'reverse' && !standing.has(entry.id),
          staffName: entry.staffName,
          otherName: others.get(entry.id) ?? null,
        };
      })
      .reverse(),
  };
};

const forVisit = (context: StoreContext, input: HandlerInput<'countCards.forVisit'>): OutputOf<'countCards.forVisit'> => {
  const { database } = context;
  requireKnownCustomer(context, input.customerId);
  const on = input.businessDate ?? context.today();
  const sold = listSoldCards(database);
  const selling = new Set<ProductId>(sold.map(({ product_id: id }) => id));
  const products = [...new Set(input.productIds)].flatMap((id) => findProductById(database, id) ?? []);
  const owners = [{ customerId: input.customerId, name: null }, ...ownersOfCards(context, input.customerId)];
  const cards = owners
    .flatMap(({ customerId, name: ofName }) => listCardsOf(database, customerId).map((card) => ({ card, ofName })))
    .map(({ card, ofName }) => ({ card, ofName, state: stateOf(context, card) }))
    .filter(({ card, state }) => standingOf(card, state, on) === 'open');
  return {
    cards: cards.map(({ card, ofName, state }) => {
      const next = nextDueOn(card, state);
      return {
        id: card.id,
        number: card.number,
        name: card.name,
        left: state.left,
        used: state.used,
        issuedOn: card.issuedOn,
        lastDay: state.lastDay,
        nextDueOn: next,
        isTooSoon: next !== null && on < next,
        productIds: products.filter((one) => !selling.has(one.id) && isInScope(card.scope, one)).map(({ id }) => id),
        paysForUnlisted: isInScope(card.scope, null),
        ofName,
      };
    }),
    sold: sold
      .filter(({ product_id: id }) => products.some((product) => product.id === id))
      .map(({ product_id: productId, name, uses }) => ({ productId, name, uses })),
  };
};

export const readCards: Pick<HandlersOf<'countCards'>, 'countCards.ofCustomer' | 'countCards.history' | 'countCards.forVisit'> = {
  'countCards.ofCustomer': ofCustomer,
  'countCards.history': history,
  'countCards.forVisit': forVisit,
};
