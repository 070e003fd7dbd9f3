import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { collectCandidates } from './candidates.ts';
import { isNearPhone } from './score.ts';

const person = (phone: string) => ({
  reading: { name: '王芳', syllables: ['wang', 'fang'] },
  gender: 'unknown' as const,
  birthday: null,
  phones: [phone],
  accounts: [],
  card: null,
});
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const number = fc.array(digit, { minLength: 8, maxLength: 13 }).map((digits) => digits.join(''));
const slip = fc.record({ at: fc.nat(), digit, isSwap: fc.boolean() });
const slipped = (phone: string, { at, digit: other, isSwap }: { at: number; digit: string; isSwap: boolean }): string => {
  const index = at % (phone.length - 1);
  const [one = '', two = ''] = phone.slice(index);
  return phone.slice(0, index) + (isSwap ? two + one : other + two) + phone.slice(index + 2);
};

test.prop([number, slip])('R184 two of one name meet when their numbers differ by one slip, wherever it is', (phone, one) => {
  const other = slipped(phone, one);
  fc.pre(isNearPhone(phone, other));
  const candidates = collectCandidates();
  candidates.add(person(phone));
  candidates.add(person(other));
  expect(candidates.finish().next().value?.pairs).toEqual([[0, 1]]);
});
