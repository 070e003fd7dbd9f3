import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readReferralCode, referralCodeOf } from './codes.ts';

const codes = fc
  .uuid({ version: 7 })
  .map(referralCodeOf)
  .filter((code) => code !== null);
const characters = '23456789ABCDEFGHJKMNPQRTUVWXY';

describe('a code by which somebody is named (R096)', () => {
  it('is what was typed, however it was typed', () => {
    const code = referralCodeOf('0190ffff-0000-7000-8000-0000000abcde');
    expect(code).toMatch(/^[A-Y][2-9A-Y]{5}$/);
    expect(readReferralCode(` ${(code ?? '').slice(0, 3).toLowerCase()}-${(code ?? '').slice(3)} `)).toBe(code);
    for (const other of ['', '13800138000', 'WANGFANG', '王芳', 'A2', '10001']) expect(readReferralCode(other)).toBeNull();
  });

  test.prop([codes])('is short, begins with a letter, holds a figure and nothing that is read as something else', (code) => {
    expect(code).toMatch(/^(?=.*\d)[A-Z][A-Z2-9]{5}$/);
    expect(code).not.toMatch(/[01OILSZ]/);
    expect(readReferralCode(code)).toBe(code);
  });

  test.prop([codes, fc.nat({ max: 5 }), fc.constantFrom(...characters.split(''))])(
    'one wrong character is found',
    (code, at, wrong) => {
      fc.pre(code.charAt(at) !== wrong);
      expect(readReferralCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
    },
  );

  test.prop([codes, fc.nat({ max: 5 }), fc.nat({ max: 5 })])('two that changed places are found', (code, one, two) => {
    fc.pre(code.charAt(one) !== code.charAt(two));
    const swapped = code.split('');
    swapped[one] = code.charAt(two);
    swapped[two] = code.charAt(one);
    expect(readReferralCode(swapped.join(''))).toBeNull();
  });
});
