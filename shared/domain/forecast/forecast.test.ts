import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fitted, found } from '../../../tests/helpers/fitted.ts';
import { simulateBuyers } from '../../../tests/helpers/simulatedBuyers.ts';
import { addDays, dayNumber, daysBetween, localDate } from '../../types/time.ts';
import { forecast } from './forecast.ts';
import { countAlike, countUntil, gatherPurchases, historyOf, meanSpendOf } from './history.ts';
import { LEAST_DAYS, LEAST_REPEAT_BUYERS, MOST_DAYS_HELD_BACK } from './names.ts';

const began = localDate('2024-01-01');
const START = dayNumber(began);
const made = { r: 0.8, alpha: 40, a: 0.7, b: 2.5 };

/** People of the model, from the first of January 2024. */
const shop = (seed: number, people: number, days: number) =>
  simulateBuyers(seed, people, days, made).map((purchases) => ({ ...purchases, days: purchases.days.map((day) => START + day) }));
const wish = (days: number) => ({ until: addDays(began, days), unit: 'week', horizonDays: 91, onStep: () => undefined }) as const;
const fittedShop = (seed: number, people: number, days: number) => fitted(forecast(shop(seed, people, days), wish(days)));

describe('a customer as the model sees them', () => {
  const days = fc
    .uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 30 })
    .map((some) => some.sort((a, b) => a - b));

  test.prop([days, fc.integer({ min: 0, max: 800 })])(
    'is what they had done by that evening, whatever came later',
    (all, until) => {
      const purchases = { days: all, cents: all.map(() => 1000) };
      const before = all.filter((day) => day <= until);
      const history = historyOf(purchases, until, 'day');
      const [first, last] = [before[0], before.at(-1)];
      if (first === undefined || last === undefined) {
        expect(history).toBeNull();
        return;
      }
      expect(history).toEqual({ frequency: before.length - 1, recency: last - first, age: until - first });
      expect(historyOf({ days: before, cents: [] }, until, 'day')).toEqual(history);
      expect(historyOf(purchases, until, 'week')?.age).toBeCloseTo((until - first) / 7, 9);
      expect(countUntil(all, until)).toBe(before.length);
    },
  );

  test.prop([fc.array(fc.record({ frequency: fc.nat(3), recency: fc.nat(2), age: fc.nat(2) }))])(
    'is counted once, with whoever is like them',
    (some) => {
      const counted = countAlike(some);
      expect(counted.reduce((sum, { people }) => sum + people, 0)).toBe(some.length);
      expect(new Set(counted.map(({ frequency, recency, age }) => `${frequency} ${recency} ${age}`)).size).toBe(counted.length);
    },
  );

  it('spends what was left of their later purchases after returns', () => {
    const gathered = gatherPurchases();
    for (const [day, cents] of [
      [0, 9900],
      [10, 2000],
      [20, 4000],
    ] as const)
      gathered.add('one', addDays(began, day), cents);
    gathered.add('other', began, 500);
    // Of the purchase of day 10; of nothing that was bought on that day; before anything was bought; of somebody unknown.
    gathered.takeOff('one', addDays(began, 10), -500);
    gathered.takeOff('one', addDays(began, 25), -1000);
    gathered.takeOff('one', addDays(began, -1), -7);
    gathered.takeOff('nobody', began, -7);
    const [one, other] = gathered.all();
    expect(one?.cents).toEqual([9900, 1500, 3000]);
    expect(meanSpendOf(found(one), START + 30)).toBe(22.5);
    expect(meanSpendOf(found(one), START + 15)).toBe(15);
    expect(meanSpendOf(found(other), START + 30)).toBeNull();
  });
});

