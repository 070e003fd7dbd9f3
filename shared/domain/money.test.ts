import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CENTS, cents } from '../types/amounts.ts';
import { formatMoney, moneyInputText, parseMoney } from './money.ts';

describe('money', () => {
  it('reads amounts as people type them', () => {
    expect(parseMoney('88')).toBe(8800);
    expect(parseMoney(' 88.5 ')).toBe(8850);
    expect(parseMoney('.5')).toBe(50);
    expect(parseMoney('0')).toBe(0);
    expect(parseMoney('1,280.05')).toBe(128005);
    expect(parseMoney('¥88')).toBe(8800);
    expect(parseMoney('88元')).toBe(8800);
    expect(parseMoney('88。50')).toBe(8850);
    expect(parseMoney('\uffe588\uff0e8')).toBe(8880);
    expect(parseMoney('\uff18\uff18')).toBe(8800);
  });
  it('is exact where a float is not', () => {
    expect(parseMoney('1.005')).toBeNull();
    expect(parseMoney('4.35')).toBe(435);
    expect(parseMoney('99999999.99')).toBe(9_999_999_999);
  });
  it.each(['', '.', '-5', '1.234', '12,34', '1e3', '剪发', '88 88', '1,0000', '100000000.01'])('refuses %j', (text) => {
    expect(parseMoney(text)).toBeNull();
  });
  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTS }), (amount) => {
        expect(parseMoney(moneyInputText(cents(amount)))).toBe(amount);
        expect(parseMoney(formatMoney(cents(amount), 'CNY', 'zh-CN'))).toBe(amount);
        expect(parseMoney(formatMoney(cents(amount), 'CNY', 'en', true))).toBe(amount);
      }),
    );
  });
  it('shows the sign, and cents only where there are any', () => {
    expect(formatMoney(cents(348000), 'CNY', 'zh-CN')).toBe('¥3,480');
    expect(formatMoney(cents(33040), 'CNY', 'en')).toBe('¥330.40');
    expect(formatMoney(cents(348000), 'CNY', 'zh-CN', true)).toBe('¥3,480.00');
    expect(formatMoney(cents(-500), 'CNY', 'zh-CN')).toBe('-¥5');
  });
});
