import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { plainRun } from '../../electron/store/database.ts';
import { refreshSummaries, refreshSummary } from '../../electron/store/summaries.ts';
import { AppError } from '../../shared/errors.ts';
import type { AppErrorCode } from '../../shared/errors.ts';
import type { CustomerId, PointsEntryId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';

// Any history of the desk, told twice: by the store, and by a plain list of what happened that is counted afresh.

const PEOPLE = 2;
const who = fc.nat({ max: PEOPLE - 1 });
const which = fc.nat({ max: 200 });
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      who,
      daysAgo: fc.oneof(fc.constant(0), fc.nat({ max: 400 })),
      prices: fc.array(fc.integer({ min: 0, max: 300_00 }), { maxLength: 3 }),
      cost: fc.option(fc.nat({ max: 100_00 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const), who, points: fc.integer({ min: 1, max: 60 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      who,
      points: fc.integer({ min: -60, max: 60 }).filter((value) => value !== 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('contact' as const), who }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
// Long enough that people have a rhythm of their own: four purchase days and more.
const histories = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });

interface ToldVisit {
  id: VisitId;
  who: number;
  on: string;
  isPurchase: boolean;
  total: number;
  cost: number;
  units: number;
  earned: number;
  isUndone: boolean;
}
interface ToldEntry {
  id: PointsEntryId | null;
  who: number;
  points: number;
  visit: ToldVisit | null;
  isReversal: boolean;
  isReversed: boolean;
}

/** What should be in the store, kept as a list. */
interface Told {
  readonly visits: ToldVisit[];
  readonly entries: ToldEntry[];
  readonly contacted: Set<number>;
}
const balanceOf = (told: Told, who: number): number =>
  told.entries.filter((entry) => entry.who === who).reduce((sum, entry) => sum + entry.points, 0);

/** The work's result, or the code it was refused with. */
const attempt = <T>(work: () => T): { value: T } | { refused: AppErrorCode } => {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code };
    throw error;
  }
};

/** Does one step at the desk and tells the list what should have come of it; both must agree on every refusal. */
const perform = (desk: Desk, people: readonly CustomerId[], told: Told, mayGoNegative: boolean, one: Step): void => {
  const person = (index: number): CustomerId => people[index] ?? expect.fail('nobody');
  const expectRefusal = (result: { value: unknown } | { refused: AppErrorCode }, code: AppErrorCode | null) => {
    expect('refused' in result ? result.refused : null).toBe(code);
  };
  switch (one.do) {
    case 'record': {
      const on = addDays(TEST_TODAY, -one.daysAgo);
      const lines = one.prices.map((price) => ({ ...item(price), unitCostCents: one.cost }));
      const recorded = desk.record({ customerId: person(one.who), lines, businessDate: on });
      const total = one.prices.reduce((sum, price) => sum + price, 0);
      const visit: ToldVisit = {
        id: recorded.visitId,
        who: one.who,
        on,
        isPurchase: lines.length > 0,
        total,
        cost: (one.cost ?? 0) * lines.length,
        units: lines.length,
        earned: Math.floor(total / 1000),
        isUndone: false,
      };
      told.visits.push(visit);
      if (visit.earned > 0)
        told.entries.push({ id: null, who: one.who, points: visit.earned, visit, isReversal: false, isReversed: false });
      expect(recorded).toMatchObject({ totalCents: total, pointsEarned: visit.earned, pointsBalance: balanceOf(told, one.who) });
      return;
    }
    case 'undo': {
      const visit = told.visits[one.which % Math.max(1, told.visits.length)];
      if (!visit) return;
      const result = attempt(() => desk.undo({ visitId: visit.id }));
      expectRefusal(result, visit.isUndone ? 'already_undone' : null);
      if (visit.isUndone) return;
      visit.isUndone = true;
      if (visit.earned > 0)
        told.entries.push({ id: null, who: visit.who, points: -visit.earned, visit, isReversal: true, isReversed: false });
      expect(result).toEqual({ value: { pointsBalance: balanceOf(told, visit.who) } });
      return;
    }
    case 'redeem': {
      const isRefused = balanceOf(told, one.who) < one.points;
      const result = attempt(() => desk.redeem({ customerId: person(one.who), points: one.points, reason: '换' }));
      expectRefusal(result, isRefused ? 'not_enough_points' : null);
      if ('value' in result)
        told.entries.push({
          id: result.value.entryId,
          who: one.who,
          points: -one.points,
          visit: null,
          isReversal: false,
          isReversed: false,
        });
      return;
    }
    case 'adjust': {
      const isRefused = !mayGoNegative && one.points < 0 && balanceOf(told, one.who) + one.points < 0;
      const result = attempt(() => desk.adjust({ customerId: person(one.who), points: one.points, reason: '调' }));
      expectRefusal(result, isRefused ? 'not_enough_points' : null);
      if ('value' in result)
        told.entries.push({
          id: result.value.entryId,
          who: one.who,
          points: one.points,
          visit: null,
          isReversal: false,
          isReversed: false,
        });
      return;
    }
    case 'reverse': {
      const byHand = told.entries.filter((entry) => entry.id !== null);
      const entry = byHand[one.which % Math.max(1, byHand.length)];
      if (!entry?.id) return;
      const { id } = entry;
      const overdraws = !mayGoNegative && entry.points > 0 && balanceOf(told, entry.who) - entry.points < 0;
      const code = entry.isReversal ? 'conflict' : entry.isReversed ? 'already_undone' : overdraws ? 'not_enough_points' : null;
      const result = attempt(() => desk.reverse({ entryId: id, reason: '冲' }));
      expectRefusal(result, code);
      if (!('value' in result)) return;
      entry.isReversed = true;
      told.entries.push({
        id: result.value.entryId,
        who: entry.who,
        points: -entry.points,
        visit: null,
        isReversal: true,
        isReversed: false,
      });
      return;
    }
    case 'contact':
      desk.contact({ customerId: person(one.who), channel: 'phone', direction: 'out', note: '' });
      told.contacted.add(one.who);
  }
};

const daysSinceEpoch = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
/** Definition 7 of Hyndman & Fan, in floats, written apart from the one that is tested. */
const quantile = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? Number.NaN;
  return lower + (upper - lower) * (place - Math.floor(place));
};

