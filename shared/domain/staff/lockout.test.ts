import { expect, test } from 'vitest';
import { triesLeft, waitAfter } from './lockout.ts';

test('five wrong tries, then a wait that grows from half a minute to an hour and stays there (S5)', () => {
  expect([0, 1, 2, 3, 4].map(waitAfter)).toEqual([0, 0, 0, 0, 0]);
  expect([5, 6, 7, 8, 9, 10, 11, 500].map((failures) => waitAfter(failures) / 1000)).toEqual([
    30, 60, 120, 300, 900, 3600, 3600, 3600,
  ]);
  expect([0, 1, 4, 5, 9].map(triesLeft)).toEqual([5, 4, 1, 0, 0]);
});
