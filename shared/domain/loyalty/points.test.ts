import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAX_CENTS, MAX_POINTS, cents, points } from '../../types/amounts.ts';
import { isBalanceInRange, mayAdjust, mayRedeem, pointsFor, reversalObstacle, reversalOf } from './points.ts';

const amount = fc.integer({ min: 0, max: MAX_CENTS });
const rate = fc.integer({ min: 0, max: 10_000 });

describe('earning (R074)', () => {
  test('one point per ten yuan, fractions dropped in the shop’s favour', () => {
    const rule = { pointsPerHundred: 10 };
    expect(pointsFor(cents(100_00), rule)).toBe(10);
    expect(pointsFor(cents(99_99), rule)).toBe(9);
    expect(pointsFor(cents(9_99), rule)).toBe(0);
    expect(pointsFor(cents(10_00), rule)).toBe(1);
  });

  test('nothing is earned on nothing, or on a return', () => {
    expect(pointsFor(cents(0), { pointsPerHundred: 10_000 })).toBe(0);
    expect(pointsFor(cents(-5_000_00), { pointsPerHundred: 10 })).toBe(0);
  });

  test.prop([amount, rate])(
    'always whole, never above the exact share, never a whole point below it',
    (total, pointsPerHundred) => {
      const earned = pointsFor(cents(total), { pointsPerHundred });
      const exact = (BigInt(total) * BigInt(pointsPerHundred)) / 10_000n;
      const limit = BigInt(MAX_POINTS);
      expect(BigInt(earned)).toBe(exact < limit ? exact : limit);
    },
  );

  test.prop([amount, amount, rate])(
    'two receipts never earn more than one over the same sum',
    (first, second, pointsPerHundred) => {
      fc.pre(first + second <= MAX_CENTS);
      const rule = { pointsPerHundred };
      const apart = pointsFor(cents(first), rule) + pointsFor(cents(second), rule);
      fc.pre(apart <= MAX_POINTS);
      expect(apart).toBeLessThanOrEqual(pointsFor(cents(first + second), rule));
    },
  );
});

describe('spending and correcting', () => {
  test('points are redeemed only as far as they are there', () => {
    expect(mayRedeem(points(50), points(50))).toBe(true);
    expect(mayRedeem(points(50), points(51))).toBe(false);
    expect(mayRedeem(points(-5), points(1))).toBe(false);
    expect(mayRedeem(points(50), points(0))).toBe(false);
  });

  test('a balance goes below zero by hand only where the shop allows it', () => {
    expect(mayAdjust(points(10), points(-11), { pointsMayGoNegative: false })).toBe(false);
    expect(mayAdjust(points(10), points(-10), { pointsMayGoNegative: false })).toBe(true);
    expect(mayAdjust(points(10), points(-11), { pointsMayGoNegative: true })).toBe(true);
  });

  test('a balance below zero may always be made better', () => {
    expect(mayAdjust(points(-10), points(3), { pointsMayGoNegative: false })).toBe(true);
  });

  test('a balance never leaves the range that screens can hold', () => {
    expect(isBalanceInRange(MAX_POINTS)).toBe(true);
    expect(isBalanceInRange(MAX_POINTS + 1)).toBe(false);
    expect(isBalanceInRange(-MAX_POINTS - 1)).toBe(false);
  });

  test('an entry is reversed once, never through its visit’s back, and a reversal never', () => {
    const entry = { kind: 'adjust', belongsToVisit: false, belongsToReward: false, isReversed: false } as const;
    expect(reversalObstacle(entry)).toBeNull();
    expect(reversalObstacle({ ...entry, isReversed: true })).toBe('already_reversed');
    expect(reversalObstacle({ ...entry, kind: 'earn', belongsToVisit: true })).toBe('entry_belongs_to_visit');
    expect(reversalObstacle({ ...entry, kind: 'reverse' })).toBe('entry_is_reversal');
  });

  test.prop([fc.integer({ min: -MAX_POINTS, max: MAX_POINTS })])('an entry and its reversal sum to nothing', (value) => {
    expect(points(value) + reversalOf(points(value))).toBe(0);
  });
});
