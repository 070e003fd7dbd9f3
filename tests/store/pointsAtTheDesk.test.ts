import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { expirePoints } from '../../electron/handlers/loyalty/expire.ts';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { listLapsing } from '../../electron/store/lapsingPoints.ts';
import { listEntriesInOrder } from '../../electron/store/loyalty.ts';
import { contract } from '../../shared/contract.ts';
import { lastDayOf } from '../../shared/domain/loyalty/expiry.ts';
import { replayPoints } from '../../shared/domain/loyalty/replay.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId, PointsEntryId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';
import { salesOf } from '../helpers/sales.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let sales: ReturnType<typeof salesOf>;
beforeEach(() => {
  desk = openDesk();
  sales = salesOf(desk);
});
afterEach(() => {
  desk.close();
});

const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const expire = (): void => {
  while (desk.command(() => expirePoints(desk.context)).isMore);
};
const account = (customerId: CustomerId) => loyaltyHandlers['loyalty.account'](desk.context, { customerId });
const lotsOf = (customerId: CustomerId) => account(customerId).lots.map(({ remaining, lastDay }) => [remaining, lastDay]);
const returnUnits = (visitId: VisitId, units: number) => {
  const [line] = desk.findVisit({ visitId }).lines;
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: units * 1000 }], reason: '不合适' });
};

describe('paying with points at the desk (R074)', () => {
  let customerId: CustomerId;
  beforeEach(() => {
    // Ten points to the yuan, and a point for every yuan spent.
    desk.settings({ pointsPerHundred: 100, pointsPerMoneyUnit: 10 });
    customerId = desk.addCustomer();
    desk.adjust({ customerId, points: 1000, reason: '开卡' });
  });

  it('takes the points of the amount, rounded up, and earns on the rest alone', () => {
    const paid = desk.record({
      customerId,
      lines: [item(100_00)],
      payments: [
        { method: 'points', cents: 30_01 },
        { method: 'cash', cents: 69_99 },
      ],
    });
    expect(paid).toMatchObject({ totalCents: 100_00, pointsSpent: 301, pointsEarned: 69, pointsBalance: 1000 - 301 + 69 });
    expect(desk.findVisit({ visitId: paid.visitId }).payments).toEqual([
      { method: 'cash', cents: 69_99, points: null, giftCents: null, fromName: null },
      { method: 'points', cents: 30_01, points: 301, giftCents: null, fromName: null },
    ]);
    const [entry] = desk.timeline({ customerId, kinds: ['visit'] }).entries;
    expect(entry?.visit?.payments).toMatchObject([{ method: 'points', points: paid.pointsSpent }]);
    expect(account(customerId).sums).toEqual({ earned: 69, spent: -301, adjusted: 1000, brought: 0, expired: 0 });
    expect(account(customerId).worthCents).toBe(76_80);
  });

  it('its undo brings back both, to the lots they were of', () => {
    desk.settings({ pointsExpiry: 'months', pointsExpiryMonths: 1 });
    desk.adjust({ customerId, points: 50, reason: '活动' });
    const before = lotsOf(customerId);
    const { visitId } = desk.record({ customerId, lines: [item(100_00)], payments: [{ method: 'points', cents: 40_00 }] });
    desk.undo({ visitId });
    expect(lotsOf(customerId)).toEqual(before);
    expect(desk.summary(customerId).points_balance).toBe(1050);
  });

  it('a return gives back in points what was paid with them, in proportion and in all exactly', () => {
    const { visitId } = desk.record({ customerId, lines: [item(33_33, 3)], payments: [{ method: 'points', cents: 50_00 }] });
    expect(desk.summary(customerId).points_balance).toBe(1000 - 500 + 49);
    const first = returnUnits(visitId, 1);
    expect(first).toMatchObject({
      givenBackCents: 33_33,
      givenBackInPointsCents: 16_67,
      pointsGivenBack: 167,
      pointsTakenBack: 17,
    });
    const rest = returnUnits(visitId, 2);
    expect(first.pointsGivenBack + rest.pointsGivenBack).toBe(500);
    expect(first.givenBackInPointsCents + rest.givenBackInPointsCents).toBe(50_00);
    expect(desk.summary(customerId).points_balance).toBe(1000);
    expect(desk.findVisit({ visitId }).givenBackInPoints).toEqual({ cents: 50_00, points: 500 });
    desk.undo({ visitId: rest.visitId });
    desk.undo({ visitId: first.visitId });
    expect(desk.summary(customerId).points_balance).toBe(549);
    expect(auditProblems(desk.database)).toEqual([]);
  });

  it('more than there is, more than there is to pay, twice one way, of a walk-in, where points do not pay: refused, nothing written', () => {
    const pay =
      (cents: number, more = {}) =>
      () =>
        desk.record({ customerId, lines: [item(200_00)], payments: [{ method: 'points', cents }], ...more });
    const field = (message: string) => ({ code: 'bad_input', details: { issues: [{ path: 'payments.0.cents', message }] } });
    expect(failureOf(pay(100_01))).toMatchObject({ code: 'not_enough_points', details: { balance: 1000, wanted: 1001 } });
    expect(failureOf(pay(200_01))).toMatchObject(field('more_than_total'));
    expect(failureOf(pay(10_00, { customerId: null }))).toMatchObject(field('walk_in_has_no_points'));
    desk.settings({ pointsShareLimit: 10 });
    expect(failureOf(pay(20_01))).toMatchObject(field('over_points_share'));
    desk.settings({ pointsPerMoneyUnit: 0 });
    expect(failureOf(pay(10_00))).toMatchObject(field('points_do_not_pay'));
    const twice = {
      payments: [
        { method: 'cash' as const, cents: 1 },
        { method: 'cash' as const, cents: 2 },
      ],
    };
    expect(contract.visits.record.input.safeParse({ customerId, lines: [item(1_00)], ...twice }).success).toBe(false);
    for (const cents of [0, -1, 0.5])
      expect(
        contract.visits.record.input.safeParse({ customerId, lines: [item(1_00)], payments: [{ method: 'cash', cents }] })
          .success,
      ).toBe(false);
    expect(desk.ledger(customerId)).toHaveLength(1);
  });
});

