import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { releasePoints } from '../../electron/handlers/loyalty/pending.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: MergeDesk;
let sales: ReturnType<typeof salesOf>;
const openShop = (): void => {
  desk = openMergeDesk();
  sales = salesOf(desk);
  desk.settings({ pointsPerHundred: 100, pointsPendingDays: 7, pointsPerMoneyUnit: 10 });
};
beforeEach(openShop);
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const buy = (customerId: CustomerId, many = 1) => desk.record({ customerId, lines: [{ ...item(10_00), quantity: many * 1000 }] });
const pending = (customerId: CustomerId) =>
  contract.loyalty.pending.output.parse(loyaltyHandlers['loyalty.pending'](desk.context, { customerId }));
const both = (customerId: CustomerId) => [desk.summary(customerId).points_balance, pending(customerId).points];
const release = () => desk.command(() => releasePoints(desk.context));
const giveBack = (visitId: VisitId, many: number) => {
  const [line] = desk.findVisit({ visitId }).lines;
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: many * 1000 }], reason: '不合适' });
};

describe('points that are not spendable yet (X62)', () => {
  it('are told by the audit where something else is kept than their ledger says', () => {
    buy(desk.create({ name: '王芳' }), 5);
    plainRun(desk.database, 'UPDATE open_pending_points SET remaining = remaining + 1');
    expect(auditProblems(desk.database)).toEqual([expect.stringContaining('pending points')]);
    plainRun(desk.database, 'UPDATE open_pending_points SET remaining = remaining - 1');
  });

  it('wait for their day, are told apart and cannot be spent; then they count as if earned on the day of the visit', () => {
    const wang = desk.create({ name: '王芳' });
    const { visitId, ...told } = buy(wang, 5);
    expect(told).toMatchObject({ pointsEarned: 50, pointsBalance: 0, pending: { points: 50, readyOn: addDays(TEST_TODAY, 7) } });
    expect(desk.findVisit({ visitId })).toMatchObject({ pointsEarned: 50, pending: { points: 50 } });
    expect(both(wang)).toEqual([0, 50]);
    const paid = { customerId: wang, lines: [item(1_00)], payments: [{ method: 'points' as const, cents: 1_00 }] };
    expect(failureOf(() => desk.record(paid)).code).toBe('not_enough_points');
    step(6);
    release();
    expect(both(wang)).toEqual([0, 50]);
    step(7);
    expect(release()).toEqual({ isMore: false });
    release();
    expect(both(wang)).toEqual([50, 0]);
    expect(desk.ledger(wang)).toMatchObject([{ kind: 'earn', points: 50, business_date: TEST_TODAY, visit_id: visitId }]);
    expect(desk.findVisit({ visitId }).pending).toBeNull();
    desk.undo({ visitId });
    expect(both(wang)).toEqual([0, 0]);
  });

  it('do not become spendable by a clock that is wrong, and go with the visit that earned them', () => {
    const wang = desk.create({ name: '王芳' });
    step(30);
    const later = buy(wang, 1);
    step(0);
    const { visitId } = buy(wang, 5);
    step(10);
    expect(release()).toEqual({ isMore: false });
    expect(both(wang)).toEqual([0, 60]);
    desk.undo({ visitId });
    expect(both(wang)).toEqual([0, 10]);
    desk.undo({ visitId: later.visitId });
    expect(both(wang)).toEqual([0, 0]);
  });

  it('are what a return takes first, before and after they were released, and its undo gives them back where they were', () => {
    const wang = desk.create({ name: '王芳' });
    const { visitId } = buy(wang, 10);
    const first = giveBack(visitId, 4);
    expect(first).toMatchObject({ pointsTakenBack: 40 });
    expect(both(wang)).toEqual([0, 60]);
    step(7);
    release();
    expect(both(wang)).toEqual([60, 0]);
    const second = giveBack(visitId, 6);
    expect(second).toMatchObject({ pointsTakenBack: 60 });
    expect(both(wang)).toEqual([0, 0]);
    desk.undo({ visitId: first.visitId });
    expect(both(wang)).toEqual([0, 40]);
    release();
    expect(both(wang)).toEqual([40, 0]);
    desk.undo({ visitId: second.visitId });
    desk.undo({ visitId });
    expect(both(wang)).toEqual([0, 0]);
  });

  it('leave no trace in a shop that does not wait, nor of a visit written down so late that its day is past', () => {
    const wang = desk.create({ name: '王芳' });
    desk.record({ customerId: wang, lines: [item(10_00)], businessDate: addDays(TEST_TODAY, -7) });
    desk.settings({ pointsPendingDays: 0 });
    buy(wang, 1);
    expect(both(wang)).toEqual([20, 0]);
    expect(plainRows(desk.database, 'SELECT id FROM pending_points_entries')).toEqual([]);
  });

  it('of one bill are at most as many as the shop lets', () => {
    desk.settings({ pointsPendingDays: 0, pointsMostPerVisit: 20 });
    const wang = desk.create({ name: '王芳' });
    buy(wang, 10);
    const pay = (cents: number) =>
      desk.record({ customerId: wang, lines: [item(10_00)], payments: [{ method: 'points', cents }] });
    expect(failureOf(() => pay(2_01)).details).toMatchObject({ issues: [{ message: 'over_points_share' }] });
    expect(pay(2_00).pointsSpent).toBe(20);
  });

  it('move with a merge and apart again, also when they were released in between', () => {
    const [wang, li] = [desk.create({ name: '王芳' }), desk.create({ name: '王方' })];
    buy(wang, 1);
    buy(li, 2);
    const { mergeId } = desk.merge({ survivorId: wang, otherId: li });
    expect(both(wang)).toEqual([0, 30]);
    step(7);
    release();
    expect(both(wang)).toEqual([30, 0]);
    desk.undoMerge({ mergeId });
    expect([both(wang), both(li)]).toEqual([
      [10, 0],
      [20, 0],
    ]);
  });

  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('buy', 'buy', 'buy', 'undo', 'return', 'release', 'day', 'merge', 'part', 'days'),
      one: fc.nat({ max: 3 }),
      two: fc.nat({ max: 3 }),
      many: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 25 },
  );
  test.prop([steps], { numRuns: 30 })(
    'after any history: what visits earned and is not back is what is spendable and what is pending together, and no lot is below nothing',
    (history) => {
      desk.close();
      openShop();
      const people = Array.from({ length: 4 }, (_, index) => desk.create({ name: `客${index}` }));
      const visits: VisitId[] = [];
      const merges: string[] = [];
      let day = 0;
      for (const { kind, one, two, many } of history) {
        const [customerId, otherId] = [people[one], people[two]];
        const visitId = visits[(one * 4 + two) % Math.max(1, visits.length)];
        if (customerId === undefined || otherId === undefined) continue;
        try {
          switch (kind) {
            case 'buy':
              visits.push(buy(customerId, many).visitId);
              break;
            case 'undo':
              if (visitId !== undefined) desk.undo({ visitId });
              break;
            case 'return':
              if (visitId !== undefined) visits.push(giveBack(visitId, Math.ceil(many / 3)).visitId);
              break;
            case 'release':
              release();
              break;
            case 'day':
              day += many;
              step(day);
              break;
            case 'days':
              desk.settings({ pointsPendingDays: many - 1 });
              break;
            case 'merge':
              merges.push(desk.merge({ survivorId: customerId, otherId }).mergeId);
              break;
            case 'part':
              if (merges.length > 0) desk.undoMerge({ mergeId: merges.pop() ?? '' });
          }
        } catch (error) {
          // Refused: what stands, stands.
          if (!(error instanceof AppError) && !(error instanceof Error && error.name === 'ZodError')) throw error;
        }
        const [sums] = plainRows<{
          earned: number | null;
          spendable: number | null;
          waiting: number | null;
          open: number | null;
          least: number | null;
        }>(
          desk.database,
          `SELECT (SELECT sum(points_earned) FROM visits WHERE undone_at IS NULL) AS earned,
             (SELECT sum(points) FROM points_entries) AS spendable, (SELECT sum(points) FROM pending_points_entries) AS waiting,
             (SELECT sum(remaining) FROM open_pending_points) AS open,
             (SELECT min(left) FROM (SELECT sum(points) AS left FROM pending_points_entries GROUP BY lot_id)) AS least`,
        );
        expect(sums?.earned ?? 0).toBe((sums?.spendable ?? 0) + (sums?.waiting ?? 0));
        expect(sums?.open ?? 0).toBe(sums?.waiting ?? 0);
        expect(sums?.least ?? 0).toBeGreaterThanOrEqual(0);
        expect(people.reduce((sum, id) => sum + desk.summary(id).points_balance, 0)).toBe(sums?.spendable ?? 0);
        expect(people.reduce((sum, id) => sum + pending(id).points, 0)).toBe(sums?.waiting ?? 0);
      }
    },
  );
});
