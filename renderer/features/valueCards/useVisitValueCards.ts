import type { CallInput, OutputOf } from '../../../shared/contract.ts';
import { giftPartOf, MOST_CARDS_AT_VISIT } from '../../../shared/domain/valueCards/cards.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import { readValueCardCode } from '../../../shared/domain/valueCards/codes.ts';
import { mostPaidByCard, type PayingCard } from '../../../shared/domain/valueCards/paying.ts';
import { cents, sumCents, type Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { VisitForm } from '../visits/useVisitForm.ts';
import type { VisitCoupons } from '../visits/useVisitCoupons.ts';

type Offered = OutputOf<'valueCards.atVisit'>['cards'][number];

/** A card on the form: whether it pays, how much it would, or why it cannot. */
export interface CardOffer {
  readonly card: Offered;
  readonly isChosen: boolean;
  readonly paysCents: Cents;
  /** What is typed for it to pay; nothing is as much as it can. */
  readonly typed: string;
  /** The most it can pay, where what is typed is more than that or no amount; null where it is not. */
  readonly overCents: Cents | null;
  readonly whyNot: 'expired' | 'empty' | 'void' | 'nothing' | null;
}

const keyOf = ({ id, code }: Offered): string => code ?? id;

/** Cards with money on them at a visit: the customer's own, and those whose code is given; each pays as much as it can. */
export const useVisitValueCards = (
  form: VisitForm,
  coupons: VisitCoupons,
  customerId: CustomerId | null,
  depositCents: Cents,
) => {
  const { settings } = useShop();
  const { draft, change } = form;
  const types = useOperation('valueCards.types', { includeArchived: true }).data?.types ?? [];
  const codes = draft.valueCards.filter((text) => readValueCardCode(text) !== null);
  const isAsked = types.length > 0 && (customerId !== null || codes.length > 0);
  const productIds = [...new Set(draft.lines.flatMap(({ productId }) => productId ?? []))];
  const answer = useOperation(
    'valueCards.atVisit',
    { customerId, codes, productIds, businessDate: draft.date },
    { keepPrevious: true, enabled: isAsked },
  );
  const offered = isAsked ? (answer.data?.cards ?? []) : [];
  const productOf = new Map(draft.lines.map(({ key, productId }) => [key, productId]));
  const lines = [...coupons.amounts].map(([key, amountCents]) => ({ amountCents, productId: productOf.get(key) ?? null }));
  const amounts = lines.map(({ amountCents }) => amountCents);
  const openCents = cents(Math.max(0, coupons.totalCents - depositCents));
  const payingCard = (card: Offered, amount: Cents): PayingCard => ({
    cents: amount,
    isFor: (line) => {
      const productId = lines[line]?.productId ?? null;
      return card.isForAll || (productId !== null && card.productIds.includes(productId));
    },
  });
  const chosen = draft.valueCards.flatMap((text) => offered.find((card) => keyOf(card) === text) ?? []);
  let paying: readonly PayingCard[] = [];
  const left = (): Cents => cents(openCents - sumCents(paying.map((one) => one.cents)));
  const mostOf = (card: Offered): Cents =>
    card.standing === 'open' ? mostPaidByCard(paying, payingCard(card, card.leftCents), amounts, left()) : cents(0);
  const typedOf = (card: Offered): string => draft.valueCardsPaid.find((one) => one.card === keyOf(card))?.paid.trim() ?? '';
  const pays = new Map<Offered, Cents>();
  const over = new Map<Offered, Cents>();
  for (const card of chosen) {
    const most = mostOf(card);
    const wanted = typedOf(card) === '' ? most : parseMoney(typedOf(card));
    const isOver = wanted === null || wanted > most;
    if (isOver) over.set(card, most);
    const amount = isOver ? most : wanted;
    pays.set(card, amount);
    paying = [...paying, payingCard(card, amount)];
  }
  const offers = offered.map((card): CardOffer => {
    const paysCents = pays.get(card) ?? mostOf(card);
    const isNothing = paysCents === 0 && typedOf(card) === '' && lines.length > 0 && (pays.has(card) || left() > 0);
    const whyNot = card.standing === 'open' ? (isNothing ? 'nothing' : null) : card.standing;
    return { card, isChosen: pays.has(card), paysCents, whyNot, typed: typedOf(card), overCents: over.get(card) ?? null };
  });
  const choose = (valueCards: readonly string[]): void => {
    change({ valueCards: valueCards.slice(0, MOST_CARDS_AT_VISIT) });
  };
  const payments: NonNullable<CallInput<'visits.record'>['valueCards']> = [...pays].flatMap(([{ id, code }, amount]) =>
    amount > 0 ? [{ cardId: id, code, cents: amount }] : [],
  );
  return {
    /** Whether the shop has such cards at all. */
    isOffered: types.length > 0,
    offers,
    unknown: isAsked ? (answer.data?.unknown ?? []) : [],
    cents: cents(openCents - left()),
    /** What is typed for one of them is more than it can pay, or no amount. */
    isFaulty: over.size > 0,
    /** What of it the shop gave away, and earns no points. */
    unearningCents: settings.giftEarnsPoints ? cents(0) : sumCents([...pays].map(([card, amount]) => giftPartOf(amount, card))),
    payments,
    pay: (card: Offered, text: string): void => {
      const others = draft.valueCardsPaid.filter((one) => one.card !== keyOf(card) && draft.valueCards.includes(one.card));
      change({ valueCardsPaid: [...others, { card: keyOf(card), paid: text }] });
    },
    toggle: (card: Offered): void => {
      const key = keyOf(card);
      choose(draft.valueCards.includes(key) ? draft.valueCards.filter((one) => one !== key) : [...draft.valueCards, key]);
    },
    /** Takes a code that was typed or scanned, or what was typed off again; whether it can be one. */
    add: (typed: string): boolean => {
      const code = readValueCardCode(typed);
      if (code !== null && !draft.valueCards.includes(code)) choose([...draft.valueCards, code]);
      return code !== null;
    },
    drop: (text: string): void => {
      choose(draft.valueCards.filter((one) => one !== text));
    },
  };
};

export type VisitValueCards = ReturnType<typeof useVisitValueCards>;
