import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tiersHandlers } from '../../electron/handlers/tiers.ts';
import { previewTier } from '../../electron/handlers/tiers/preview.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CustomerId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

let desk: Desk;
let customerId: CustomerId;

const standing = (id = customerId) => tiersHandlers['tiers.ofCustomer'](desk.context, { customerId: id });
const growth = (id = customerId): number => standing(id).qualifying;
const goTo = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * 24 * 60 * 60 * 1000);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const buy = (amount: number, units = 1, id = customerId) => desk.record({ customerId: id, lines: [item(amount, units)] });
const giveBack = (visitId: VisitId, units: number) =>
  salesOf(desk).returnLines({
    visitId,
    lines: desk.findVisit({ visitId }).lines.map(({ id }) => ({ lineId: id, quantity: units * 1000 })),
    reason: '不合适',
  });

beforeEach(() => {
  desk = openDesk();
  desk.settings({ tierBasis: 'growth', growthPerHundred: 100, growthPerVisit: 10, growthPerDay: 5 });
  customerId = desk.addCustomer();
  desk.command(() =>
    tiersHandlers['tiers.save'](desk.context, contract.tiers.save.input.parse({ name: '金卡', threshold: 200, giftPoints: 7 })),
  );
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

describe('growth (X63)', () => {
  it('is earned by money, visits and days, within a limit a day, and leads to tiers with what they bring', () => {
    buy(100_00);
    expect(growth()).toBe(115);
    buy(50_00);
    expect(growth()).toBe(175);
    desk.settings({ growthDayCap: 180 });
    buy(50_00);
    expect(growth()).toBe(180);
    goTo(1);
    buy(10_00);
    expect([growth(), standing().held?.tier.name, standing().growth[0]?.growth]).toEqual([205, '金卡', 25]);
    expect(desk.ledger(customerId).some(({ reason }) => reason === '升到金卡')).toBe(true);
    expect(
      desk.command(() => previewTier(desk.context, contract.tiers.preview.input.parse({ threshold: 100, place: 1 }))),
    ).toEqual({
      rise: 0,
      fall: 0,
    });
  });

  it('leaves points alone, and is written by nobody where tiers are climbed by something else', () => {
    desk.settings({ tierBasis: 'spend' });
    buy(100_00);
    desk.settings({ tierBasis: 'growth' });
    expect([growth(), standing().growth]).toEqual([0, []]);
  });

  it('goes back with a return in proportion, with the last all of it, with the undo of the return again; and the tier with it', () => {
    const { visitId } = buy(100_00, 2);
    expect([growth(), standing().held?.tier.name]).toEqual([215, '金卡']);
    const one = giveBack(visitId, 1);
    expect([growth(), standing().held]).toEqual([107, null]);
    giveBack(visitId, 1);
    expect(growth()).toBe(0);
    const [last] = desk.findVisit({ visitId }).returns.toReversed();
    desk.undo({ visitId: last?.visitId ?? visitId });
    desk.undo({ visitId: one.visitId });
    expect([growth(), standing().held?.tier.name]).toEqual([215, '金卡']);
  });

  it('is append-only, and goes with a merge and back with its undo', () => {
    buy(100_00);
    const other = desk.addCustomer();
    buy(90_00, 1, other);
    const merged = desk.command(() =>
      mergesHandlers['merges.merge'](
        desk.context,
        contract.merges.merge.input.parse({ survivorId: customerId, otherId: other, choices: [] }),
      ),
    );
    expect([growth(), growth(other)]).toEqual([220, 0]);
    desk.command(() => mergesHandlers['merges.undo'](desk.context, { mergeId: merged.mergeId }));
    expect([growth(), growth(other)]).toEqual([115, 105]);
    expect(() => plainRun(desk.database, 'UPDATE growth_entries SET growth = 1')).toThrow(/append-only/);
  });

  it('is nothing once every visit is undone, never below nothing on the way, and within its limit a day', () => {
    const step = fc.record({
      amount: fc.integer({ min: 1, max: 300_00 }),
      back: fc.integer({ min: 0, max: 2 }),
      days: fc.constantFrom(0, 0, 1),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 250 }),
        fc.nat(),
        (steps, dayCap, order) => {
          desk.settings({ growthDayCap: dayCap });
          const id = desk.addCustomer();
          const visits: { sale: VisitId; back: VisitId | null }[] = [];
          for (const { amount, back, days } of steps) {
            goTo(days);
            const { visitId: sale } = buy(amount, 2, id);
            visits.push({ sale, back: back === 0 ? null : giveBack(sale, back).visitId });
            expect(growth(id)).toBeGreaterThanOrEqual(0);
            expect(growth(id)).toBeLessThanOrEqual(dayCap === 0 ? Infinity : 2 * dayCap);
          }
          goTo(1);
          for (let turn = order; visits.length > 0; turn = Math.floor(turn / 3) + 1) {
            const [visit] = visits.splice(turn % visits.length, 1);
            if (visit?.back != null) desk.undo({ visitId: visit.back });
            if (visit !== undefined) desk.undo({ visitId: visit.sale });
            expect(growth(id)).toBeGreaterThanOrEqual(0);
          }
          expect(growth(id)).toBe(0);
        },
      ),
      { numRuns: 20 },
    );
  });
});
