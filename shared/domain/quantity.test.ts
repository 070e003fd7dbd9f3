import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUANTITY, quantity } from '../types/amounts.ts';
import { formatQuantity, parseQuantity } from './quantity.ts';

describe('quantities', () => {
  it('reads what people type', () => {
    expect(parseQuantity('1')).toBe(1000);
    expect(parseQuantity('0.25')).toBe(250);
    expect(parseQuantity('.5')).toBe(500);
    expect(parseQuantity('\uff12')).toBe(2000);
  });
  it.each(['', '0', '-1', '1.2345', 'x', '100001'])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });
  it('reads back every quantity it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_QUANTITY }), (amount) => {
        expect(parseQuantity(formatQuantity(quantity(amount)))).toBe(amount);
      }),
    );
  });
});
