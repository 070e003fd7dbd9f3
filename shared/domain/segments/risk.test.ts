import { describe, expect, test } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { riskOf } from './risk.ts';
import type { RiskFacts } from './risk.ts';

const calm: RiskFacts = {
  daysSince: 10,
  rhythmDays: 21,
  overdueAfterDays: 30,
  recentCents: cents(300_00),
  earlierCents: cents(300_00),
  openIncidents: 0,
  lastSatisfaction: null,
  noShows: 0,
};
const risk = (changes: Partial<RiskFacts>, fallingShare = 0.4) => riskOf({ ...calm, ...changes }, fallingShare);

describe('the risk of losing somebody (R169, R170)', () => {
  test('nothing speaks of it: nobody is on the list for nothing', () => {
    expect(risk({})).toBeNull();
    expect(risk({ daysSince: 30, recentCents: cents(500_00), lastSatisfaction: 3 })).toBeNull();
    expect(risk({ overdueAfterDays: null, daysSince: 900, earlierCents: cents(0), recentCents: cents(0) })).toBeNull();
  });
  test.each([
    [{ daysSince: 31 }, ['late'], 2, 'middle'],
    [{ daysSince: 61 }, ['late'], 3, 'middle'],
    [{ recentCents: cents(180_00) }, ['falling'], 2, 'middle'],
    [{ recentCents: cents(0) }, ['falling'], 3, 'middle'],
    [{ noShows: 2 }, ['no_show'], 1, 'low'],
    [{ openIncidents: 1, lastSatisfaction: 2 }, ['incident', 'dissatisfied'], 4, 'high'],
    [{ daysSince: 47, recentCents: cents(150_00), openIncidents: 1 }, ['late', 'falling', 'incident'], 6, 'high'],
  ] as const)('%j', (changes, signs, points, grade) => {
    expect(risk(changes)).toMatchObject({ signs, points, grade });
  });
  test("the line of falling spend is the shop's; what came back counts as nothing spent", () => {
    expect(risk({ recentCents: cents(200_00) }, 0.3)?.signs).toEqual(['falling']);
    expect(risk({ recentCents: cents(200_00) }, 0.4)).toBeNull();
    expect(risk({ recentCents: cents(-50_00) })?.fall).toBe(1);
  });
});
