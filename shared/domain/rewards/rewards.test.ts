import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { points } from '../../types/amounts.ts';
import { tierId } from '../../types/ids.ts';
import { addDays, localDate } from '../../types/time.ts';
import { pointsMissing, rewardObstacle } from './offers.ts';
import type { RewardQuestion, RewardTerms } from './offers.ts';
import { mayFollow, redemptionSteps, stateAfter } from './redemption.ts';
import type { RedemptionStep } from './redemption.ts';
import { mayMove, stockOf } from './stock.ts';

const TODAY = localDate('2026-11-21');
const GOLD = tierId('00000000-0000-7000-8000-000000000001');
const terms: RewardTerms = {
  points: points(500),
  stockRule: 'none',
  fromOn: null,
  untilOn: null,
  tierIds: [],
  isArchived: false,
};
const asked: RewardQuestion = { on: TODAY, tierId: null, balance: points(500), stock: 0, quantity: 1 };

describe('what somebody could have for points (R077)', () => {
  test('is told by the weightiest obstacle, on the days from and until, to the point', () => {
    const of = (changes: Partial<RewardTerms>, more: Partial<RewardQuestion> = {}) =>
      rewardObstacle({ ...terms, ...changes }, { ...asked, ...more });
    expect(of({})).toBeNull();
    expect(of({}, { balance: points(499) })).toBe('not_enough_points');
    expect([of({ fromOn: TODAY }), of({ untilOn: TODAY })]).toEqual([null, null]);
    expect([of({ fromOn: addDays(TODAY, 1) }), of({ untilOn: addDays(TODAY, -1) })]).toEqual(['not_yet', 'over']);
    expect([of({ tierIds: [GOLD] }), of({ tierIds: [GOLD] }, { tierId: GOLD })]).toEqual(['other_tier', null]);
    expect(of({ stockRule: 'stop' }, { balance: points(0) })).toBe('out_of_stock');
    expect(of({ stockRule: 'below' })).toBeNull();
    expect([of({ isArchived: true }), of({ points: null })]).toEqual(['archived', 'archived']);
  });

  test.prop([fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -1000, max: 1_000_000 })])(
    'points are missing exactly where they do not reach, and with them they would',
    (price, balance) => {
      const reward = { ...terms, points: points(price) };
      const missing = pointsMissing(reward, points(balance));
      expect(missing > 0).toBe(rewardObstacle(reward, { ...asked, balance: points(balance) }) === 'not_enough_points');
      expect(rewardObstacle(reward, { ...asked, balance: points(balance + missing) })).toBeNull();
    },
  );

  test.prop([fc.array(fc.integer({ min: -20, max: 20 }))])(
    'pieces that only move as they may are never below nothing',
    (wanted) => {
      const movements: { quantity: number }[] = [];
      for (const quantity of wanted) if (mayMove('stop', stockOf(movements), quantity)) movements.push({ quantity });
      expect(stockOf(movements)).toBeGreaterThanOrEqual(0);
    },
  );

  test.prop([fc.array(fc.constantFrom<RedemptionStep>(...redemptionSteps))])(
    'whatever is tried, what was given and what came back take turns, and a mistake that was undone stays so',
    (tried) => {
      const taken: RedemptionStep[] = ['redeem'];
      for (const step of tried) if (mayFollow(stateAfter(taken.at(-1) ?? 'redeem'), step)) taken.push(step);
      const given = taken.reduce((sum, step) => sum + (stateAfter(step) === 'given' ? 1 : -1), 0);
      expect([0, 1]).toContain(given);
      expect(taken.indexOf('undo')).toBeOneOf([-1, taken.length - 1]);
    },
  );
});
