import { expect, test } from 'vitest';
import { avatarText } from './avatar.ts';

test.each([
  ['王芳', '王芳'],
  ['欧阳娜娜', '娜娜'],
  ['李强', '李强'],
  ['Anna van der Berg', 'AB'],
  ['anna', 'A'],
  ['王小姐 13812', '王1'],
  ['', ''],
])('the round of %s says %s', (name, text) => {
  expect(avatarText(name)).toBe(text);
});
