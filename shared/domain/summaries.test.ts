import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cents, points, quantity } from '../types/amounts.ts';
import { addDays, localDate } from '../types/time.ts';
import { percentile, rhythmOf, summarise } from './summaries.ts';
import type { VisitFact } from './summaries.ts';

const START = localDate('2025-01-01');
const on = (...offsets: number[]) => offsets.map((offset) => addDays(START, offset));
const bought = (offset: number, totalCents: number): VisitFact => ({
  businessDate: addDays(START, offset),
  isPurchase: true,
  totalCents: cents(totalCents),
  costCents: null,
  itemQuantity: quantity(1000),
});

describe('own rhythm', () => {
  test('no rhythm before the third purchase day, no own limit before the fourth', () => {
    expect(rhythmOf(on(0, 20))).toEqual({ rhythmDays: null, overdueAfterDays: null });
    expect(rhythmOf(on(0, 20, 50))).toEqual({ rhythmDays: 25, overdueAfterDays: null });
    expect(rhythmOf(on(0, 20, 50, 71))).toEqual({ rhythmDays: 21, overdueAfterDays: 26.4 });
  });

  test('the median stands against one long absence', () => {
    expect(rhythmOf(on(0, 21, 42, 63, 400)).rhythmDays).toBe(21);
  });

  test('the 80th percentile lies between neighbours as spreadsheets count it', () => {
    expect(percentile([10, 20, 30, 40, 50, 60], 80)).toBe(50);
    expect(percentile([10, 20, 30, 40], 80)).toBe(34);
    expect(percentile([7], 80)).toBe(7);
    expect(percentile([], 80)).toBeNull();
  });

  test.prop([fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 3, maxLength: 60 })])(
    'rhythm and limit lie within the gaps, and the limit is no shorter than the rhythm',
    (gaps) => {
      let day = 0;
      const { rhythmDays, overdueAfterDays } = rhythmOf(on(0, ...gaps.map((gap) => (day += gap))));
      expect(rhythmDays).toBeGreaterThanOrEqual(Math.min(...gaps));
      expect(overdueAfterDays).toBeGreaterThanOrEqual(rhythmDays ?? Number.NaN);
      expect(overdueAfterDays).toBeLessThanOrEqual(Math.max(...gaps));
    },
  );
});

describe('summary', () => {
  test('nobody has been here: nothing is known, nothing is zero by mistake', () => {
    expect(summarise([], null, points(0))).toEqual({
      visitCount: 0,
      purchaseDayCount: 0,
      spendCents: 0,
      costCents: 0,
      itemQuantity: 0,
      firstVisitOn: null,
      lastVisitOn: null,
      lastPurchaseOn: null,
      lastInteractionOn: null,
      rhythmDays: null,
      overdueAfterDays: null,
      pointsBalance: 0,
    });
  });

  test('a day’s receipts count as one purchase day', () => {
    const summary = summarise([bought(0, 100), bought(0, 200), bought(7, 300)], null, points(0));
    expect(summary).toMatchObject({ visitCount: 3, purchaseDayCount: 2, spendCents: 600, itemQuantity: 3000 });
  });

  test('a visit without a purchase counts as a visit and as contact, not as a purchase', () => {
    const look: VisitFact = { ...bought(9, 0), isPurchase: false, itemQuantity: quantity(0) };
    const summary = summarise([bought(0, 100), look], null, points(0));
    expect(summary.lastPurchaseOn).toBe(START);
    expect(summary.lastVisitOn).toBe(addDays(START, 9));
    expect(summary.lastInteractionOn).toBe(addDays(START, 9));
  });

  test('the last interaction is the later of visit and contact (R022)', () => {
    expect(summarise([bought(5, 100)], addDays(START, 3), points(0)).lastInteractionOn).toBe(addDays(START, 5));
    expect(summarise([bought(5, 100)], addDays(START, 8), points(0)).lastInteractionOn).toBe(addDays(START, 8));
    expect(summarise([], addDays(START, 8), points(0)).lastInteractionOn).toBe(addDays(START, 8));
  });
});
