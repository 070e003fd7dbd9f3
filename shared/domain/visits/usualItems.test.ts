import { describe, expect, test } from 'vitest';
import { cents, quantity } from '../../types/amounts.ts';
import { usualItemsOf } from './usualItems.ts';
import type { EarlierLine } from './usualItems.ts';

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
