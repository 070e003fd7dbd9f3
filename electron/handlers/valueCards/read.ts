import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { standingOf } from '../../../shared/domain/valueCards/cards.ts';
import { isForAll, isInScope } from '../../../shared/domain/coupons/terms.ts';
import { readCodeEnd, readValueCardCode } from '../../../shared/domain/valueCards/codes.ts';
import { cents, sumCents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { addDays } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { listValueCardEntries } from '../../store/valueCardEntries.ts';
import type { ValueCardEntryRow } from '../../store/valueCardEntries.ts';
import { returnedOfVisit } from '../../store/visitReturns.ts';
import { listLinesOfVisit } from '../../store/visits.ts';
import { findValueCardByCode, findValueCards, listValueCardsOf, sumOpenValueCards } from '../../store/valueCards.ts';
import type { StoredValueCard } from '../../store/valueCards.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { productsOf } from '../coupons/desk.ts';
import { requireKnownCustomer } from '../references.ts';
import { requireValueCard } from './ledger.ts';
import { cardMoneyOf, cardsBack } from './returns.ts';
import { canReverse } from './reverse.ts';
import { paysForOf } from '../paysFor.ts';

/** Cards that end within so many days are told apart: there is still time to say so. */
const SOON_DAYS = 30;
const MOST_ENTRIES = 200;

const fieldsOf = (context: BaseContext, card: StoredValueCard, on: LocalDate) => ({
  id: card.id,
  kind: card.kind,
  name: card.name,
  codeEnd: card.codeEnd,
  faceCents: card.faceCents,
  leftCents: card.leftCents,
  issuedOn: card.issuedOn,
  validUntil: card.validUntil,
  standing: standingOf(card, on),
  paysFor: paysForOf(context, card.scope),
});
const told = (context: BaseContext, card: StoredValueCard): OutputOf<'valueCards.find'>['rows'][number] => ({
  ...fieldsOf(context, card, context.today()),
  customerId: card.customerId,
  customerName: card.customerName,
});

type Told = OutputOf<'valueCards.findById'>['entries'][number];

/** What a visit moved line by line is told as one; a taken back entry keeps its place, what took it back has its own. */
const entriesOf = (context: BaseContext, card: StoredValueCard): Told[] => {
  const merged = new Map<string, { readonly first: ValueCardEntryRow; cents: number; left: number }>();
  let left = 0;
  for (const entry of listValueCardEntries(context.database, card.id)) {
    left += entry.cents;
    const key = entry.visitId === null ? entry.id : `${entry.visitId} ${entry.kind}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { first: entry, cents: entry.cents, left });
    else {
      known.cents += entry.cents;
      known.left = left;
    }
  }
  return [...merged.values()]
    .toReversed()
    .slice(0, MOST_ENTRIES)
    .map(({ first, cents: moved, left: after }) => ({
      id: first.id,
      at: first.at,
      businessDate: first.businessDate,
      kind: first.kind,
      cents: cents(moved),
      leftAfterCents: cents(after),
      paidCents: first.paidCents,
      method: first.method,
      reason: first.reason,
      visitId: first.visitId,
      isReversed: first.isReversed === 1,
      canReverse: canReverse(context, card, first),
      staffName: first.staffName,
    }));
};

/** Whoever gives the code pays with it: it is told to whoever may correct balances, and that day to whoever sold it. */
export const seesCode = (context: BaseContext, { id }: Pick<StoredValueCard, 'id'>): boolean =>
  context.actor.permissions.includes('loyalty.adjust') ||
  listValueCardEntries(context.database, id).some(
    ({ kind, staffId, businessDate }) =>
      kind === 'issue' && staffId === context.actor.staffId && businessDate === context.today(),
  );

const findById = (context: StoreContext, { cardId }: HandlerInput<'valueCards.findById'>): OutputOf<'valueCards.findById'> => {
  const card = requireValueCard(context, cardId);
  return {
    ...told(context, card),
    code: seesCode(context, card) ? card.code : null,
    paidCents: card.paidCents,
    entries: entriesOf(context, card),
  };
};

const ofCustomer = (
  context: StoreContext,
  { customerId, includeOver }: HandlerInput<'valueCards.ofCustomer'>,
): OutputOf<'valueCards.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const today = context.today();
  const cards = listValueCardsOf(context.database, customerId).map((card) => fieldsOf(context, card, today));
  const open = cards.filter(({ standing }) => standing === 'open');
  return {
    cards: includeOver ? [...open, ...cards.filter(({ standing }) => standing !== 'open')] : open,
    over: cards.length - open.length,
    openCents: sumCents(open.map(({ leftCents }) => leftCents)),
  };
};

const ownOf = (context: BaseContext, customerId: CustomerId | null) =>
  customerId === null ? [] : listValueCardsOf(context.database, customerId);

const atVisit = (context: StoreContext, input: HandlerInput<'valueCards.atVisit'>): OutputOf<'valueCards.atVisit'> => {
  const on = input.businessDate ?? context.today();
  const products = productsOf(context, input.productIds);
  const own = ownOf(context, input.customerId).filter((card) => standingOf(card, on) === 'open' && card.issuedOn <= on);
  const unknown: string[] = [];
  const given = new Map<StoredValueCard['id'], { readonly card: StoredValueCard; readonly code: string }>();
  for (const typed of input.codes) {
    const code = readValueCardCode(typed);
    const card = code === null ? undefined : findValueCardByCode(context.database, code);
    if (code === null || card === undefined) unknown.push(typed);
    else given.set(card.id, { card, code });
  }
  const offered = [...given.values(), ...own.filter(({ id }) => !given.has(id)).map((card) => ({ card, code: null }))];
  return {
    cards: offered.map(({ card, code }) => ({
      ...fieldsOf(context, card, on),
      paidCents: card.paidCents,
      code,
      isForAll: isForAll(card.scope),
      productIds: products.filter((product) => isInScope(card.scope, product)).map(({ id }) => id),
    })),
    unknown,
  };
};

const atReturn = (
  context: StoreContext,
  { visitId, lines, exchange }: HandlerInput<'valueCards.atReturn'>,
): OutputOf<'valueCards.atReturn'> => {
  const sold = new Map(listLinesOfVisit(context.database, visitId).map((line) => [line.id, line]));
  const before = returnedOfVisit(context.database, visitId);
  const back = lines.flatMap(({ lineId, givenBackCents }) => {
    const line = sold.get(lineId);
    if (line === undefined) return [];
    const returnedCents = before.get(line.position)?.amountCents ?? cents(0);
    return [{ position: line.position, amountCents: line.amountCents, returnedCents, givenBackCents }];
  });
  const known = cardMoneyOf(context, visitId);
  const now = cardsBack(context, visitId, back, exchange, context.today());
  return {
    paidCents: known.paidCents,
    backBeforeCents: known.backCents,
    backCents: now.backCents,
    paysExchangeCents: now.exchange.cents,
  };
};

/** What is known of cards with money on them. */
export const valueCardReads: Pick<
  HandlersOf<'valueCards'>,
  | 'valueCards.find'
  | 'valueCards.findById'
  | 'valueCards.ofCustomer'
  | 'valueCards.atVisit'
  | 'valueCards.atReturn'
  | 'valueCards.owed'
> = {
  'valueCards.find': (context, { text, ...page }) => {
    const code = readValueCardCode(text);
    const wanted = { ...page, text, code, codeEnd: readCodeEnd(text), today: context.today() };
    const { total, rows } = findValueCards(context.database, wanted);
    return { total, rows: rows.map((card) => told(context, card)) };
  },
  'valueCards.findById': findById,
  'valueCards.ofCustomer': ofCustomer,
  'valueCards.atVisit': atVisit,
  'valueCards.atReturn': atReturn,
  'valueCards.owed': (context) => {
    const today = context.today();
    const kinds = sumOpenValueCards(context.database, today, null);
    const soon = sumOpenValueCards(context.database, today, addDays(today, SOON_DAYS));
    return {
      cents: sumCents(kinds.map((one) => one.cents)),
      kinds,
      soonDays: SOON_DAYS,
      soonCents: sumCents(soon.map((one) => one.cents)),
    };
  },
};
