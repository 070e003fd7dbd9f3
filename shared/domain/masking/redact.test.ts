import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { redact, redactAny, redactKeepingDays } from './redact.ts';

/** Digits that are left, as plain ASCII: what somebody could still dial. */
const digitsIn = (text: string): string => text.normalize('NFKC').replaceAll(/\D/g, '');

test.each([
  '13800001111',
  '138 0000 1111',
  '+86 138-0000-1111',
  '＋８６ １３８ ００００ １１１１',
  '１３８００００１１１１',
  '(+86) 138.0000.1111',
  '010-8888.7777',
  '(010) 8888 7777',
  '（0571）8888－7777',
  '0571－88887777',
  '8888 7777',
  '138\u00A00000\u20091111',
  '138—0000—1111',
  '138/0000/1111',
])('%s never reaches the log (S7)', (phone) => {
  expect(digitsIn(redact(`called ${phone} twice`))).toBe('');
});

test('short figures stay readable', () => {
  expect(redact('customers.search took 41 ms for 200 rows')).toBe('customers.search took 41 ms for 200 rows');
  expect(redact('schema 180, 3 of 12 kept, 4.5 MB')).toBe('schema 180, 3 of 12 kept, 4.5 MB');
  expect(redact('2026-11')).toBe('2026-11');
});

const phone = fc.oneof(
  fc.stringMatching(/^1[3-9]\d{9}$/),
  fc.tuple(fc.constantFrom('010', '021', '0571', '0755', ''), fc.stringMatching(/^[2-8]\d{6,7}$/)).map((parts) => parts.join('')),
);
const wide = (digits: string): string =>
  [...digits].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
const separators = ['', '', '', ' ', '-', '.', '·', '－', '—', ' - ', '\u3000', ') ', '）', '/', '_'] as const;

/** A number as somebody might have typed it: spread, wide, with or without the country. */
const typed = fc
  .record({
    digits: phone,
    between: fc.array(fc.constantFrom(...separators), { minLength: 12, maxLength: 12 }),
    country: fc.constantFrom('', '+86', '+86 ', '(+86) ', '0086-', '＋86'),
    isWide: fc.boolean(),
  })
  .map(({ digits, between, country, isWide }) => {
    const spread = [...digits].map((digit, at) => `${digit}${at === digits.length - 1 ? '' : (between[at] ?? '')}`).join('');
    return `${country}${isWide ? spread.replaceAll(/\d/g, wide) : spread}`;
  });

test.prop([fc.stringMatching(/^[^\d]{0,20}$/), typed, fc.stringMatching(/^[^\d]{0,20}$/)], { numRuns: 2000 })(
  'however a phone is written, none of its digits is left (S7)',
  (before, number, after) => {
    fc.pre(digitsIn(before + after) === '');
    expect(digitsIn(redact(`${before}${number}${after}`))).toBe('');
  },
);

test.prop([fc.string(), fc.stringMatching(/^\d{7,15}$/), fc.string()])(
  'no run of seven digits is left',
  (before, number, after) => {
    expect(redact(before + number + after)).not.toMatch(/\d{7}/);
  },
);

test.prop([typed])('what was redacted once says the same the second time', (number) => {
  expect(redact(redact(number))).toBe(redact(number));
});

test('numbers inside data and errors are hidden too', () => {
  expect(redactAny({ phone: '13800001111', n: 13_800_001_111 })).toBe('{"phone":"[number]","n":[number]}');
  expect(redactAny(new Error('bad 13800001111'))).not.toContain('138');
});

/** Days that stand in the text as the audit log keeps them. */
const hasDay = (text: string): boolean => /(?:19|20)\d{2}(-?)\d{2}\1\d{2}/.test(text.normalize('NFKC'));

test.prop([fc.stringMatching(/^[^\d]{0,20}$/), typed, fc.stringMatching(/^[^\d]{0,20}$/)], { numRuns: 2000 })(
  'where days stay readable, a phone does not, however it is written (S7)',
  (before, number, after) => {
    fc.pre(digitsIn(before + after) === '' && !hasDay(number));
    expect(digitsIn(redactKeepingDays(`${before}${number}${after}`))).toBe('');
  },
);

test.each(['2026-11-21', '从 2026-11-01 到 2026-11-30', 'regulars-小满88-2026-11-21-1000-2.rgbackup', 'regulars-20261121.xlsx'])(
  '%s is about days and stays readable',
  (text) => {
    expect(redactKeepingDays(text)).toBe(text);
  },
);

test.each(['138-20121112', '2026-11-21 13800001111', '13820121112', '１３８ 2012 1112'])(
  '%s holds a number, with a day in it or beside it',
  (text) => {
    expect(redactKeepingDays(text)).toMatch(/\[number\]$/);
  },
);
