import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { redact, redactAny } from './redact.ts';

test.each(['13800001111', '138 0000 1111', '+86 138-0000-1111', '010-8888.7777'])('%s never reaches the log', (phone) => {
  expect(redact(`called ${phone} twice`)).not.toMatch(/\d{3}/);
});

test('short figures stay readable', () => {
  expect(redact('customers.search took 41 ms for 200 rows')).toBe('customers.search took 41 ms for 200 rows');
});

test.prop([fc.string(), fc.stringMatching(/^\d{7,15}$/), fc.string()])(
  'no run of seven digits is left',
  (before, number, after) => {
    expect(redact(before + number + after)).not.toMatch(/\d{7}/);
  },
);

test('numbers inside data and errors are hidden too', () => {
  expect(redactAny({ phone: '13800001111', n: 13_800_001_111 })).toBe('{"phone":"[number]","n":[number]}');
  expect(redactAny(new Error('bad 13800001111'))).not.toContain('138');
});
