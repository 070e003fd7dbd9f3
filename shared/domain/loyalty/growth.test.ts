import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { growthOf, growthToTakeBack } from './growth.ts';

const rates = { perHundred: 100, perVisit: 10, perDay: 5, dayCap: 0 };

describe('growth (X63)', () => {
  it('comes for money, the visit and the day', () => {
    expect(growthOf(rates, { earningCents: cents(12_99), isFirstOfDay: true, earnedThatDay: 0 })).toBe(27);
    expect(growthOf(rates, { earningCents: cents(12_99), isFirstOfDay: false, earnedThatDay: 27 })).toBe(22);
    expect(growthOf({ ...rates, dayCap: 30 }, { earningCents: cents(12_99), isFirstOfDay: false, earnedThatDay: 27 })).toBe(3);
    expect(growthOf({ ...rates, dayCap: 20 }, { earningCents: cents(12_99), isFirstOfDay: false, earnedThatDay: 27 })).toBe(0);
  });

  const amount = fc.integer({ min: 0, max: 1_000_000_00 });
  it('of a day never passes its limit, whatever is bought', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 10 }), fc.integer({ min: 1, max: 5000 }), (amounts, dayCap) => {
        let sum = 0;
        for (const [index, earningCents] of amounts.entries()) {
          const earned = growthOf(
            { ...rates, dayCap },
            { earningCents: cents(earningCents), isFirstOfDay: index === 0, earnedThatDay: sum },
          );
          expect(earned).toBeGreaterThanOrEqual(0);
          sum += earned;
        }
        expect(sum).toBeLessThanOrEqual(dayCap);
      }),
    );
  });

  it('goes back bit by bit, never more than was earned, and all of it with the last bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.array(amount, { minLength: 1, maxLength: 8 }), (earned, parts) => {
        const totalCents = cents(parts.reduce((sum, part) => sum + part, 0));
        let returned = 0;
        let takenBack = 0;
        for (const part of parts) {
          returned += part;
          const taken = growthToTakeBack(earned, takenBack, { totalCents, returnedCents: cents(returned) });
          expect(taken).toBeGreaterThanOrEqual(0);
          takenBack += taken;
          expect(takenBack).toBeLessThanOrEqual(earned);
        }
        expect(takenBack).toBe(earned);
      }),
    );
  });
});
