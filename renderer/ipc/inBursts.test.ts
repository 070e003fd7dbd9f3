import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inBursts } from './inBursts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('hands a single change on at once, and a hundred in a row a few times, none of them lost', () => {
  const handed: (readonly number[])[] = [];
  const hand = inBursts<number>((items) => handed.push(items), 200);
  hand(0);
  expect(handed).toEqual([[0]]);
  for (let item = 1; item < 100; item += 1) {
    hand(item);
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(1000);
  expect(handed.flat()).toEqual(Array.from({ length: 100 }, (_, item) => item));
  expect(handed.length).toBeLessThan(13);
  hand(100);
  expect(handed.at(-1)).toEqual([100]);
});