describe('a forecast (R118)', () => {
  it('holds back the last quarter in whole weeks, and expects of it what came', () => {
    const days = 400;
    const calibration = fitted(fittedShop(3, 20_000, days).calibration);
    const heldBack = daysBetween(calibration.heldBackFrom, wish(days).until) + 1;
    expect(heldBack).toBe(98);
    expect(calibration.weeks.map(({ from }) => daysBetween(calibration.heldBackFrom, from))).toEqual(
      Array.from({ length: 14 }, (_, week) => week * 7),
    );
    // Nobody knows better than the model how its own people behave.
    expect(Math.abs(calibration.predicted / calibration.actual - 1)).toBeLessThan(0.03);
    for (const { actual, predicted, customers } of calibration.classes) {
      expect(customers).toBeGreaterThan(0);
      expect(Math.abs(actual - predicted)).toBeLessThan(4 * Math.sqrt(actual) + 0.02 * actual);
    }
  });

  it('holds back half a year at most, however old the shop is', () => {
    const days = 1200;
    const calibration = fitted(fittedShop(8, 3000, days).calibration);
    expect(daysBetween(calibration.heldBackFrom, wish(days).until) + 1).toBe(MOST_DAYS_HELD_BACK);
    expect(calibration.weeks.length).toBe(26);
  });

  it('expects of the coming days what comes in them, people and purchases', () => {
    const [days, horizon] = [400, 91];
    const everyone = shop(5, 20_000, days + horizon);
    const until = addDays(began, days);
    const answer = fitted(forecast(everyone, { ...wish(days), until, horizonDays: horizon }));
    const known = everyone.filter(({ days: bought }) => (bought[0] ?? Number.NaN) <= START + days);
    const came = known.reduce((sum, { days: bought }) => sum + bought.filter((day) => day > START + days).length, 0);
    expect(answer.customers).toBe(known.length);
    expect(Math.abs(answer.expectedPurchases / came - 1)).toBeLessThan(0.05);
    expect(answer.expectedAlive).toBeLessThanOrEqual(answer.repeatCustomers);
    const taken = known.reduce(
      (sum, { cents, days: bought }) => sum + cents.slice(countUntil(bought, START + days)).reduce((all, part) => all + part, 0),
      0,
    );
    expect(Math.abs((fitted(answer.spend).expectedSpendCents ?? Number.NaN) / taken - 1)).toBeLessThan(0.06);
  });

  it('is not moved by what it may not know yet', () => {
    const everyone = shop(9, 3000, 500);
    const then = wish(400);
    const known = everyone.map(({ days, cents }) => ({ days: days.slice(0, countUntil(days, START + 400)), cents }));
    expect(forecast(everyone, then)).toEqual(
      forecast(
        known.filter(({ days }) => days.length > 0),
        then,
      ),
    );
  });

  it('is the same every time', () => {
    expect(fittedShop(4, 1500, 400)).toEqual(fittedShop(4, 1500, 400));
  });

  it('says why there is none, with how much is wanting, and invents nothing', () => {
    const nobody = forecast([], wish(400));
    expect(nobody).toEqual({
      since: null,
      customers: 0,
      repeatCustomers: 0,
      outcome: 'refused',
      reason: 'too_few',
      found: 0,
      needed: LEAST_REPEAT_BUYERS,
    });
    const few = forecast(shop(1, 150, 400), wish(400));
    expect(few).toMatchObject({ outcome: 'refused', reason: 'too_few', needed: LEAST_REPEAT_BUYERS, found: few.repeatCustomers });
    expect(few).not.toHaveProperty('params');
    expect(forecast(shop(1, 5000, 120), wish(120))).toMatchObject({
      outcome: 'refused',
      reason: 'too_short',
      needed: LEAST_DAYS,
    });
    const alike = Array.from({ length: 400 }, () => ({ days: [START, START + 100, START + 200], cents: [1000, 1000, 1000] }));
    expect(forecast(alike, wish(300))).toMatchObject({ outcome: 'refused', reason: 'no_maximum', found: null, needed: null });
  });

  it('forecasts without proof where the history is too short to hold back a part of it', () => {
    const answer = fittedShop(2, 5000, 200);
    expect(answer.calibration).toMatchObject({ outcome: 'refused', reason: 'too_short', needed: LEAST_DAYS });
  });

  it('forecasts visits without money where nobody paid anything', () => {
    const free = shop(6, 2000, 400).map(({ days }) => ({ days, cents: days.map(() => 0) }));
    const answer = forecast(free, wish(400));
    expect(answer).toMatchObject({ outcome: 'fitted', spend: { outcome: 'refused', reason: 'too_few', found: 0 } });
  });

  it('stops when whoever waits does not want to wait', () => {
    const stop = (): never => {
      throw new Error('enough');
    };
    expect(() => forecast(shop(6, 2000, 400), { ...wish(400), onStep: stop })).toThrow('enough');
  });
});
