import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditProblems } from '../../electron/store/audit.ts';
import { instant, localDate } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { dumpStore } from '../helpers/dump.ts';
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

describe('a walk-in 散客 (X29)', () => {
  it('is sold to without a name, earns nothing, and is found by the number of the receipt', () => {
    const sold = desk.record({ customerId: null, lines: [item(88_00)] });
    expect(sold).toMatchObject({ receiptNumber: '20261121-0001', totalCents: 88_00, pointsEarned: 0, pointsBalance: null });
    expect(sales.find('20261121-0001')).toMatchObject([{ id: sold.visitId, customerId: null, items: ['碧螺春'] }]);
    expect(sales.ofDay('2026-11-21')).toMatchObject({ total: 1, visits: 1, totalCents: 88_00 });
    desk.undo({ visitId: sold.visitId });
    expect(sales.ofDay('2026-11-21')).toMatchObject({ total: 1, visits: 0, totalCents: 0 });
    // A number that was given is not given again.
    expect(desk.record({ customerId: null, lines: [item(1)] }).receiptNumber).toBe('20261121-0002');
  });

  it('needs something bought, and can have nothing of its own', () => {
    const refused = (input: object) => failureOf(() => desk.record({ customerId: null, lines: [], ...input }));
    expect(() => refused({})).toThrow(/walk_in_without_lines/);
    expect(() => refused({ lines: [item(1)], deferred: [{ name: '护理' }] })).toThrow(/walk_in_cannot_defer/);
  });

  it('claimed later it counts for its own day, with its points; unclaimed it is a walk-in again', () => {
    const customerId = desk.addCustomer();
    const { visitId } = desk.record({ customerId: null, lines: [item(120_00)] });
    desk.clock.now = instant(desk.clock.now + 3 * 86_400_000);
    desk.clock.today = localDate('2026-11-24');
    expect(sales.claim({ visitId, customerId })).toEqual({ pointsEarned: 12, pointsBalance: 12 });
    expect(desk.summary(customerId)).toMatchObject({ visit_count: 1, spend_cents: 120_00, last_visit_on: '2026-11-21' });
    expect(failureOf(() => sales.claim({ visitId, customerId }))).toMatchObject({ details: { reason: 'visit_has_customer' } });
    sales.unclaim({ visitId });
    expect(desk.summary(customerId)).toMatchObject({ visit_count: 0, spend_cents: 0, points_balance: 0 });
    expect(auditProblems(desk.database)).toEqual([]);
  });

  it('is claimed no later than the shop allows, and not after something came back of it', () => {
    const customerId = desk.addCustomer();
    const { visitId } = desk.record({ customerId: null, lines: [item(10_00, 2)] });
    const [line] = desk.findVisit({ visitId }).lines;
    const returned = sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: 1000 }], reason: '坏了' });
    expect(returned).toMatchObject({ givenBackCents: 10_00, pointsTakenBack: 0, pointsBalance: null });
    expect(failureOf(() => sales.claim({ visitId, customerId }))).toMatchObject({ details: { reason: 'visit_has_returns' } });
    desk.undo({ visitId: returned.visitId });
    desk.settings({ walkInClaimDays: 2 });
    desk.clock.today = localDate('2026-11-24');
    expect(failureOf(() => sales.claim({ visitId, customerId }))).toMatchObject({
      details: { reason: 'claim_too_late', days: 2 },
    });
  });

  const anySale = fc.record({
    lines: fc.array(
      fc.record({
        name: fc.constantFrom('碧螺春', '剪发', '护理'),
        unitPriceCents: fc.integer({ min: 0, max: 500_00 }),
        quantity: fc.integer({ min: 1, max: 9000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    discount: fc.option(fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) })),
    isProspect: fc.boolean(),
  });
  test.prop([fc.array(anySale, { minLength: 1, maxLength: 6 })], { numRuns: 20 })(
    'claiming a walk-in equals having named them at once, to the row',
    (visits) => {
      const facts = (claimsLater: boolean): readonly string[] => {
        const shop = openDesk();
        const customerId = shop.addCustomer();
        for (const { isProspect, ...sale } of visits) {
          if (isProspect) shop.database.connection.prepare(`UPDATE customers SET status = 'prospect'`).run();
          const { visitId } = shop.record({ ...sale, customerId: claimsLater ? null : customerId });
          if (claimsLater) salesOf(shop).claim({ visitId, customerId });
        }
        const dump = dumpStore(shop.database, { withoutColumns: ['claimed_at'] });
        shop.close();
        // Each store has a name of its own.
        return dump.filter((row) => !row.startsWith('store_identity '));
      };
      expect(facts(true)).toEqual(facts(false));
    },
  );
});
