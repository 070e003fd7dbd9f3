import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { maskCode, maskContact, maskText } from './mask.ts';

const digits = (text: string): string => text.replaceAll(/[^\p{Nd}]/gu, '');
const parts = fc.constantFrom('', ' ', '-', '.', ' - ', '（', '）');
const digit = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '５', '９');
const number = fc.array(fc.tuple(digit, parts), { minLength: 7, maxLength: 18 }).map((places) => places.flat().join(''));
const phone = fc.oneof(
  number,
  fc.tuple(fc.constantFrom('+86', '86', '0086', '+86 ', '+1 '), number).map((both) => both.join('')),
);

describe('a way to reach a person that may not be seen (R192, S7)', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138 **** 5678'],
    ['+8613812345678', '+**138****5678'],
    ['+86 138-1234-5678', '+** 138-****-5678'],
    ['010-62345678', '010-****5678'],
    ['010-62345678转801', '010-****5678转***'],
    ['62345678', '****5678'],
    ['6234567', '***4567'],
    ['１３８１２３４５６７８', '１３８****５６７８'],
    ['10086', '****6'],
    ['fang@example.com', 'f***@example.com'],
    ['13812345678@139.com', '1**********@139.com'],
    ['wf_1988', 'wf*****'],
    ['王', '*'],
  ])('%s is shown as %s', (value, masked) => {
    expect(maskContact(value)).toBe(masked);
  });

  test.each([
    ['13812345678', '138****5678'],
    ['VIP13812345678', 'VI************'],
    ['a1b2-13812345678', 'a1**************'],
    ['A2-138 1234 5678', 'A2**************'],
    ['12-138 1234 5678', '12-1** **** 5678'],
    ['0000128', '0000128'],
    ['6901234567892', '6901234567892'],
  ])('the number of a card or customer %s is shown as %s', (value, masked) => {
    expect(maskCode(value)).toBe(masked);
  });

  test.each([
    ['打 13812345678 找她', '打 138****5678 找她'],
    ['13812345678、010-62345678', '138****5678、010-****5678'],
    ['王姐13812345678', '王姐138****5678'],
    ['tel13812345678x', 'tel138****5678x'],
    ['2026-11-21 14:30 到店', '2026-11-21 14:30 到店'],
    ['消费 1280.50 元，第 1024 单', '消费 1280.50 元，第 1024 单'],
    ['写信到 fang@example.com', '写信到 f***@example.com'],
  ])('in a text: %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  test.prop([fc.oneof(phone, fc.emailAddress(), fc.string({ unit: 'grapheme' }))])(
    'keeps its length, and masking twice is masking once',
    (value) => {
      for (const mask of [maskContact, maskText]) {
        const once = mask(value);
        expect(Array.from(once).length).toBe(Array.from(value).length);
        expect(mask(once)).toBe(once);
      }
    },
  );

  test.prop([phone])('shows seven figures of a number at most, and never all', (value) => {
    for (const mask of [maskContact, maskText]) {
      const shown = digits(mask(value));
      expect(shown.length).toBeLessThanOrEqual(7);
      expect(shown.length).toBeLessThan(digits(value).length);
    }
  });

  test.prop([fc.string({ unit: 'grapheme' }), phone, fc.string({ unit: 'grapheme' })])(
    'leaves no seven figures in a row in any text',
    (before, value, after) => {
      const shown = maskText(`${before}、${value}、${after}`).replaceAll(/\d{4}[-.]\d{2}[-.]\d{2}/g, '');
      expect(shown).not.toMatch(/\p{Nd}{7}/u);
    },
  );

  test.prop([fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('有事打', 'call ', '微信同号:', '(', '王姐')])(
    'a mobile number in a text keeps three figures and four, whatever stands around it',
    (value, before) => {
      expect(maskText(`${before}${value}，谢谢`)).toBe(`${before}${value.slice(0, 3)}****${value.slice(7)}，谢谢`);
    },
  );
});
