import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { maskContact, maskText } from './mask.ts';
import { unmaskText, unmaskWhole } from './unmask.ts';

const words = fc.constantFrom('打', ' 找她 ', '，', '\n', 'call ', '（女儿）', ' 周六后 ', '**重要**', '');
const phone = fc.stringMatching(/^1[3-9]\d{9}$/);

describe('a masked number that comes back from a form (R192)', () => {
  test.prop([fc.array(fc.tuple(words, phone, words), { maxLength: 4 })])('is the number again, or is refused', (parts) => {
    const text = parts.map(([before, number, after]) => `${before}、${number}、${after}`).join('');
    const masked = maskText(text);
    const different = new Set(parts.map(([, number]) => number));
    const shown = new Set([...different].map((number) => maskText(number)));
    expect(unmaskText(masked, [text])).toBe(shown.size === different.size ? text : null);
  });

  test('keeps what was written around it', () => {
    expect(unmaskText('周日打 138****5678 找女儿', ['打 13812345678 找她'])).toBe('周日打 13812345678 找女儿');
  });

  test.each(['138****9999', '打 138 **** 5678', '*@qq.com'])('%s of nobody is refused', (text) => {
    expect(unmaskText(text, ['打 13812345678 找她'])).toBeNull();
  });

  test('of two that look alike neither is guessed', () => {
    expect(unmaskText('138****5678', ['13811115678', '13822225678'])).toBeNull();
    expect(unmaskWhole('138****5678', ['13811115678', '13822225678'], maskContact)).toBeNull();
  });

  test('stars that hide nothing stay', () => {
    expect(unmaskText('***重要*** 三*四', [])).toBe('***重要*** 三*四');
  });
});