describe('points that lapse', () => {
  const inAMonth = { pointsExpiry: 'months', pointsExpiryMonths: 1, pointsPerHundred: 100 } as const;

  it('count on their last day and are gone on the next, what is left of them alone', () => {
    desk.settings(inAMonth);
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(100_00)] });
    step(10);
    desk.record({ customerId, lines: [item(20_00)] });
    desk.redeem({ customerId, points: 60, reason: '换礼' });
    const lastDay = listLapsing(desk.database, customerId)[0]?.last_day ?? TEST_TODAY;
    step(30);
    expect(desk.clock.today <= lastDay).toBe(true);
    expire();
    expect(desk.summary(customerId).points_balance).toBe(60);
    step(31);
    expire();
    expire();
    expect(desk.summary(customerId).points_balance).toBe(20);
    expect(account(customerId).sums).toMatchObject({ earned: 120, spent: -60, expired: -40 });
    expect(desk.ledger(customerId).filter(({ kind }) => kind === 'expire')).toHaveLength(1);
  });

  it('a change of policy never shortens what was earned: each has the terms of its day', () => {
    desk.settings({ ...inAMonth, pointsExpiry: 'none' });
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(10_00)] });
    desk.settings({ pointsExpiry: 'year_end', pointsExpiryYears: 1 });
    desk.record({ customerId, lines: [item(20_00)] });
    desk.settings({ pointsExpiry: 'months' });
    desk.record({ customerId, lines: [item(30_00)] });
    expect(lotsOf(customerId).map(([remaining, lastDay]) => [remaining, lastDay])).toEqual([
      [30, expect.stringMatching(/^2026-12-/)],
      [20, '2027-12-31'],
      [10, null],
    ]);
  });

  it('without a purchase they lapse after so many months, and every purchase moves that', () => {
    desk.settings({ ...inAMonth, pointsExpiry: 'idle' });
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(10_00)] });
    step(20);
    const { visitId } = desk.record({ customerId, lines: [item(10_00)] });
    step(40);
    expire();
    expect(desk.summary(customerId).points_balance).toBe(20);
    desk.undo({ visitId });
    expire();
    expect(desk.summary(customerId).points_balance).toBe(0);
  });

  it('nothing lapses while the clock is behind, and a clock that ran ahead and came back does not bring anything twice (R7)', () => {
    desk.settings(inAMonth);
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(100_00)] });
    step(60);
    desk.record({ customerId, lines: [item(50_00)] });
    step(40);
    expire();
    expect(desk.summary(customerId).points_balance).toBe(150);
    // Written after the others all the same, whatever the clock says.
    desk.redeem({ customerId, points: 120, reason: '换礼' });
    expect(lotsOf(customerId).map(([remaining]) => remaining)).toEqual([30]);
    step(60);
    expire();
    expect(desk.summary(customerId).points_balance).toBe(30);
  });

  it('the shop’s own entry says how many lapsed, and of whom', () => {
    desk.settings(inAMonth);
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(100_00)] });
    step(60);
    expire();
    expect(desk.timeline({ customerId }).entries.map(({ points }) => points?.entryKind)).toContain('expire');
    const [entry] = desk.ledger(customerId).filter(({ kind }) => kind === 'expire');
    expect(failureOf(() => desk.reverse({ entryId: entry?.id ?? '', reason: '人情' }))).toMatchObject({
      code: 'conflict',
      details: { reason: 'entry_is_expiry' },
    });
  });
});

