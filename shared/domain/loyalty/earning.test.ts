import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MAX_CENTS, MAX_POINTS, cents, points, sumCents } from '../../types/amounts.ts';
import { earningRuleId, productId } from '../../types/ids.ts';
import { localDate } from '../../types/time.ts';
import { earnPoints, isSameMatter, ruleFor } from './earning.ts';
import type { EarningLine, EarningRule } from './earning.ts';
import { pointsFor } from './points.ts';

const idOf = (index: number): string => `01919000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const tea = productId(idOf(1));
const cup = productId(idOf(2));
// A Monday, the 23rd.
const day = { on: localDate('2026-11-23'), birthdayAway: null };
const rate = { pointsPerHundred: 100, tierPercent: 100 };
let made = 10;
const rule = (changes: Partial<EarningRule>): EarningRule => {
  made += 1;
  const everything = {
    productId: null,
    category: null,
    weekdays: [],
    monthDays: [],
    fromOn: null,
    untilOn: null,
    birthdayDays: null,
  };
  return { id: earningRuleId(idOf(made)), name: `规则${made}`, percent: 200, ...everything, ...changes };
};
const line = (amount: number, changes: Partial<EarningLine> = {}): EarningLine => ({
  amountCents: cents(amount),
  productId: tea,
  category: '茶',
  ...changes,
});

describe('which rule counts (DOMAIN "Points")', () => {
  it('takes the product before the category, the category before everything, and of equals the one that gives most', () => {
    const all = rule({ percent: 500 });
    const teas = rule({ category: '茶', percent: 0 });
    const this1 = rule({ productId: tea, percent: 150 });
    const this2 = rule({ productId: tea, percent: 120, weekdays: [1] });
    expect(ruleFor([all, teas, this2, this1], line(1), day)).toBe(this1);
    expect(ruleFor([all, teas], line(1), day)).toBe(teas);
    expect(ruleFor([all, teas], line(1, { category: null, productId: cup }), day)).toBe(all);
    expect(ruleFor([teas], line(1, { category: null, productId: null }), day)).toBeNull();
  });
  it('keeps to its days: of the week, of the month, of a campaign, around a birthday', () => {
    const counts = (changes: Partial<EarningRule>, on = day) => ruleFor([rule(changes)], line(1), on) !== null;
    expect([counts({ weekdays: [1, 6] }), counts({ weekdays: [2] })]).toEqual([true, false]);
    expect([counts({ monthDays: [8, 23] }), counts({ monthDays: [8] })]).toEqual([true, false]);
    expect([counts({ fromOn: day.on, untilOn: day.on }), counts({ fromOn: localDate('2026-11-24') })]).toEqual([true, false]);
    expect(counts({ untilOn: localDate('2026-11-22') })).toBe(false);
    const around = (birthdayAway: number | null) => counts({ birthdayDays: 3 }, { ...day, birthdayAway: birthdayAway as null });
    expect([around(0), around(3), around(4), around(null)]).toEqual([true, true, false, false]);
  });
});

describe('what a visit earns', () => {
  it('multiplies the rate of the rule with that of the tier, and drops the fraction of the whole alone', () => {
    const lines = [line(10_50), line(10_50, { productId: cup, category: '杯' })];
    expect(earnPoints(lines, cents(0), day, rate, []).points).toBe(21);
    const earned = earnPoints(lines, cents(0), day, { ...rate, tierPercent: 150 }, [rule({ category: '茶' })]);
    // 10.50 at three times, 10.50 at one and a half: 31.5 + 15.75.
    expect([earned.points, ...earned.lines.map((one) => one.points)]).toEqual([47, 31, 16]);
  });
  it('earns nothing on what was paid with points, which falls on the lines in proportion', () => {
    const lines = [line(60_00), line(40_00, { productId: cup, category: '杯' })];
    const earned = earnPoints(lines, cents(50_00), day, rate, [rule({ category: '杯', percent: 0 })]);
    expect(earned.lines.map((one) => one.points)).toEqual([30, 0]);
  });

  const someLines = fc.array(
    fc.record({
      amountCents: fc.integer({ min: 0, max: MAX_CENTS }).map(cents),
      productId: fc.constantFrom(tea, cup, null),
      category: fc.constantFrom('茶', '杯', null),
    }),
    { maxLength: 8 },
  );
  const someRules = fc.array(
    fc.record({ percent: fc.integer({ min: 0, max: 2000 }), productId: fc.constantFrom(tea, null) }).map(rule),
    { maxLength: 3 },
  );
  test.prop([someLines, fc.integer({ min: 0, max: MAX_CENTS }).map(cents), someRules, fc.integer({ min: 0, max: 300 })])(
    'the points of the lines are the points, whole, none below zero, never more than an entry holds',
    (lines, notEarning, rules, tierPercent) => {
      const earned = earnPoints(lines, notEarning, day, { pointsPerHundred: 10, tierPercent }, rules);
      expect(earned.lines.reduce((sum, one) => sum + one.points, 0)).toBe(earned.points);
      expect(earned.lines.every((one) => Number.isSafeInteger(one.points) && one.points >= 0)).toBe(true);
      expect(earned.points).toBeLessThanOrEqual(MAX_POINTS);
    },
  );
  test.prop([someLines, fc.integer({ min: 0, max: 10_000 })])(
    'without rules and tiers it is the rate of the whole, as it always was',
    (lines, pointsPerHundred) => {
      const total = sumCents(lines.map(({ amountCents }) => amountCents));
      const earned = earnPoints(lines, cents(0), day, { pointsPerHundred, tierPercent: 100 }, []);
      expect(earned.points).toBe(points(pointsFor(total, { pointsPerHundred })));
    },
  );
});

it('knows two rules of the same matter, whatever the order of their days', () => {
  const one = rule({ weekdays: [1, 2], monthDays: [8] });
  expect(isSameMatter(one, rule({ weekdays: [2, 1], monthDays: [8], percent: 0 }))).toBe(true);
  expect(isSameMatter(one, rule({ weekdays: [2], monthDays: [8] }))).toBe(false);
  expect(isSameMatter(one, rule({ weekdays: [1, 2], monthDays: [8], category: '茶' }))).toBe(false);
});
