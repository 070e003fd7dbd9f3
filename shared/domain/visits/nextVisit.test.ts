import { expect, test } from 'vitest';
import { localDate } from '../../types/time.ts';
import { nextVisitOn } from './nextVisit.ts';

test.each([
  [43.6, '2027-01-05'],
  [null, '2026-12-20'],
  [0.2, '2026-11-23'],
])('with a rhythm of %s days the next visit is on %s', (rhythm, on) => {
  expect(nextVisitOn(localDate('2026-11-22'), rhythm)).toBe(on);
});
