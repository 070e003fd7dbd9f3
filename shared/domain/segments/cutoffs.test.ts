import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { localDate } from '../../types/time.ts';
import { QUINTILES_FROM_BUYERS, cutoffsBeforeFirstRun, findCutoffs, windowStart } from './cutoffs.ts';
import type { CutoffSettings, Population } from './cutoffs.ts';
import { recencyScore, upwardScore } from './rfm.ts';

const today = localDate('2026-11-21');
const settings: CutoffSettings = { rfmWindowMonths: 12, rfmMethod: 'auto', valueHighCents: null, valueMiddleCents: null };

/** So many buyers whose figures are 1, 2, 3, ... */
const evenly = (count: number): Population => {
  const figures = Array.from({ length: count }, (_, index) => index + 1);
  return { recencyDays: figures, frequency: figures, moneyCents: figures, yearSpendCents: figures, gaps: figures };
};
const share = (scores: readonly number[], score: number): number => scores.filter((each) => each === score).length;

describe('cut-offs (DOMAIN "RFM")', () => {
  it('are quintiles from 500 buyers on, fixed below, and say which', () => {
    expect(findCutoffs(evenly(QUINTILES_FROM_BUYERS), settings, today).method).toBe('quintile');
    expect(findCutoffs(evenly(QUINTILES_FROM_BUYERS - 1), settings, today).method).toBe('fixed');
    expect(findCutoffs(evenly(10), { ...settings, rfmMethod: 'quintile' }, today).method).toBe('quintile');
    expect(findCutoffs(evenly(10_000), { ...settings, rfmMethod: 'fixed' }, today).method).toBe('fixed');
    expect(findCutoffs(evenly(0), { ...settings, rfmMethod: 'quintile' }, today).method).toBe('fixed');
  });

  it('give a fifth each score where all figures differ', () => {
    const population = evenly(1000);
    const cutoffs = findCutoffs(population, settings, today);
    const days = population.recencyDays.map((each) => recencyScore(each, cutoffs.recencyDays));
    const times = population.frequency.map((each) => upwardScore(each, cutoffs.frequency));
    for (const score of [1, 2, 3, 4, 5]) {
      expect(share(days, score)).toBe(200);
      expect(share(times, score)).toBe(200);
    }
    expect(recencyScore(1, cutoffs.recencyDays)).toBe(5);
    expect(upwardScore(1000, cutoffs.frequency)).toBe(5);
  });

  it('let ties share a score: seven in ten who came once all score 1', () => {
    const frequency = Array.from({ length: 1000 }, (_, index) => (index < 700 ? 1 : index < 900 ? 2 : 3));
    const cutoffs = findCutoffs({ ...evenly(1000), frequency }, settings, today);
    expect([1, 2, 3].map((times) => upwardScore(times, cutoffs.frequency))).toEqual([1, 4, 5]);
  });

  it('never score a better figure lower, whatever the shop', () => {
    const figures = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(figures, fc.constantFrom('quintile' as const, 'fixed' as const), (frequency, rfmMethod) => {
        const population = {
          recencyDays: frequency,
          frequency,
          moneyCents: frequency,
          yearSpendCents: frequency,
          gaps: frequency,
        };
        const cutoffs = findCutoffs(population, { ...settings, rfmMethod }, today);
        const ordered = [...frequency].sort((left, right) => left - right);
        const up = ordered.map((each) => upwardScore(each, cutoffs.frequency));
        const down = ordered.map((each) => recencyScore(each, cutoffs.recencyDays));
        expect(up).toEqual([...up].sort((left, right) => left - right));
        expect(down).toEqual([...down].sort((left, right) => right - left));
      }),
    );
  });

  it('count money in the usual purchases of a small shop, so that no currency is built in', () => {
    const tea = findCutoffs(
      { ...evenly(0), recencyDays: [1, 1, 1], frequency: [1, 2, 4], moneyCents: [20_00, 40_00, 80_00] },
      settings,
      today,
    );
    expect(tea.moneyCents).toEqual([40_00, 80_00, 140_00, 240_00]);
    expect(cutoffsBeforeFirstRun(settings, today).moneyCents).toEqual([200_00, 400_00, 700_00, 1200_00]);
  });

  it('take the 80th and 50th percentile of the year for the value classes, unless the owner set them (R021)', () => {
    const yearSpendCents = Array.from({ length: 101 }, (_, index) => index * 100);
    expect(findCutoffs({ ...evenly(0), yearSpendCents }, settings, today)).toMatchObject({
      valueHighCents: 8000,
      valueMiddleCents: 5000,
    });
    const owned = { ...settings, valueHighCents: cents(1_000_00) };
    expect(findCutoffs({ ...evenly(0), yearSpendCents }, owned, today)).toMatchObject({
      valueHighCents: 1_000_00,
      valueMiddleCents: 5000,
    });
    expect(cutoffsBeforeFirstRun(settings, today)).toMatchObject({ valueHighCents: 1200_00, valueMiddleCents: 400_00 });
    const lower = { ...settings, valueHighCents: cents(10_00) };
    expect(findCutoffs({ ...evenly(0), yearSpendCents }, lower, today).valueMiddleCents).toBe(10_00);
  });

  it("know the shop's rhythm once anyone came twice", () => {
    expect(cutoffsBeforeFirstRun(settings, today)).toMatchObject({ shopRhythmDays: null, shopOverdueAfterDays: null, buyers: 0 });
    expect(findCutoffs({ ...evenly(0), gaps: [10, 20, 30, 40, 50, 60] }, settings, today)).toMatchObject({
      shopRhythmDays: 35,
      shopOverdueAfterDays: 50,
    });
  });

  it('count a window back by calendar months', () => {
    expect(windowStart(localDate('2026-05-31'), 3)).toBe('2026-02-28');
    expect(cutoffsBeforeFirstRun(settings, localDate('2028-02-29')).windowFrom).toBe('2027-02-28');
  });
});
