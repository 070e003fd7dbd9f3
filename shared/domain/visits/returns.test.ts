import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAX_CENTS, MAX_POINTS, MAX_QUANTITY, cents, points, quantity } from '../../types/amounts.ts';
import { giveBack, pointsToTakeBack, stillReturnable } from './returns.ts';
import type { GivenBack, SoldLine } from './returns.ts';

const sold = (amount: number, many: number, back: readonly GivenBack[] = []): SoldLine => ({
  quantity: quantity(many),
  amountCents: cents(amount),
  costCents: null,
  returned: {
    quantity: quantity(back.reduce((sum, one) => sum + one.quantity, 0)),
    amountCents: cents(back.reduce((sum, one) => sum + one.amountCents, 0)),
    costCents: null,
  },
});

/** Returns of some size, now and then one of the standing ones taken back. */
const history = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: MAX_QUANTITY }), isUndo: fc.boolean(), which: fc.nat(20) }),
  { maxLength: 30 },
);

describe('a return of single lines (R068)', () => {
  test('one of three at ten yuan gives its third, and the three together exactly what was paid', () => {
    const given: GivenBack[] = [];
    for (let step = 0; step < 3; step += 1) {
      const back = giveBack(sold(10_00, 3000, given), quantity(1000));
      if (back) given.push(back);
    }
    expect(given.map(({ amountCents }) => amountCents)).toEqual([3_33, 3_34, 3_33]);
  });

  test('more than is still there is refused, and so is nothing at all', () => {
    const two = { quantity: quantity(2000), amountCents: cents(6_67), costCents: null };
    expect(stillReturnable(sold(10_00, 3000, [two]))).toBe(1000);
    expect(giveBack(sold(10_00, 3000, [two]), quantity(1001))).toBeNull();
    expect(giveBack(sold(10_00, 2000, [two]), quantity(1))).toBeNull();
    expect(giveBack(sold(10_00, 3000), quantity(0))).toBeNull();
  });

  test.prop([fc.integer({ min: 0, max: MAX_CENTS }), fc.integer({ min: 1, max: MAX_QUANTITY }), history])(
    'returns and their undoing in any order never give back more than was paid, and everything gives exactly that',
    (paid, many, steps) => {
      const standing: GivenBack[] = [];
      const sum = (): number => standing.reduce((all, one) => all + one.amountCents, 0);
      const giveUpTo = (size: number): void => {
        const line = sold(paid, many, standing);
        const back = giveBack(line, quantity(Math.min(size, stillReturnable(line))));
        if (back) standing.push(back);
      };
      for (const { size, isUndo, which } of steps) {
        if (isUndo) standing.splice(which % Math.max(1, standing.length), 1);
        else giveUpTo(size);
        expect(sum()).toBeLessThanOrEqual(paid);
        expect(standing.every(({ amountCents }) => amountCents >= 0)).toBe(true);
      }
      giveUpTo(many);
      expect(sum()).toBe(paid);
    },
  );

  test.prop([fc.integer({ min: 0, max: MAX_POINTS }), fc.integer({ min: 1, max: MAX_CENTS }), history])(
    'the points taken back are in all what the visit earned, never more',
    (earned, total, steps) => {
      const standing: { amount: number; points: number }[] = [];
      const sum = (of: 'amount' | 'points'): number => standing.reduce((all, one) => all + one[of], 0);
      const giveUpTo = (size: number): void => {
        const amount = Math.min(size, total - sum('amount'));
        const back = pointsToTakeBack(
          {
            pointsEarned: points(earned),
            totalCents: cents(total),
            returnedCents: cents(sum('amount')),
            takenBack: points(sum('points')),
          },
          cents(amount),
        );
        standing.push({ amount, points: back });
      };
      for (const { size, isUndo, which } of steps) {
        if (isUndo) standing.splice(which % Math.max(1, standing.length), 1);
        else giveUpTo(size);
        expect(sum('points')).toBeLessThanOrEqual(earned);
        expect(standing.every((one) => one.points >= 0)).toBe(true);
      }
      giveUpTo(total);
      expect(sum('points')).toBe(earned);
    },
  );

  test('a visit that cost nothing takes back what it earned, which is nothing', () => {
    const earned = { pointsEarned: points(0), totalCents: cents(0), returnedCents: cents(0), takenBack: points(0) };
    expect(pointsToTakeBack(earned, cents(0))).toBe(0);
  });
});
