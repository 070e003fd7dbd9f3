import { expect, test } from 'vitest';
import { parseWhole } from './parseWhole.ts';

test.each([
  ['50', 50],
  ['-50', -50],
  ['−50', -50],
  ['+5', 5],
  ['５０', 50],
  ['1,286', 1286],
  [' 7 ', 7],
  ['-0', 0],
])('%s is read as the points it says', (text, value) => {
  expect(parseWhole(text)).toBe(value);
});

test.each(['', '5.5', '五十', '1e3', '12345678901', '1,28'])('%s is no number of points', (text) => {
  expect(parseWhole(text)).toBeNull();
});
