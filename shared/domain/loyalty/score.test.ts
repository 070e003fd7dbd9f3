import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { addDays, localDate } from '../../types/time.ts';
import { loyaltyScore, scoreMost } from './score.ts';
import type { LoyaltyFacts } from './score.ts';

const TODAY = localDate('2026-11-20');
const targets = { loyaltyScoreDays: 12, loyaltyScoreCents: cents(3000_00) };
const nobody: LoyaltyFacts = { firstPurchaseOn: null, lastPurchaseOn: null, yearDays: 0, yearCents: cents(0), brought: 0 };
const scoreOf = (facts: Partial<LoyaltyFacts>, today = TODAY) => loyaltyScore({ ...nobody, ...facts }, targets, today);

describe('the loyalty score (R089)', () => {
  it('has parts that come to 100 at most, and is nothing for whoever never bought', () => {
    expect(Object.values(scoreMost).reduce((sum, most) => sum + most, 0)).toBe(100);
    expect(scoreOf({ brought: 5 }).score).toBe(0);
    const full = { yearDays: 12, yearCents: cents(3000_00), brought: 3 };
    expect(scoreOf({ ...full, firstPurchaseOn: addDays(TODAY, -3 * 365), lastPurchaseOn: TODAY }).score).toBe(100);
  });

  it('tells each part: of half a year of visits at half the money, a year and a half with the shop', () => {
    const facts = { yearDays: 6, yearCents: cents(1500_00), brought: 1 };
    const { score, parts } = scoreOf({ ...facts, firstPurchaseOn: addDays(TODAY, -548), lastPurchaseOn: addDays(TODAY, -30) });
    expect(parts.map(({ part, points }) => [part, points])).toEqual([
      ['tenure', 10],
      ['frequency', 13],
      ['recency', 20],
      ['money', 13],
      ['referrals', 3],
    ]);
    expect(score).toBe(59);
  });

  const days = fc.integer({ min: 0, max: 4000 });
  const facts = fc.record({ first: days, last: days, yearDays: fc.nat(366), yearCents: fc.nat(10_000_000), brought: fc.nat(50) });
  test.prop([facts, fc.nat(400)])(
    'lies between 0 and 100, and never rises while nothing happens but the year goes on',
    (one, later) => {
      const known = {
        firstPurchaseOn: addDays(TODAY, -Math.max(one.first, one.last)),
        lastPurchaseOn: addDays(TODAY, -Math.min(one.first, one.last)),
        yearDays: one.yearDays,
        yearCents: cents(one.yearCents),
        brought: one.brought,
      };
      const now = scoreOf(known);
      expect(now.score).toBeGreaterThanOrEqual(0);
      expect(now.score).toBeLessThanOrEqual(100);
      const recencyOf = (at: ReturnType<typeof scoreOf>) => at.parts.find(({ part }) => part === 'recency')?.points ?? 0;
      expect(recencyOf(scoreOf(known, addDays(TODAY, later)))).toBeLessThanOrEqual(recencyOf(now));
    },
  );

  test.prop([facts, facts])('more of everything is never worth less', (one, other) => {
    const at = (many: typeof one) =>
      scoreOf({
        firstPurchaseOn: addDays(TODAY, -many.first),
        lastPurchaseOn: TODAY,
        yearDays: many.yearDays,
        yearCents: cents(many.yearCents),
        brought: many.brought,
      }).score;
    const most = (key: keyof typeof one) => Math.max(one[key], other[key]);
    const both = {
      first: most('first'),
      last: 0,
      yearDays: most('yearDays'),
      yearCents: most('yearCents'),
      brought: most('brought'),
    };
    expect(at(both)).toBeGreaterThanOrEqual(Math.max(at(one), at(other)));
  });
});
