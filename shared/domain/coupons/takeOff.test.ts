import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents, quantity, sumCents } from '../../types/amounts.ts';
import { productId } from '../../types/ids.ts';
import { bestChoice, sumTaken, takeOff } from './takeOff.ts';
import type { BillLine, CouponAtDesk } from './takeOff.ts';
import { plainTerms } from './presets.ts';
import { couponKinds } from './terms.ts';
import type { CouponTerms } from './terms.ts';

const products = [1, 2, 3, 4].map((number) => productId(`00000000-0000-7000-8000-00000000000${number}`));
const idOf = (index: number) => products[index] ?? null;
const line = (product: number | null, amount: number, pieces = 1, isDiscounted = false): BillLine => ({
  productId: product === null ? null : idOf(product),
  quantity: quantity(pieces * 1000),
  amountCents: cents(amount),
  isDiscounted,
});
const coupon = (
  terms: Partial<CouponTerms>,
  forProducts: readonly number[] | null = null,
  main: readonly number[] = [],
  key = 'a',
) => ({
  key,
  terms: { ...plainTerms, ...terms },
  forProducts: forProducts?.flatMap((index) => idOf(index) ?? []) ?? null,
  mainProducts: main.flatMap((index) => idOf(index) ?? []),
});
const sharesOf = (lines: readonly BillLine[], ...coupons: readonly CouponAtDesk[]) =>
  takeOff(lines, coupons).map(({ shares, fault }) => fault ?? shares);

describe('what each kind of coupon takes off (R084)', () => {
  it('an amount is spread over what it is for, and never more than that comes to', () => {
    const lines = [line(0, 3000), line(1, 1000), line(2, 500)];
    expect(sharesOf(lines, coupon({ amountCents: cents(2000) }, [0, 1]))).toEqual([[1500, 500, 0]]);
    expect(sharesOf(lines, coupon({ amountCents: cents(2000) }, [2]))).toEqual([[0, 0, 500]]);
  });

  it('a share stops at its cap', () => {
    const lines = [line(0, 10_000)];
    expect(sharesOf(lines, coupon({ kind: 'percent', basisPoints: 2000 }))).toEqual([[2000]]);
    expect(sharesOf(lines, coupon({ kind: 'percent', basisPoints: 2000, capCents: cents(500) }))).toEqual([[500]]);
  });

  it('buy one get one gives the cheapest, spread over both, so that a return keeps its proportion', () => {
    expect(sharesOf([line(0, 2000, 2)], coupon({ kind: 'buy_get' }))).toEqual([[1000]]);
    expect(sharesOf([line(0, 3000), line(1, 1000)], coupon({ kind: 'buy_get' }))).toEqual([[750, 250]]);
    expect(sharesOf([line(0, 3000)], coupon({ kind: 'buy_get' }))).toEqual(['buy_more']);
    expect(sharesOf([line(0, 3000, 2), line(1, 1000)], coupon({ kind: 'buy_get', buys: 2 }))).toEqual([[750, 250]]);
  });

  it('two of buy one get one need four pieces', () => {
    const both = [
      coupon({ kind: 'buy_get', goesWithCoupons: true }),
      coupon({ kind: 'buy_get', goesWithCoupons: true }, null, [], 'b'),
    ];
    expect(sharesOf([line(0, 3000, 3)], ...both)).toEqual([[1000], 'buy_more']);
    expect(sharesOf([line(0, 4000, 4)], ...both)).toEqual([[1000], [1000]]);
  });

  it('a tasting is one piece of what it names; a free order is all of it', () => {
    const lines = [line(0, 3000, 3), line(1, 700)];
    expect(sharesOf(lines, coupon({ kind: 'tasting' }, [0]))).toEqual([[1000, 0]]);
    expect(sharesOf(lines, coupon({ kind: 'free_order' }))).toEqual([[3000, 700]]);
    expect(sharesOf(lines, coupon({ kind: 'free_order', capCents: cents(370) }))).toEqual([[300, 70]]);
  });

  it('a small thing is cheaper only beside the main one', () => {
    const small = coupon({ kind: 'accessory', basisPoints: 5000 }, [1], [0]);
    expect(sharesOf([line(0, 9000), line(1, 1000, 2)], small)).toEqual([[0, 250]]);
    expect(sharesOf([line(1, 1000)], small)).toEqual(['main_missing']);
  });

  it('says why not', () => {
    const some = { amountCents: cents(500) };
    expect(sharesOf([line(0, 1000)], coupon(some, [1]))).toEqual(['not_for_these']);
    expect(sharesOf([line(null, 1000)], coupon(some, [1]))).toEqual(['not_for_these']);
    expect(takeOff([line(0, 1000)], [coupon({ ...some, leastCents: cents(1500) })])).toMatchObject([
      { fault: 'below_least', missingCents: 500, cents: 0 },
    ]);
    expect(sharesOf([line(0, 1000, 1, true)], coupon({ ...some, goesWithDiscounts: false }))).toEqual(['not_with_discount']);
    expect(sharesOf([line(0, 1000)], coupon(some), coupon(some, null, [], 'b'))).toEqual(['not_together', 'not_together']);
    expect(sharesOf([line(0, 0)], coupon(some))).toEqual(['nothing_left']);
  });
});

