import { describe, expect, it } from 'vitest';
import { codeOf, continued, isCodeKey, isForeignTo, type ScannedKey } from './scanBurst.ts';

const burstOf = (text: string, gap: number): readonly ScannedKey[] =>
  Array.from(text).reduce<readonly ScannedKey[]>((burst, key, index) => continued(burst, { key, at: index * gap }), []);

describe('a code from a device', () => {
  it('is told by how fast its keys come, Enter included', () => {
    expect(codeOf(burstOf('VIP-0088', 5), 40)).toBe('VIP-0088');
    expect(codeOf(burstOf('10023', 40), 200)).toBe('10023');
  });
  it('is never what a person types, however short the pauses of one or two keys', () => {
    expect(codeOf(burstOf('10023', 90), 450)).toBeNull();
    expect(codeOf(burstOf('10023', 5), 200)).toBeNull();
    expect(codeOf(burstOf('88', 5), 15)).toBeNull();
  });
  it('begins anew after a pause: what was typed before is no part of it', () => {
    const typed = continued([{ key: '3', at: 0 }], { key: '1', at: 500 });
    expect(typed).toEqual([{ key: '1', at: 500 }]);
  });
  it('does not belong into a field that asks for none: words and days do', () => {
    expect(['6901234567890', 'VIP-0088', '13812342210'].every(isForeignTo)).toBe(true);
    expect(['10023', 'Hangzhou', '2027-02-28'].some(isForeignTo)).toBe(false);
  });
  it('holds letters, figures, hyphens and plus signs, no commands', () => {
    expect(['0', 'a', 'Z', '-', '+'].every(isCodeKey)).toBe(true);
    expect([' ', '/', 'Enter', 'F2', 'ArrowUp', '王'].some(isCodeKey)).toBe(false);
  });
});
