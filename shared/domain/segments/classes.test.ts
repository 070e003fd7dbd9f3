import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { localDate } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { activityOf, classify, isDormantSince, overdueLimit, valueClassOf } from './classes.ts';
import type { TradeFacts } from './classes.ts';
import { findCutoffs } from './cutoffs.ts';

const today = localDate('2026-11-21');
const day = (text: string): LocalDate => localDate(text);
const settings = {
  activeMonths: 3,
  semiActiveMonths: 6,
  dormantMonths: 6,
  giveUpMonths: 24,
  rfm8Scores: { recency: 4, frequency: 4, money: 4 },
};
const cutoffs = findCutoffs(
  { recencyDays: [1], frequency: [1], moneyCents: [100_00], yearSpendCents: [0, 500_00, 1000_00], gaps: [10, 20, 30] },
  { rfmWindowMonths: 12, rfmMethod: 'auto', valueHighCents: cents(800_00), valueMiddleCents: cents(300_00) },
  today,
);
const nobody: TradeFacts = {
  status: 'customer',
  purchaseDayCount: 0,
  lastPurchaseOn: null,
  lastInteractionOn: null,
  overdueAfterDays: null,
  windowPurchaseDays: 0,
  windowSpendCents: cents(0),
  yearSpendCents: cents(0),
  purchaseBeforeLimitOn: null,
  purchaseSinceLimitOn: null,
};
const bought = (on: string, more: Partial<TradeFacts> = {}): TradeFacts => ({
  ...nobody,
  purchaseDayCount: 3,
  lastPurchaseOn: day(on),
  lastInteractionOn: day(on),
  purchaseSinceLimitOn: day(on),
  ...more,
});
const classes = (facts: TradeFacts) => classify(facts, cutoffs, settings, today);

describe('classes (R021, R022, R029)', () => {
  it('keep someone who never bought on every axis', () => {
    expect(classes(nobody)).toEqual({
      scores: { recency: 0, frequency: 0, money: 0 },
      rfm: 'no_purchase',
      rfm8: 'no_purchase',
      value: 'low',
      activity: 'inactive',
      isDormant: false,
      lifecycle: 'prospect',
    });
  });
  it('score someone whose purchases all lie outside the window by days, with the lowest frequency and money', () => {
    expect(classes(bought('2025-01-01')).scores).toEqual({ recency: 1, frequency: 1, money: 1 });
  });
  it('take value by the two thresholds, and whoever spent nothing as low', () => {
    expect([0, 1, 300_00, 799_99, 800_00].map((spend) => valueClassOf(cents(spend), cutoffs))).toEqual([
      'low',
      'low',
      'middle',
      'middle',
      'high',
    ]);
    expect(valueClassOf(cents(0), { ...cutoffs, valueHighCents: cents(0), valueMiddleCents: cents(0) })).toBe('low');
  });
  it('take activity by calendar months, the day of the limit included', () => {
    const activity = (on: string) => activityOf(day(on), settings, today);
    expect(['2026-08-21', '2026-08-20', '2026-05-21', '2026-05-20'].map(activity)).toEqual([
      'active',
      'semi_active',
      'semi_active',
      'inactive',
    ]);
  });
  it('call dormant who has not bought for half a year, by calendar months', () => {
    expect(isDormantSince(day('2026-05-21'), 6, today)).toBe(false);
    expect(isDormantSince(day('2026-05-20'), 6, today)).toBe(true);
    expect(isDormantSince(null, 6, today)).toBe(false);
  });
  it('judge late by the own rhythm from the fourth purchase day, by the shop with two or three, never with one', () => {
    expect(overdueLimit({ purchaseDayCount: 9, overdueAfterDays: 12 }, cutoffs)).toEqual({ days: 12, basis: 'own' });
    expect(overdueLimit({ purchaseDayCount: 2, overdueAfterDays: null }, cutoffs)).toEqual({ days: 26, basis: 'shop' });
    expect(overdueLimit({ purchaseDayCount: 1, overdueAfterDays: null }, cutoffs)).toBeNull();
    expect(overdueLimit({ purchaseDayCount: 3, overdueAfterDays: null }, { ...cutoffs, shopOverdueAfterDays: null })).toBeNull();
  });
  it('tell the whole lifecycle apart', () => {
    const lifecycle = (facts: TradeFacts) => classes(facts).lifecycle;
    expect(lifecycle(bought('2026-11-20', { purchaseDayCount: 1 }))).toBe('new');
    expect(lifecycle(bought('2026-11-20'))).toBe('repeat');
    expect(lifecycle(bought('2026-11-20', { purchaseDayCount: 5, overdueAfterDays: 10 }))).toBe('loyal');
    expect(lifecycle(bought('2026-11-10', { purchaseDayCount: 5, overdueAfterDays: 10 }))).toBe('at_risk');
    expect(lifecycle(bought('2026-05-20', { purchaseSinceLimitOn: null }))).toBe('dormant');
    expect(lifecycle(bought('2024-11-20', { purchaseSinceLimitOn: null }))).toBe('lost');
    expect(lifecycle(bought('2026-11-20', { status: 'lost' }))).toBe('lost');
    expect(lifecycle(bought('2026-11-20', { purchaseBeforeLimitOn: day('2026-02-01') }))).toBe('won_back');
    const steady = { purchaseBeforeLimitOn: day('2026-05-20'), purchaseSinceLimitOn: day('2026-06-01') };
    expect(lifecycle(bought('2026-11-20', steady))).toBe('repeat');
  });
});
