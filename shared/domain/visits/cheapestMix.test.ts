import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents, quantity, sumCents } from '../../types/amounts.ts';
import { countCardId, productId } from '../../types/ids.ts';
import { localDate } from '../../types/time.ts';
import { plainTerms } from '../coupons/presets.ts';
import { bestChoice, sumTaken, takeOff } from '../coupons/takeOff.ts';
import type { BillLine, CouponAtDesk } from '../coupons/takeOff.ts';
import { paysForLine } from '../loyalty/cardFit.ts';
import type { LineToPay, UsableCard } from '../loyalty/cardFit.ts';
import { cheapestMix } from './cheapestMix.ts';
import type { MixPrice } from './cheapestMix.ts';

const idOf = (place: number) => productId(`00000000-0000-7000-8000-00000000000${place}`);
const cardOf = (place: number, left: number | null, products: readonly number[]): UsableCard => ({
  id: countCardId(`00000000-0000-7000-8000-0000000000c${place}`),
  left,
  lastDay: place === 0 ? null : localDate(`2026-12-0${place}`),
  issuedOn: localDate('2026-11-01'),
  productIds: products.map(idOf),
  paysForUnlisted: false,
});
interface Item {
  readonly amount: number;
  readonly product: number;
  readonly pieces: number;
}
const lineOf = ({ product, pieces }: Item, place: number): LineToPay => ({
  key: `line${place}`,
  productId: idOf(product),
  quantity: quantity(pieces * 1000),
});
/** Priced with a tenth off, or in full: what a card pays for comes to nothing. */
const pricesOf = (items: readonly Item[], off = 0): MixPrice<UsableCard> => ({
  key: off === 0 ? 'full' : 'tier',
  bill: (byLine) =>
    items.map(({ amount, product, pieces }, place): BillLine => {
      const amountCents = byLine.has(`line${place}`) ? 0 : amount - Math.floor((amount * off) / 100);
      return {
        productId: idOf(product),
        quantity: quantity(pieces * 1000),
        amountCents: cents(amountCents),
        isDiscounted: off > 0,
      };
    }),
});
const couponOf = (key: string, terms: Partial<CouponAtDesk['terms']>): CouponAtDesk => ({
  key,
  terms: { ...plainTerms, ...terms },
  forProducts: null,
  mainProducts: [],
});

describe('the cheapest legal mix (X65)', () => {
  it('puts the uses of a card on the dearest line, and the coupon on what is left', () => {
    const items = [
      { amount: 3000, product: 1, pieces: 1 },
      { amount: 8000, product: 1, pieces: 1 },
    ];
    const coupon = couponOf('a', { amountCents: cents(2000), leastCents: cents(3000) });
    const mix = cheapestMix(items.map(lineOf), [cardOf(1, 1, [1])], [pricesOf(items)], [coupon]);
    expect([...mix.byLine.keys()]).toEqual(['line1']);
    expect(mix).toMatchObject({ coupons: ['a'], couponCents: 2000, totalCents: 1000 });
  });

  it('uses up nothing that saves nothing: a bill that a coupon makes free keeps the card whole', () => {
    const items = [{ amount: 3000, product: 1, pieces: 1 }];
    const free = couponOf('free', { kind: 'free_order' });
    const mix = cheapestMix(items.map(lineOf), [cardOf(1, 5, [1])], [pricesOf(items)], [free]);
    expect(mix).toMatchObject({ coupons: ['free'], totalCents: 0 });
    expect(mix.byLine.size).toBe(0);
  });

  it('leaves the tier’s discount off where a coupon that does not go with it is worth more, and else keeps it', () => {
    const items = [{ amount: 10_000, product: 1, pieces: 1 }];
    const prices = [pricesOf(items, 10), pricesOf(items)];
    const large = couponOf('large', { amountCents: cents(2000), goesWithDiscounts: false });
    expect(cheapestMix(items.map(lineOf), [], prices, [large])).toMatchObject({ price: 'full', totalCents: 8000 });
    const small = couponOf('small', { amountCents: cents(500), goesWithDiscounts: false });
    expect(cheapestMix(items.map(lineOf), [], prices, [small])).toMatchObject({ price: 'tier', coupons: [], totalCents: 9000 });
  });

  it('leaves the card that somebody chose where it is, and none where none is wanted', () => {
    const items = [
      { amount: 3000, product: 1, pieces: 1 },
      { amount: 8000, product: 1, pieces: 1 },
    ];
    const card = cardOf(1, 1, [1]);
    const [first, second] = items.map(lineOf);
    if (first === undefined || second === undefined) throw new Error('no lines');
    const mixOf = (lines: LineToPay[]) => cheapestMix(lines, [card], [pricesOf(items)], []);
    expect([...mixOf([{ ...first, cardId: card.id }, second]).byLine.keys()]).toEqual(['line0']);
    expect(mixOf([first, { ...second, cardId: null }]).totalCents).toBe(8000);
  });

  const anyItems = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 9000 }),
      product: fc.integer({ min: 1, max: 2 }),
      pieces: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const anyCards = fc
    .array(fc.tuple(fc.option(fc.integer({ min: 1, max: 3 })), fc.constantFrom([1], [2], [1, 2])), { maxLength: 2 })
    .map((cards) => cards.map(([left, products], place) => cardOf(place, left, products)));
  const anyCoupons = fc
    .array(
      fc.record({
        amountCents: fc.integer({ min: 100, max: 5000 }).map(cents),
        leastCents: fc.integer({ min: 0, max: 6000 }).map(cents),
        goesWithCoupons: fc.boolean(),
        goesWithDiscounts: fc.boolean(),
      }),
      { maxLength: 3 },
    )
    .map((terms) => terms.map((each, place) => couponOf(`c${place}`, each)));

  test.prop([anyItems, anyCards, anyCoupons])('is legal, and no other mix costs less', (items, cards, coupons) => {
    const lines = items.map(lineOf);
    const prices = [pricesOf(items, 10), pricesOf(items)];
    const totalOf = (price: MixPrice<UsableCard>, byLine: ReadonlyMap<string, UsableCard>): number => {
      const bill = price.bill(byLine);
      const keys = bestChoice(bill, coupons);
      const taken = takeOff(
        bill,
        coupons.filter(({ key }) => keys.includes(key)),
      );
      return sumCents(bill.map(({ amountCents }) => amountCents)) - sumTaken(taken);
    };
    const isLegal = (byLine: ReadonlyMap<string, UsableCard>): boolean =>
      cards.every((card) => {
        const paid = items.flatMap(({ pieces }, place) => (byLine.get(`line${place}`) === card ? pieces : []));
        return card.left === null || paid.reduce((sum, pieces) => sum + pieces, 0) <= card.left;
      }) && lines.every((line) => [byLine.get(line.key)].every((card) => card === undefined || paysForLine(card, line)));
    const every = lines.reduce<ReadonlyMap<string, UsableCard>[]>(
      (ways, { key }) => ways.flatMap((way) => [way, ...cards.map((card) => new Map([...way, [key, card]]))]),
      [new Map()],
    );
    const least = Math.min(...every.filter(isLegal).flatMap((way) => prices.map((price) => totalOf(price, way))));
    const mix = cheapestMix(lines, cards, prices, coupons);
    const price = prices.find(({ key }) => key === mix.price) ?? pricesOf(items);
    expect(isLegal(mix.byLine)).toBe(true);
    expect(mix.totalCents).toBe(totalOf(price, mix.byLine));
    expect(mix.totalCents).toBe(least);
  });
});
