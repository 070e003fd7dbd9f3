import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAX_CENTS, MAX_QUANTITY, cents, quantity } from '../types/amounts.ts';
import { priceVisit, usualItemsOf } from './visits.ts';
import type { EarlierLine } from './visits.ts';

const line = (unitPrice: number, amount: number, unitCost: number | null = null) => ({
  quantity: quantity(amount),
  unitPriceCents: cents(unitPrice),
  unitCostCents: unitCost === null ? null : cents(unitCost),
});

describe('amounts of a visit', () => {
  test('half a pound of tea is rounded half up to whole cents', () => {
    expect(priceVisit([line(1_01, 250)])).toMatchObject({ totalCents: 25 });
    expect(priceVisit([line(1_02, 250)])).toMatchObject({ totalCents: 26 });
  });

  test('no lines: a visit without a purchase, with unknown cost', () => {
    expect(priceVisit([])).toEqual({ lines: [], totalCents: 0, costCents: null, itemQuantity: 0 });
  });

  test('the cost is the sum of what is known (R007)', () => {
    expect(priceVisit([line(10_00, 1000, 6_00), line(5_00, 2000)])).toMatchObject({ totalCents: 20_00, costCents: 6_00 });
  });

  test('what no field can hold is refused with the field named', () => {
    expect(priceVisit([line(1, 1000), line(MAX_CENTS, 2000)])).toEqual({
      path: 'lines.1.unitPriceCents',
      message: 'amount_too_large',
    });
    expect(priceVisit([line(1, 2000, MAX_CENTS)])).toEqual({ path: 'lines.0.unitCostCents', message: 'amount_too_large' });
    expect(priceVisit([line(MAX_CENTS, 1000), line(1, 1000)])).toEqual({ path: 'lines', message: 'total_too_large' });
  });

  const anyLine = fc
    .tuple(
      fc.integer({ min: 0, max: MAX_CENTS }),
      fc.integer({ min: 1, max: MAX_QUANTITY }),
      fc.option(fc.integer({ min: 0, max: MAX_CENTS })),
    )
    .map(([price, amount, cost]) => line(price, amount, cost));

  test.prop([fc.array(anyLine, { maxLength: 100 })])('every input the fields accept is priced exactly or refused', (lines) => {
    const priced = priceVisit(lines);
    if ('message' in priced) return;
    const exact = lines.reduce((sum, one) => sum + (BigInt(one.unitPriceCents) * BigInt(one.quantity) + 500n) / 1000n, 0n);
    expect(BigInt(priced.totalCents)).toBe(exact);
    expect(priced.totalCents).toBeLessThanOrEqual(MAX_CENTS);
    expect(priced.lines).toHaveLength(lines.length);
  });
});

describe('usual items', () => {
  const text = (name: string, unitPrice: number): EarlierLine<string> => ({
    name,
    quantity: quantity(2000),
    unitPriceCents: cents(unitPrice),
    costCents: cents(300),
    productId: null,
    product: null,
  });
  const sold = (productId: string, priceNow: number | null): EarlierLine<string> => ({
    name: 'old name',
    quantity: quantity(1000),
    unitPriceCents: cents(1),
    costCents: null,
    productId,
    product: priceNow === null ? null : { name: 'new name', priceCents: cents(priceNow), costCents: cents(7) },
  });

  test('the most frequent lead, and among equals the most recent', () => {
    const names = usualItemsOf([text('tea', 1), text('cake', 2), text('soup', 3), text('cake', 2)], 3).map((item) => item.name);
    expect(names).toEqual(['cake', 'tea', 'soup']);
  });

  test('free text comes at its latest price and cost', () => {
    expect(usualItemsOf([text('tea', 1200), text('tea', 1000)], 8)).toEqual([
      { productId: null, name: 'tea', unitPriceCents: 1200, unitCostCents: 150, times: 2 },
    ]);
  });

  test('a product comes at its present name, price and cost', () => {
    expect(usualItemsOf([sold('p', 900)], 8)).toEqual([
      { productId: 'p', name: 'new name', unitPriceCents: 900, unitCostCents: 7, times: 1 },
    ]);
  });

  test('what is no longer sold is not offered, nor a line without a name', () => {
    expect(usualItemsOf([sold('p', null), { ...text('', 1) }], 8)).toEqual([]);
  });

  test('no more than wanted', () => {
    expect(
      usualItemsOf(
        ['a', 'b', 'c'].map((name) => text(name, 1)),
        2,
      ),
    ).toHaveLength(2);
  });
});
