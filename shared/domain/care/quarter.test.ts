import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../types/time.ts';
import { quarterOf } from './quarter.ts';
import { rewardDue } from './reward.ts';

describe('the quarter of a check (R183)', () => {
  it('holds its day, and its neighbours begin where it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays(localDate('1970-01-01'), days);
        const { name, firstDay, lastDay } = quarterOf(day);
        expect(firstDay <= day && day <= lastDay).toBe(true);
        expect(quarterOf(addDays(lastDay, 1)).firstDay).toBe(addDays(lastDay, 1));
        expect(quarterOf(addDays(lastDay, 1)).name).not.toBe(name);
        expect(quarterOf(lastDay).name).toBe(name);
      }),
    );
  });
  it('is named by its year and number', () => {
    expect(quarterOf(localDate('2026-11-21'))).toEqual({ name: '2026-Q4', firstDay: '2026-10-01', lastDay: '2026-12-31' });
  });
});

describe('thanks for an updated profile (R188)', () => {
  const settings = { profileRewardPoints: 50, profileRewardMonths: 12, profileRewardScore: 60 };
  const today = localDate('2026-11-21');
  const facts = { score: 80, updatedOn: today, rewardedOn: null };
  it('is due for a profile that was updated lately and is complete enough', () => {
    expect(rewardDue(facts, settings, today)).toBe(50);
    expect(rewardDue({ ...facts, score: 59 }, settings, today)).toBe(0);
    expect(rewardDue({ ...facts, updatedOn: null }, settings, today)).toBe(0);
    expect(rewardDue({ ...facts, updatedOn: localDate('2026-10-20') }, settings, today)).toBe(0);
    expect(rewardDue(facts, { ...settings, profileRewardPoints: 0 }, today)).toBe(0);
  });
  it('is given once in so many months, and again on the day they are over', () => {
    expect(rewardDue({ ...facts, rewardedOn: localDate('2025-11-22') }, settings, today)).toBe(0);
    expect(rewardDue({ ...facts, rewardedOn: localDate('2025-11-21') }, settings, today)).toBe(50);
  });
});
