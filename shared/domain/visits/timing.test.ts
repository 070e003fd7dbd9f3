import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { instant } from '../../types/time.ts';
import { receiptNumberOf } from './receipts.ts';
import { hoursToCharge } from './timing.ts';
import { localDate } from '../../types/time.ts';

const MINUTE = 60_000;

describe('a timed service (X30)', () => {
  test('a step begun counts, and at least one', () => {
    const at = (minutes: number) => hoursToCharge(instant(0), instant(minutes * MINUTE), 15);
    expect(at(0)).toBe(250);
    expect(at(15)).toBe(250);
    expect(at(15.01)).toBe(500);
    expect(at(90)).toBe(1500);
  });

  test('a clock put back in between charges the least', () => {
    expect(hoursToCharge(instant(10 * MINUTE), instant(0), 15)).toBe(250);
  });

  test.prop([fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 60 })])(
    'longer never costs less',
    (one, more, step) => {
      expect(hoursToCharge(instant(0), instant(one + more), step)).toBeGreaterThanOrEqual(
        hoursToCharge(instant(0), instant(one), step),
      );
    },
  );
});

test('the number of a receipt names its day and stays sortable (R053)', () => {
  expect(receiptNumberOf(localDate('2026-11-22'), 7)).toBe('20261122-0007');
  expect(receiptNumberOf(localDate('2026-11-22'), 12_345)).toBe('20261122-12345');
});
