import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { guardCell, unguardCell } from './csvCell.ts';

const hostile = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '＝', '－', "''", "'="), fc.string())
    .map((parts) => parts.join('')),
);

test.prop([hostile])('whatever a text begins with, the cell gives it back', (text) => {
  expect(unguardCell(guardCell(text))).toBe(text);
});

test.prop([hostile])('no cell begins like a formula, but for plain figures', (text) => {
  const cell = guardCell(text);
  expect(/^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)).toBe(false);
});

it.each([
  ['=1+1', "'=1+1"],
  ['+8613800138000', "'+8613800138000"],
  ['-30', '-30'],
  ['-2+3', "'-2+3"],
  ['张丽', '张丽'],
  ["'quoted", "''quoted"],
])('%s is written as %s', (text, cell) => {
  expect(guardCell(text)).toBe(cell);
});