/** In an order that two lists of the same lots share. */
const sorted = (lots: readonly (readonly (string | number)[])[]): string[] =>
  lots.map((lot) => lot.join(' ')).toSorted((one, other) => (one < other ? -1 : 1));

const which = fc.nat({ max: 200 });
const who = fc.nat({ max: 1 });
const amount = fc.integer({ min: 1, max: 300_00 });
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('record' as const), who, amount, share: fc.nat({ max: 100 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('return' as const), which, units: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const), who, points: fc.integer({ min: 1, max: 200 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('adjust' as const), who, points: fc.integer({ min: -90, max: 90 }).filter(Boolean) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: -20, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('policy' as const), policy: fc.constantFrom('none', 'months', 'year_end', 'idle') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unmerge' as const) }) },
);

describe('any history of the desk', () => {
  test.prop([fc.array(deed, { maxLength: 60 })], { numRuns: 40 })(
    'balance = sum of the ledger = what is left in the lots - what is owed; what lapses is kept as a recount finds it; merging keeps all sums',
    (deeds) => {
      const shop = desk;
      step(0);
      shop.settings({ pointsPerHundred: 100, pointsPerMoneyUnit: 10, pointsExpiry: 'months', pointsExpiryMonths: 1 });
      const people = [shop.addCustomer(), shop.addCustomer()] as const;
      const visits: VisitId[] = [];
      const entries: PointsEntryId[] = [];
      let mergeId: string | null = null;
      let passed = 0;
      const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
      const ledgers = () => people.flatMap((id) => shop.ledger(id)).reduce((sum, { points }) => sum + points, 0);
      /** Refused is refused: what counts is that nothing is out of place afterwards. */
      const tried = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      };
      for (const one of deeds)
        tried(() => {
          if (one.do === 'record') {
            const points = Math.floor((one.amount * 3 * one.share) / 100);
            visits.push(
              shop.record({
                customerId: people[one.who === 0 ? 0 : 1],
                lines: [item(one.amount, 3)],
                payments: points > 0 ? [{ method: 'points', cents: points }] : [],
              }).visitId,
            );
          }
          const visitId = 'which' in one ? pick(visits, one.which) : undefined;
          if (one.do === 'return' && visitId) visits.push(returnUnits(visitId, one.units).visitId);
          if (one.do === 'undo' && visitId) shop.undo({ visitId });
          if (one.do === 'redeem')
            entries.push(shop.redeem({ customerId: people[one.who === 0 ? 0 : 1], points: one.points, reason: '换礼' }).entryId);
          if (one.do === 'adjust')
            entries.push(shop.adjust({ customerId: people[one.who === 0 ? 0 : 1], points: one.points, reason: '更正' }).entryId);
          const entryId = one.do === 'reverse' ? pick(entries, one.which) : undefined;
          if (entryId) shop.reverse({ entryId, reason: '记错' });
          if (one.do === 'pass') {
            passed += one.days;
            step(passed);
          }
          if (one.do === 'expire') expire();
          if (one.do === 'policy') shop.settings({ pointsExpiry: one.policy });
          const before = ledgers();
          if (one.do === 'merge' && mergeId === null)
            mergeId = shop.command(() =>
              mergesHandlers['merges.merge'](
                shop.context,
                contract.merges.merge.input.parse({ survivorId: people[0], otherId: people[1] }),
              ),
            ).mergeId;
          if (one.do === 'unmerge' && mergeId !== null) {
            shop.command(() => mergesHandlers['merges.undo'](shop.context, contract.merges.undo.input.parse({ mergeId })));
            mergeId = null;
          }
          if (one.do === 'merge' || one.do === 'unmerge') expect(ledgers()).toBe(before);
        });
      for (const customerId of people) {
        const told = listEntriesInOrder(shop.database, customerId);
        const { balance, lots, owed } = replayPoints(told);
        const left = lots.reduce((sum, { remaining }) => sum + remaining, 0);
        expect([balance, left - owed]).toEqual([shop.summary(customerId).points_balance, balance]);
        const lapsing = lots.flatMap((lot) => {
          const lastDay = lastDayOf(lot, shop.summary(customerId).last_purchase_on);
          return lastDay === null ? [] : [[lot.entryId, lot.remaining, lastDay]];
        });
        const kept = listLapsing(shop.database, customerId).map((lot) => [lot.entry_id, lot.remaining, lot.last_day]);
        expect(sorted(kept)).toEqual(sorted(lapsing));
      }
      expect(auditProblems(shop.database)).toEqual([]);
    },
  );
});