const anyLine = fc
  .tuple(fc.option(fc.nat(3)), fc.nat(100_000), fc.integer({ min: 1, max: 9000 }), fc.boolean())
  .map(([product, amount, many, isDiscounted]): BillLine => ({
    ...line(product, amount, 1, isDiscounted),
    quantity: quantity(many),
  }));
const anyTerms: fc.Arbitrary<CouponTerms> = fc
  .record({
    kind: fc.constantFrom(...couponKinds),
    amountCents: fc.integer({ min: 1, max: 50_000 }).map(cents),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    capCents: fc.option(fc.nat(20_000).map(cents)),
    buys: fc.integer({ min: 1, max: 3 }),
    leastCents: fc.nat(3000).map(cents),
    goesWithDiscounts: fc.boolean(),
  })
  .map((terms) => ({ ...plainTerms, ...terms, goesWithCoupons: true }));
const anyScope = fc.option(fc.subarray([0, 1, 2, 3], { minLength: 1 }));
const anyCoupons = fc
  .array(fc.tuple(anyTerms, anyScope, fc.subarray([0, 1, 2, 3])), { maxLength: 5 })
  .map((all) => all.map(([terms, scope, main], index) => coupon(terms, scope, main, `coupon-${index}`)));
const anyLines = fc.array(anyLine, { maxLength: 6 });

describe('laws of coupons taken together', () => {
  test.prop([anyLines, anyCoupons])('never more off than a line comes to; shares add up', (lines, coupons) => {
    const taken = takeOff(lines, coupons);
    for (const { cents: off, shares, fault } of taken) {
      expect(sumCents(shares)).toBe(off);
      expect(shares.every((share) => share >= 0)).toBe(true);
      expect(off > 0).toBe(fault === null);
    }
    for (const [place, { amountCents }] of lines.entries())
      expect(taken.reduce((sum, { shares }) => sum + (shares[place] ?? 0), 0)).toBeLessThanOrEqual(amountCents);
    expect(sumTaken(taken)).toBeLessThanOrEqual(sumCents(lines.map(({ amountCents }) => amountCents)));
  });

  test.prop([anyLines, anyCoupons])('the order in which they are chosen does not matter', (lines, coupons) => {
    const forwards = takeOff(lines, coupons);
    const backwards = takeOff(lines, [...coupons].reverse());
    expect([...backwards].reverse()).toEqual(forwards);
  });

  test.prop([anyLines, anyCoupons])('coupons for different things do not touch each other', (lines, coupons) => {
    const [one, other] = coupons;
    fc.pre(one !== undefined && other !== undefined && one.forProducts !== null && other.forProducts !== null);
    fc.pre(!one.forProducts.some((id) => other.forProducts?.includes(id)));
    const together = takeOff(lines, [one, other]);
    expect(together).toEqual([...takeOff(lines, [one]), ...takeOff(lines, [other])]);
  });

  test.prop([anyLines, anyCoupons])('the best choice is legal, and no other choice takes more off', (lines, coupons) => {
    const keys = bestChoice(lines, coupons);
    const taken = takeOff(
      lines,
      coupons.filter(({ key }) => keys.includes(key)),
    );
    expect(taken.every(({ fault }) => fault === null)).toBe(true);
    for (let which = 1; which < 2 ** coupons.length; which += 1) {
      const other = takeOff(
        lines,
        coupons.filter((_coupon, place) => (which >> place) % 2 === 1),
      );
      if (other.every(({ fault }) => fault === null)) expect(sumTaken(other)).toBeLessThanOrEqual(sumTaken(taken));
    }
  });
});
