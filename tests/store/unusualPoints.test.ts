import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { defaultSettings, shopSettingsSchema } from '../../shared/contract/settings.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';

let desk: Desk;
let customerId: CustomerId;
let clerk: StaffId;
beforeEach(() => {
  desk = openDesk();
  desk.settings({ pointsPerHundred: 100 });
  customerId = desk.addCustomer();
  clerk = desk.addStaff('小林');
});
afterEach(() => {
  desk.close();
});

const unusual = (input: CallInput<'loyalty.unusual'> = {}) =>
  contract.loyalty.unusual.output.parse(
    loyaltyHandlers['loyalty.unusual'](desk.context, contract.loyalty.unusual.input.parse(input)),
  );
const as = <Result>(staffId: StaffId, work: () => Result): Result => {
  const { actor } = desk.context;
  Object.assign(desk.context, { actor: { ...actor, staffId } });
  try {
    return work();
  } finally {
    Object.assign(desk.context, { actor });
  }
};
const buy = (times: number, daysAgo = 0, whose = customerId) =>
  as(clerk, () =>
    Array.from({ length: times }, () =>
      desk.record({
        customerId: whose,
        lines: [item(10_00)],
        ...(daysAgo > 0 && { businessDate: addDays(TEST_TODAY, -daysAgo) }),
      }),
    ),
  );

describe('points earned oftener on one day than is usual (X66)', () => {
  it('are told from the number that the shop sets, by customer and by whoever wrote them down, the latest first', () => {
    buy(4);
    expect(unusual()).toMatchObject({ times: 5, total: 0, rows: [], staff: [] });
    buy(1);
    buy(6, 2);
    buy(1, 0, desk.addCustomer());
    expect(unusual()).toMatchObject({
      total: 2,
      rows: [
        { customerId, businessDate: TEST_TODAY, times: 5, points: 50 },
        { customerId, businessDate: addDays(TEST_TODAY, -2), times: 6, points: 60 },
      ],
      staff: [{ staffId: clerk, name: '小林', earnings: 11, adjustments: 0, adjusted: 0 }],
    });
    expect(unusual({ limit: 1, offset: 1 }).rows).toMatchObject([{ times: 6 }]);
    expect(unusual({ days: 2 }).total).toBe(1);
    desk.settings({ unusualEarnings: 6 });
    expect(unusual()).toMatchObject({ times: 6, total: 1 });
  });

  it('do not count once they were taken back, and those given by hand are told beside them', () => {
    const [last] = buy(5);
    expect(unusual().total).toBe(1);
    if (last === undefined) throw new Error('nothing bought');
    desk.undo({ visitId: last.visitId });
    expect(unusual()).toMatchObject({ total: 0, staff: [] });
    // Points for checking in are no gift of the clerk who pressed the key.
    desk.settings({ checkInPoints: 5 });
    as(clerk, () => desk.command(() => loyaltyHandlers['loyalty.checkIn'](desk.context, { customerId })));
    expect(unusual().staff).toEqual([]);
    as(clerk, () => desk.adjust({ customerId, points: 300, reason: '补' }));
    as(clerk, () => desk.adjust({ customerId, points: -100, reason: '多了' }));
    expect(unusual().staff).toMatchObject([{ staffId: clerk, earnings: 0, adjustments: 1, adjusted: 300 }]);
  });

  it('cannot be set below two', () => {
    const { success } = shopSettingsSchema.safeParse({ ...defaultSettings, unusualEarnings: 1 });
    expect(success).toBe(false);
  });
});
