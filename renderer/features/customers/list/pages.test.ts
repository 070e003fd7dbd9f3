import { expect, test } from 'vitest';
import { pagesOf } from './pages.ts';

test('a window of rows is covered by as few pages as hold it', () => {
  expect(pagesOf(0, 30, 100)).toEqual({ from: 0, to: 0 });
  expect(pagesOf(90, 120, 100)).toEqual({ from: 0, to: 1 });
  expect(pagesOf(99_980, 99_999, 100)).toEqual({ from: 999, to: 999 });
  expect(pagesOf(0, -1, 100)).toEqual({ from: 0, to: 0 });
});
