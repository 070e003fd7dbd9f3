import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents, fitsAmount, MAX_CENTS, priceTimesQuantity, quantity } from './amounts.ts';

const inAField = fc.integer({ min: 0, max: MAX_CENTS });

describe('a price times a quantity', () => {
  test.prop([inAField, fc.integer({ min: 1, max: 800_000 })])(
    'fits where what it comes to is an amount a field accepts',
    (price, amount) => {
      expect(fitsAmount(price, amount)).toBe(priceTimesQuantity(cents(price), quantity(amount)) <= MAX_CENTS);
    },
  );

  it('is refused, not a crash, for figures of any size and for what is no figure', () => {
    for (const [price, amount] of [
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      [MAX_CENTS, 1001],
      [Number.NaN, 1000],
      [1, Number.POSITIVE_INFINITY],
      [0.5, 1000],
    ] as const)
      expect(fitsAmount(price, amount)).toBe(false);
  });
});
