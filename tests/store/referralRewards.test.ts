import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countRewardsOfReferrer, listRewardsOfVisit } from '../../electron/store/referralRewards.ts';
import { plainRows } from '../../electron/store/database.ts';
import { cents } from '../../shared/types/amounts.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { item } from '../helpers/desk.ts';
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
  desk.settings({
    pointsPerHundred: 0,
    referralsPaid: true,
    referralLeastCents: cents(100_00),
    referralWithinDays: 30,
    referralMostPerMonth: 2,
    referrerPoints: 100,
    newcomerPoints: 50,
  });
};
beforeEach(openShop);
afterEach(() => {
  desk.close();
});

const balance = (id: CustomerId): number => desk.summary(id).points_balance;
const newcomer = (referrerId: CustomerId, name = '李雷') => desk.create({ name, referrerId });
const buy = (customerId: CustomerId, amount: number) => desk.record({ customerId, lines: [item(amount)] });
const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const giveBack = (visitId: VisitId) => {
  const [line] = desk.findVisit({ visitId }).lines;
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: 1000 }], reason: '不合适' });
};
const bothSides = (wang: CustomerId, li: CustomerId) => [balance(wang), balance(li)];

describe('rewards of referrals (R078, R093)', () => {
  it('both sides get theirs by the purchase that is enough, in its transaction, and the desk and the visit tell it', () => {
    const wang = desk.create({ name: '王芳' });
    const li = newcomer(wang);
    expect(buy(li, 60_00).referral).toBeNull();
    const told = { newcomer: { points: 50, coupon: null }, referrer: { points: 100, coupon: null }, referrerState: 'given' };
    const { visitId, referral, pointsBalance } = buy(li, 100_00);
    expect({ referral, pointsBalance }).toEqual({ referral: told, pointsBalance: 50 });
    expect(desk.findVisit({ visitId }).referral).toEqual(told);
    expect(bothSides(wang, li)).toEqual([100, 50]);
    // Once a newcomer.
    expect(buy(li, 500_00).referral).toBeNull();
    expect(bothSides(wang, li)).toEqual([100, 50]);
  });

  it('is off by default, and gives nothing late, to customers already, or for nobody named', () => {
    const wang = desk.create({ name: '王芳' });
    const [late, already, unnamed] = [newcomer(wang), desk.create({ name: '老客' }), desk.create({ name: '新客' })];
    buy(already, 1_00);
    step(1);
    desk.update({ customerId: already, changes: { referrerId: wang } });
    buy(already, 200_00);
    buy(unnamed, 200_00);
    step(31);
    buy(late, 200_00);
    expect([wang, late, already, unnamed].map(balance)).toEqual([0, 0, 0, 0]);
    desk.settings({ referralsPaid: false });
    buy(newcomer(wang), 200_00);
    expect(balance(wang)).toBe(0);
  });

  it('is taken back when the visit is undone or the purchase comes back, and given again if it stands again', () => {
    const wang = desk.create({ name: '王芳' });
    const li = newcomer(wang);
    const first = buy(li, 100_00);
    desk.undo({ visitId: first.visitId });
    expect(bothSides(wang, li)).toEqual([0, 0]);
    const second = buy(li, 150_00);
    expect(bothSides(wang, li)).toEqual([100, 50]);
    const back = giveBack(second.visitId);
    expect(bothSides(wang, li)).toEqual([0, 0]);
    expect(desk.findVisit({ visitId: second.visitId }).referral).toBeNull();
    desk.undo({ visitId: back.visitId });
    expect(bothSides(wang, li)).toEqual([100, 50]);
    // A later purchase stands in for the one that is undone.
    buy(li, 300_00);
    desk.undo({ visitId: second.visitId });
    expect(bothSides(wang, li)).toEqual([100, 50]);
  });

  it('stops for whoever brings when the month is full, but not for whoever comes', () => {
    const wang = desk.create({ name: '王芳' });
    const people = ['甲', '乙', '丙'].map((name) => newcomer(wang, name));
    const last = people.map((id) => buy(id, 100_00).referral?.referrerState);
    expect(last).toEqual(['given', 'given', 'month_full']);
    expect(people.map(balance)).toEqual([50, 50, 50]);
    expect(balance(wang)).toBe(200);
    expect(countRewardsOfReferrer(desk.database, wang)).toBe(2);
  });

  it('gives nothing to whoever lies in the bin', () => {
    const wang = desk.create({ name: '王芳' });
    const li = newcomer(wang);
    desk.remove(wang);
    expect(buy(li, 100_00).referral?.referrerState).toBe('away');
    expect(bothSides(wang, li)).toEqual([0, 50]);
  });

  it('a coupon of a kind for each, void again with the visit; one that was used stays used', () => {
    const coupons = couponsAt(desk);
    const { typeId } = coupons.saveType({ name: '十元券', terms: { kind: 'amount', amountCents: 1000 } });
    desk.settings({ referrerPoints: 0, newcomerPoints: 0, referrerCouponType: typeId, newcomerCouponType: typeId });
    const wang = desk.create({ name: '王芳' });
    const li = newcomer(wang);
    const { visitId, referral } = buy(li, 100_00);
    expect(referral).toMatchObject({ newcomer: { coupon: '十元券' }, referrer: { coupon: '十元券' } });
    const [mine] = coupons.ofCustomer(wang);
    desk.record({ customerId: wang, lines: [item(50_00)], coupons: [mine?.number ?? ''] });
    desk.undo({ visitId });
    expect(coupons.ofCustomer(li)).toMatchObject([{ state: 'void' }]);
    expect(coupons.ofCustomer(wang)).toMatchObject([{ left: 0 }]);
  });

  it('a merge of the two leaves nobody brought by themselves, keeps the points, and the undone visit still takes them back', () => {
    const wang = desk.create({ name: '王芳' });
    const li = newcomer(wang);
    const { visitId } = buy(li, 100_00);
    const { mergeId } = desk.merge({ survivorId: wang, otherId: li });
    expect(balance(wang)).toBe(150);
    expect(desk.card(wang).fields.referrerId).toBeNull();
    desk.undo({ visitId });
    expect(balance(wang)).toBe(0);
    desk.undoMerge({ mergeId });
    expect(bothSides(wang, li)).toEqual([0, 0]);
    expect(plainRows(desk.database, 'SELECT id FROM referral_rewards WHERE customer_id = referrer_id')).toEqual([]);
  });

  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('buy', 'buy', 'buy', 'undo', 'return', 'name', 'merge', 'part', 'off', 'on', 'day'),
      one: fc.nat({ max: 4 }),
      two: fc.nat({ max: 4 }),
      amount: fc.constantFrom(40_00, 100_00, 250_00),
    }),
    { maxLength: 30 },
  );
  test.prop([steps], { numRuns: 40 })(
    'after any history: what the ledgers hold is what stands, every reward that stands has its purchase, and nobody brought themselves',
    (history) => {
      // A shop of its own for each history.
      desk.close();
      openShop();
      const people = Array.from({ length: 5 }, (_, index) => desk.create({ name: `客${index}` }));
      const visits: VisitId[] = [];
      const merges: string[] = [];
      let day = 0;
      const attempt = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          // Refused: what stands, stands.
          if (!(error instanceof AppError)) throw error;
        }
      };
      for (const { kind, one, two, amount } of history) {
        const [customerId, otherId] = [people[one], people[two]];
        if (customerId === undefined || otherId === undefined) continue;
        const visitId = visits[(one * 5 + two) % Math.max(1, visits.length)];
        attempt(() => {
          switch (kind) {
            case 'buy':
              visits.push(buy(customerId, amount).visitId);
              break;
            case 'undo':
              if (visitId !== undefined) desk.undo({ visitId });
              break;
            case 'return':
              if (visitId !== undefined) visits.push(giveBack(visitId).visitId);
              break;
            case 'name':
              desk.update({ customerId, changes: { referrerId: otherId } });
              break;
            case 'merge':
              merges.push(desk.merge({ survivorId: customerId, otherId }).mergeId);
              break;
            case 'part':
              if (merges.length > 0) desk.undoMerge({ mergeId: merges.pop() ?? '' });
              break;
            case 'day':
              day += 1;
              step(day);
              break;
            case 'off':
            case 'on':
              desk.settings({ referralsPaid: kind === 'on' });
          }
        });
        const stands = plainRows<{ id: string; entries: number }>(
          desk.database,
          `SELECT id, (referrer_entry_id IS NOT NULL) * 100 + (newcomer_entry_id IS NOT NULL) * 50 AS entries FROM referral_rewards AS given
           WHERE kind = 'given' AND NOT EXISTS (SELECT 1 FROM referral_rewards AS back WHERE back.reverses_id = given.id)`,
        );
        const [ledger] = plainRows<{ points: number | null }>(desk.database, 'SELECT sum(points) AS points FROM points_entries');
        expect(ledger?.points ?? 0).toBe(stands.reduce((sum, { entries }) => sum + entries, 0));
        expect(people.reduce((sum, id) => sum + balance(id), 0)).toBe(ledger?.points ?? 0);
        for (const id of visits)
          for (const row of listRewardsOfVisit(desk.database, id)) {
            expect(row.customerId).not.toBe(row.referrerId);
            expect(desk.findVisit({ visitId: id })).toMatchObject({ undoneAt: null });
          }
        // Two who were merged may each have been brought; without that everybody is brought once.
        if (merges.length === 0 && !history.some((step) => step.kind === 'merge'))
          expect(
            plainRows(
              desk.database,
              `SELECT customer_id FROM referral_rewards AS given WHERE kind = 'given'
               AND NOT EXISTS (SELECT 1 FROM referral_rewards AS back WHERE back.reverses_id = given.id)
               GROUP BY customer_id HAVING count(*) > 1`,
            ),
          ).toEqual([]);
      }
    },
  );
});
