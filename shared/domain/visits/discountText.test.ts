import { describe, expect, test } from 'vitest';
import { cents } from '../../types/amounts.ts';
import type { Discount } from './pricing.ts';
import { discountInputText, parseDiscount } from './discountText.ts';

const percent = (basisPoints: number): Discount => ({ kind: 'percent', basisPoints });
const amount = (value: number): Discount => ({ kind: 'amount', cents: cents(value) });

describe('a discount as it is typed', () => {
  test.each([
    ['8折', percent(2000)],
    ['8.5折', percent(1500)],
    ['85折', percent(1500)],
    ['９５折', percent(500)],
    ['0折', percent(10_000)],
    ['20%', percent(2000)],
    ['-20%', percent(2000)],
    ['12.5 %', percent(1250)],
    ['100％', percent(10_000)],
    ['10', amount(1000)],
    ['¥10.50', amount(1050)],
    ['- 5', amount(500)],
  ])('%s', (text, wanted) => {
    expect(parseDiscount(text)).toEqual(wanted);
  });
  test.each([percent(2000), percent(1), percent(10_000), amount(1), amount(1050), null])(
    'what is written is read back: %o',
    (discount) => {
      expect(parseDiscount(discountInputText(discount)) ?? null).toEqual(discount);
    },
  );
  test.each(['', '  ', '0', '0%'])('nothing is taken off by "%s"', (text) => {
    expect(parseDiscount(text)).toBeUndefined();
  });
  test.each(['打折', '120%', '8.55折', '123折', '1e9', '8折9', '0.001%'])('%s cannot be read', (text) => {
    expect(parseDiscount(text)).toBeNull();
  });
});
