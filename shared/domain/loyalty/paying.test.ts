import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAX_CENTS, MAX_POINTS, cents, points } from '../../types/amounts.ts';
import { mostPaidWithPoints, pointsToPay } from './paying.ts';

describe('paying with points', () => {
  test('a hundred points to the yuan: ten yuan cost a thousand, a part of a point costs a whole one', () => {
    expect(pointsToPay(cents(10_00), { pointsPerMoneyUnit: 100 })).toBe(1000);
    expect(pointsToPay(cents(1), { pointsPerMoneyUnit: 10 })).toBe(1);
    expect(pointsToPay(cents(11), { pointsPerMoneyUnit: 10 })).toBe(2);
  });

  test('the share of the bill and the balance both bound it; without a rate nothing is paid', () => {
    const rule = { pointsPerMoneyUnit: 100, pointsShareLimit: 50, pointsMostPerVisit: 0 };
    expect(mostPaidWithPoints(cents(100_00), points(100_000), rule)).toBe(50_00);
    expect(mostPaidWithPoints(cents(100_00), points(1234), rule)).toBe(12_34);
    expect(mostPaidWithPoints(cents(100_00), points(-5), rule)).toBe(0);
    expect(mostPaidWithPoints(cents(100_00), points(1234), { ...rule, pointsPerMoneyUnit: 0 })).toBe(0);
    expect(mostPaidWithPoints(cents(100_00), points(100_000), { ...rule, pointsMostPerVisit: 999 })).toBe(9_99);
  });

  test.prop([
    fc.integer({ min: 1, max: MAX_CENTS }),
    fc.integer({ min: 1, max: MAX_POINTS }),
    fc.integer({ min: 1, max: 100_000 }),
    fc.integer({ min: 0, max: 100 }),
  ])('the most that may be paid is there to be paid, and a cent more is not', (total, balance, pointsPerMoneyUnit, share) => {
    const rule = { pointsPerMoneyUnit, pointsShareLimit: share, pointsMostPerVisit: 0 };
    const most = mostPaidWithPoints(cents(total), points(balance), rule);
    expect(pointsToPay(most, rule)).toBeLessThanOrEqual(balance);
    expect(most * 100).toBeLessThanOrEqual(total * share);
    const more = cents(most + 1);
    expect(pointsToPay(more, rule) > balance || more * 100 > total * share).toBe(true);
  });
});