/** The summary counted afresh from the list. */
const recount = (told: Told, of: number) => {
  const visits = told.visits.filter((visit) => visit.who === of && !visit.isUndone);
  const sum = (pick: (visit: ToldVisit) => number) => visits.reduce((total, visit) => total + pick(visit), 0);
  const days = visits.map((visit) => visit.on).sort();
  const bought = [...new Set(visits.filter((visit) => visit.isPurchase).map((visit) => visit.on))].sort();
  const gaps = bought.slice(1).map((day, index) => daysSinceEpoch(day) - daysSinceEpoch(bought[index] ?? day));
  const sorted = gaps.sort((left, right) => left - right);
  return {
    exact: {
      visit_count: visits.length,
      purchase_day_count: bought.length,
      spend_cents: sum((visit) => visit.total),
      cost_cents: sum((visit) => visit.cost),
      item_quantity: sum((visit) => visit.units) * 1000,
      first_visit_on: days[0] ?? null,
      last_visit_on: days.at(-1) ?? null,
      last_purchase_on: bought.at(-1) ?? null,
      last_interaction_on: told.contacted.has(of) ? TEST_TODAY : (days.at(-1) ?? null),
      points_balance: balanceOf(told, of),
    },
    rhythm: bought.length >= 3 ? quantile(sorted, 0.5) : null,
    overdue: bought.length >= 4 ? quantile(sorted, 0.8) : null,
  };
};

const expectNumber = (found: number | null, expected: number | null): void => {
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 9);
};

const agree = (desk: Desk, people: readonly CustomerId[], told: Told): void => {
  for (const [index, customerId] of people.entries()) {
    const { exact, rhythm, overdue } = recount(told, index);
    const kept = desk.summary(customerId);
    expect(kept).toMatchObject(exact);
    expectNumber(kept.rhythm_days, rhythm);
    expectNumber(kept.overdue_after_days, overdue);
    const points = desk.ledger(customerId).map((entry) => entry.points);
    expect(points).toEqual(told.entries.filter((entry) => entry.who === index).map((entry) => entry.points));
    expect(desk.entries({ customerId }).rows[0]?.balanceAfter ?? 0).toBe(exact.points_balance);
  }
};

const live = (history: readonly Step[], mayGoNegative: boolean, look: (desk: Desk, people: CustomerId[], told: Told) => void) => {
  const desk = openDesk();
  try {
    desk.settings({ pointsMayGoNegative: mayGoNegative });
    const people = Array.from({ length: PEOPLE }, () => desk.addCustomer());
    const told: Told = { visits: [], entries: [], contacted: new Set() };
    for (const one of history) {
      desk.clock.now = instant(desk.clock.now + 1000);
      perform(desk, people, told, mayGoNegative, one);
    }
    look(desk, people, told);
  } finally {
    desk.close();
  }
};

/** What a recount answers for: not the mark of change, nor what data care and the calendar judge when somebody is looked at. */
const recounted = (summary: ReturnType<Desk['summary']>) => ({
  ...summary,
  revision: 0,
  completeness: null,
  next_birthday_on: null,
});

describe('after any history of visits, undos, points and contacts', () => {
  test.prop([histories, fc.boolean()], { numRuns: 40 })(
    'summaries equal a recount, balances the sum of the ledger, and every refusal was right',
    (history, mayGoNegative) => {
      live(history, mayGoNegative, agree);
    },
  );

  test.prop([histories], { numRuns: 15 })('a second recount changes nothing, not even the revision', (history) => {
    live(history, true, (desk, people) => {
      const before = people.map((id) => desk.summary(id));
      for (const id of people) desk.command(() => refreshSummary(desk.database, id));
      expect(desk.command(() => refreshSummaries(desk.database, people))).toBe(0);
      expect(people.map((id) => desk.summary(id))).toEqual(before);
    });
  });

  test.prop([histories], { numRuns: 15 })('recounting many at once gives what recounting each gives', (history) => {
    live(history, true, (desk, people) => {
      const before = people.map((id) => desk.summary(id));
      plainRun(desk.database, 'DELETE FROM customer_summaries');
      expect(desk.command(() => refreshSummaries(desk.database, [...people, ...people]))).toBe(people.length);
      expect(people.map((id) => recounted(desk.summary(id)))).toEqual(before.map(recounted));
    });
  });

  test.prop([histories, fc.array(fc.integer({ min: 0, max: 300_00 }), { maxLength: 3 }), fc.nat({ max: 400 })], { numRuns: 40 })(
    'recording a visit and taking it back leaves every figure as it was',
    (history, prices, daysAgo) => {
      live(history, true, (desk, people) => {
        const before = people.map((id) => desk.summary(id));
        const [customerId] = people;
        if (!customerId) return expect.fail('nobody');
        const lines = prices.map((price) => item(price));
        const { visitId } = desk.record({ customerId, lines, businessDate: addDays(TEST_TODAY, -daysAgo) });
        expect(desk.summary(customerId).revision).toBeGreaterThan(before[0]?.revision ?? 0);
        desk.undo({ visitId });
        expect(people.map((id) => recounted(desk.summary(id)))).toEqual(before.map(recounted));
      });
    },
  );
});
