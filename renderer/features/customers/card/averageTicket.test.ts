import { expect, test } from 'vitest';
import { cents } from '../../../../shared/types/amounts.ts';
import { averageTicket } from './averageTicket.ts';

test('the average ticket is told in whole yuan, and not at all without a purchase', () => {
  expect(averageTicket(cents(682_000), 22)).toBe(31_000);
  expect(averageTicket(cents(1_005), 2)).toBe(500);
  expect(averageTicket(cents(0), 0)).toBeNull();
});
