import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditProblems } from '../../electron/store/audit.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { contract } from '../../shared/contract.ts';
import type { VisitId } from '../../shared/types/ids.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';

let desk: Desk;
let sales: ReturnType<typeof salesOf>;
beforeEach(() => {
  desk = openDesk();
  sales = salesOf(desk);
});
afterEach(() => {
  desk.close();
});

const lineOf = (visitId: VisitId, index = 0) => desk.findVisit({ visitId }).lines[index] ?? expect.fail('no such line');
const back = (visitId: VisitId, units: number, index = 0) => ({
  visitId,
  lines: [{ lineId: lineOf(visitId, index).id, quantity: units * 1000 }],
  reason: '尺码不对',
});

describe('a return of single lines (R068)', () => {
  it('gives back its prorated part of what was paid after discounts, and takes back the points it earned', () => {
    const customerId = desk.addCustomer();
    const { visitId, totalCents } = desk.record({
      customerId,
      lines: [{ ...item(100_00, 3), discount: { kind: 'percent', basisPoints: 2000 } }, item(60_00)],
      discount: { kind: 'amount', cents: 30_00 },
    });
    expect(totalCents).toBe(270_00);
    // The line earned 21 of the 27 points: a third of it comes back.
    const first = sales.returnLines(back(visitId, 1));
    expect(first).toMatchObject({ givenBackCents: 72_00, totalCents: -72_00, pointsTakenBack: 7 });
    expect(lineOf(visitId)).toMatchObject({ returnedQuantity: 1000, returnableCents: 144_00 });
    const second = sales.returnLines(back(visitId, 2));
    expect(second.givenBackCents).toBe(144_00);
    expect(desk.summary(customerId)).toMatchObject({ spend_cents: 54_00, points_balance: second.pointsBalance });
    expect(failureOf(() => sales.returnLines(back(visitId, 1)))).toMatchObject({
      code: 'bad_input',
      details: { issues: [{ path: 'lines.0.quantity', message: 'more_than_sold' }] },
    });
    expect(desk.findVisit({ visitId }).returns.map(({ totalCents: cents }) => cents)).toEqual([-72_00, -144_00]);
  });

  it('an exchange is one receipt: what comes back, what is taken instead, and the difference', () => {
    const customerId = desk.addCustomer();
    const { visitId } = desk.record({ customerId, lines: [item(200_00)] });
    const swapped = sales.returnLines({ ...back(visitId, 1), exchange: [item(260_00, 1, '大一号')] });
    expect(swapped).toMatchObject({ totalCents: 60_00, givenBackCents: 200_00, pointsTakenBack: 20, pointsEarned: 26 });
    expect(desk.summary(customerId)).toMatchObject({ spend_cents: 260_00, points_balance: 26 });
    // What was taken in exchange was sold, and may come back itself; the line that came back may not.
    expect(sales.returnLines.length).toBe(1);
    expect(failureOf(() => sales.returnLines(back(swapped.visitId, 1)))).toMatchObject({
      code: 'conflict',
      details: { reason: 'visit_is_return' },
    });
  });

  it('a visit of which something came back is undone only after the return, which can be undone itself', () => {
    const customerId = desk.addCustomer();
    const { visitId } = desk.record({ customerId, lines: [item(99_90, 2)] });
    const returned = sales.returnLines(back(visitId, 1));
    expect(failureOf(() => desk.undo({ visitId }))).toMatchObject({ details: { reason: 'visit_has_returns' } });
    desk.undo({ visitId: returned.visitId });
    expect(desk.summary(customerId)).toMatchObject({ spend_cents: 199_80, points_balance: 19 });
    expect(sales.returnLines(back(visitId, 2))).toMatchObject({ givenBackCents: 199_80, pointsTakenBack: 19 });
  });

  it('a line of another visit, a visit taken back and a removed customer are refused', () => {
    const customerId = desk.addCustomer();
    const one = desk.record({ customerId, lines: [item(10_00)] });
    const other = desk.record({ customerId, lines: [item(10_00)] });
    const foreign = { ...back(one.visitId, 1), visitId: other.visitId };
    expect(failureOf(() => sales.returnLines(foreign))).toMatchObject({ code: 'not_found', details: { what: 'visit_line' } });
    desk.undo({ visitId: other.visitId });
    expect(failureOf(() => sales.returnLines(back(other.visitId, 1))).code).toBe('already_undone');
  });

  it('after the customer was merged it belongs to the survivor, and goes back with its visit when the merge is undone', () => {
    const survivorId = desk.addCustomer();
    const otherId = desk.addCustomer();
    const { visitId } = desk.record({ customerId: otherId, lines: [item(50_00, 2)] });
    const merge = (name: 'merges.merge' | 'merges.undo', input: object) =>
      desk.command(() =>
        name === 'merges.merge'
          ? mergesHandlers[name](desk.context, contract.merges.merge.input.parse(input))
          : mergesHandlers[name](desk.context, contract.merges.undo.input.parse(input)),
      );
    const merged = merge('merges.merge', { survivorId, otherId });
    sales.returnLines(back(visitId, 1));
    expect(desk.summary(survivorId)).toMatchObject({ spend_cents: 50_00, points_balance: 5 });
    merge('merges.undo', { mergeId: 'mergeId' in merged ? merged.mergeId : '' });
    expect(desk.summary(survivorId)).toMatchObject({ spend_cents: 0, points_balance: 0 });
    expect(desk.summary(otherId)).toMatchObject({ spend_cents: 50_00, points_balance: 5 });
    expect(auditProblems(desk.database)).toEqual([]);
  });

  test.prop(
    [
      fc.array(
        fc.oneof(
          fc.record({
            kind: fc.constant('sell' as const),
            price: fc.integer({ min: 0, max: 300_00 }),
            many: fc.integer({ min: 1, max: 5000 }),
            off: fc.option(fc.integer({ min: 1, max: 10_000 })),
          }),
          fc.record({ kind: fc.constant('return' as const), which: fc.nat(9), many: fc.integer({ min: 1, max: 5000 }) }),
          fc.record({ kind: fc.constant('undo' as const), which: fc.nat(9) }),
        ),
        { maxLength: 25 },
      ),
    ],
    { numRuns: 60 },
  )('under any history a visit never gives back more than was paid nor more points than it earned', (steps) => {
    // One shop for every run, a new customer for each: opening a store takes longer than the run.
    const [shop, does] = [desk, sales];
    const customerId = shop.addCustomer();
    const sold: VisitId[] = [];
    const returns: VisitId[] = [];
    for (const step of steps) {
      if (step.kind === 'sell')
        sold.push(
          shop.record({
            customerId,
            lines: [{ name: '茶', unitPriceCents: step.price, quantity: step.many }],
            discount: step.off === null ? null : { kind: 'percent', basisPoints: step.off },
          }).visitId,
        );
      const visitId = sold[step.kind === 'return' ? step.which % Math.max(1, sold.length) : 0];
      if (step.kind === 'return' && visitId !== undefined) {
        const [line] = shop.findVisit({ visitId }).lines;
        const left = line ? line.quantity - line.returnedQuantity : 0;
        if (line && left > 0)
          returns.push(
            does.returnLines({ visitId, lines: [{ lineId: line.id, quantity: Math.min(left, step.many) }], reason: '退' })
              .visitId,
          );
      }
      if (step.kind === 'undo') {
        const [taken] = returns.splice(step.which % Math.max(1, returns.length), 1);
        if (taken !== undefined) shop.undo({ visitId: taken });
      }
    }
    for (const visitId of sold) {
      const visit = shop.findVisit({ visitId });
      const given = visit.returns.reduce((sum, { totalCents }) => sum - totalCents, 0);
      expect(given).toBeGreaterThanOrEqual(0);
      expect(given).toBeLessThanOrEqual(visit.totalCents);
    }
    expect(shop.summary(customerId).points_balance).toBeGreaterThanOrEqual(0);
    expect(auditProblems(shop.database)).toEqual([]);
  });
});
