import { cents, sumCents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { bestChoice, sumTaken, takeOff } from '../coupons/takeOff.ts';
import type { BillLine, CouponAtDesk } from '../coupons/takeOff.ts';
import { cardsByTurn, chooseCards, paysForLine, usesFor } from '../loyalty/cardFit.ts';
import type { LineToPay, UsableCard } from '../loyalty/cardFit.ts';

// The cheapest legal mix of cards, coupons and prices for one visit (X65).

/** One way to price the visit: as it stands, or without what the customer's tier takes off. */
export interface MixPrice<Card> {
  readonly key: string;
  /** The bill when these cards pay for these lines, in the order of the lines: computed as in the books. */
  readonly bill: (byLine: ReadonlyMap<string, Card>) => readonly BillLine[];
}

export interface Mix<Card> {
  readonly price: string;
  readonly byLine: ReadonlyMap<string, Card>;
  /** The numbers and codes of the coupons, in the order given. */
  readonly coupons: readonly string[];
  readonly couponCents: Cents;
  /** What is left to pay. */
  readonly totalCents: Cents;
}

/** So many ways of paying lines with cards are tried one by one; beyond it those that cards alone would propose. */
const MOST_WAYS = 64;

/** Cards that pay for the same lines, and have as many uses left, stand for each other: the one whose turn comes first stands for all of them. */
const scopeOf = (card: UsableCard, lines: readonly LineToPay[]): string =>
  lines.map((line) => (paysForLine(card, line) ? '1' : '0')).join('');

const waysOf = <Card extends UsableCard>(lines: readonly LineToPay[], cards: readonly Card[]): ReadonlyMap<string, Card>[] => {
  const inTurn = cardsByTurn(cards);
  const left = new Map(inTurn.map(({ id, left: uses }) => [id, uses ?? Infinity]));
  const chosen = new Map<string, Card>();
  const ways: ReadonlyMap<string, Card>[] = [];
  const goOn = (place: number): boolean => {
    const line = lines[place];
    if (line === undefined) {
      ways.push(new Map(chosen));
      return ways.length <= MOST_WAYS;
    }
    const uses = line.quantity === null ? null : usesFor(line.quantity);
    const tried = new Set<string>();
    for (const card of uses === null || line.cardId === null ? [] : inTurn) {
      const has = left.get(card.id) ?? 0;
      const scope = `${scopeOf(card, lines)} ${has}`;
      if (uses === null || has < uses || tried.has(scope) || !paysForLine(card, line)) continue;
      if (typeof line.cardId === 'string' && line.cardId !== card.id) continue;
      tried.add(scope);
      left.set(card.id, has - uses);
      chosen.set(line.key, card);
      const isInside = goOn(place + 1);
      chosen.delete(line.key);
      left.set(card.id, has);
      if (!isInside) return false;
    }
    // What somebody has chosen by hand is not taken from them.
    return typeof line.cardId === 'string' && tried.size > 0 ? true : goOn(place + 1);
  };
  return goOn(0) ? ways : [chooseCards(lines, cards), new Map()];
};

const usesOf = <Card>(lines: readonly LineToPay[], byLine: ReadonlyMap<string, Card>): number =>
  lines.reduce((sum, { key, quantity }) => sum + (byLine.has(key) && quantity !== null ? (usesFor(quantity) ?? 0) : 0), 0);

/**
 * What leaves least to pay. Of two as cheap the one that uses fewer uses of cards, then fewer coupons, then the price that stands first: nobody
 * spends a use or a coupon for nothing. A line whose card somebody chose keeps it; `cardId: null` wants none.
 */
export const cheapestMix = <Card extends UsableCard>(
  lines: readonly LineToPay[],
  cards: readonly Card[],
  prices: readonly MixPrice<Card>[],
  coupons: readonly CouponAtDesk[],
): Mix<Card> => {
  const [first] = prices;
  let best: Mix<Card> & { readonly uses: number } = {
    price: first?.key ?? '',
    byLine: new Map(),
    coupons: [],
    couponCents: cents(0),
    totalCents: cents(Number.MAX_SAFE_INTEGER),
    uses: 0,
  };
  for (const byLine of waysOf(lines, cards))
    for (const price of prices) {
      const bill = price.bill(byLine);
      const keys = bestChoice(bill, coupons);
      const couponCents = sumTaken(
        takeOff(
          bill,
          coupons.filter(({ key }) => keys.includes(key)),
        ),
      );
      const totalCents = cents(sumCents(bill.map(({ amountCents }) => amountCents)) - couponCents);
      const mix = { price: price.key, byLine, coupons: keys, couponCents, totalCents, uses: usesOf(lines, byLine) };
      const isBetter =
        mix.totalCents < best.totalCents ||
        (mix.totalCents === best.totalCents &&
          (mix.uses < best.uses || (mix.uses === best.uses && mix.coupons.length < best.coupons.length)));
      if (isBetter) best = mix;
    }
  return best;
};
