import { describe, expect, test } from 'vitest';
import { parsePhone, phoneE164 } from './phones.ts';

describe('R002 phones as people type them', () => {
  test.each([
    ['13800138000', '+8613800138000', 'mobile'],
    [' 138 0013 8000 ', '+8613800138000', 'mobile'],
    ['138-0013-8000', '+8613800138000', 'mobile'],
    ['+86 13800138000', '+8613800138000', 'mobile'],
    ['1380013８０００', '+8613800138000', 'mobile'],
    ['010-62345678', '+861062345678', 'landline'],
    ['(0755)88881234', '+8675588881234', 'landline'],
    ['010-62345678转801', '+861062345678', 'landline'],
    ['010-62345678 ext. 12', '+861062345678', 'landline'],
    ['400-800-8888', '+864008008888', 'landline'],
    ['+1 415 555 2671', '+14155552671', 'mobile'],
  ])('%s is %s', (text, e164, type) => {
    expect(parsePhone(text)).toEqual({ value: text.trim(), e164, type });
  });

  test.each(['138001380', '12345', 'abc', '', '13800138000123'])('%s keeps its text and has no number to dial', (text) => {
    expect(parsePhone(text)).toMatchObject({ value: text, e164: null });
  });

  test('the same number is the same however it was typed', () => {
    expect(phoneE164('138-0013-8000')).toBe(phoneE164('+86 138 0013 8000'));
    expect(phoneE164('13800138000')).not.toBe(phoneE164('13800138001'));
  });
});
