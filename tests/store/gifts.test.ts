import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { couponsHandlers } from '../../electron/handlers/coupons.ts';
import type { StoreContext } from '../../electron/handlers/context.ts';
import { giftsHandlers } from '../../electron/handlers/gifts.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { rewardsAt } from '../helpers/rewards.ts';

let desk: Desk;
let rewards: ReturnType<typeof rewardsAt>;
let customerId: CustomerId;
let clerk: StaffId;
beforeEach(() => {
  desk = openDesk();
  rewards = rewardsAt(desk);
  customerId = desk.addCustomer();
  clerk = desk.addStaff('小林');
});
afterEach(() => {
  desk.close();
});

const { gifts } = contract;
const asClerk = (): StoreContext => ({
  ...desk.context,
  actor: { staffId: clerk, permissions: permissions.filter((name) => name !== 'loyalty.adjust') },
});
const give = (input: Partial<CallInput<'gifts.give'>>, context: StoreContext = desk.context) =>
  desk.command(() => giftsHandlers['gifts.give'](context, gifts.give.input.parse({ customerId, reason: '赔礼', ...input })));
const takeBack = (giftId: string, context: StoreContext = desk.context) =>
  desk.command(() => giftsHandlers['gifts.takeBack'](context, gifts.takeBack.input.parse({ giftId })));
const given = (whose = customerId) =>
  gifts.ofCustomer.output.parse(giftsHandlers['gifts.ofCustomer'](desk.context, { customerId: whose }));
const sums = () => gifts.sums.output.parse(giftsHandlers['gifts.sums'](desk.context, {}));
const reasonOf = (work: () => unknown): unknown => {
  const { code, details } = failureOf(work);
  return code === 'bad_input' ? details['issues'] : (details['reason'] ?? code);
};
const sample = (more: Partial<CallInput<'rewards.save'>> = {}) =>
  rewards.save({ name: '面霜小样', points: null, isSample: true, costCents: 12_00, stockRule: 'stop', ...more }).rewardId;
const stockOf = (rewardId: string) => rewards.list().find(({ id }) => id === rewardId)?.stock;

describe('what somebody is given beyond what they paid for (R079, R080, R086)', () => {
  it('costs what its pieces and the rest cost, takes pieces off the shelf, and gives them back when it was a mistake', () => {
    const rewardId = sample();
    rewards.receive({ rewardId, quantity: 3 });
    const { giftId, costCents } = give({ what: '手写贺卡', costCents: 5_00, items: [{ rewardId, quantity: 2 }], staffId: clerk });
    expect([costCents, stockOf(rewardId)]).toEqual([29_00, 1]);
    expect(given()).toMatchObject({
      count: 1,
      costCents: 29_00,
      gifts: [
        { reason: '赔礼', what: '手写贺卡', staffName: '小林', items: [{ name: '面霜小样', quantity: 2, costCents: 24_00 }] },
      ],
    });
    expect(sums()).toMatchObject({
      count: 1,
      months: [{ costCents: 29_00 }],
      reasons: [{ reason: '赔礼' }],
      customers: [{ customerId }],
    });
    expect(desk.timeline({ customerId, limit: 50 }).entries.find(({ kind }) => kind === 'gift')?.gift).toMatchObject({
      costCents: 29_00,
    });
    takeBack(giftId);
    expect([stockOf(rewardId), given().count, sums().count]).toEqual([3, 0, 0]);
    expect(failureOf(() => takeBack(giftId)).code).toBe('already_undone');
  });

  it('is refused with the reason: no pieces left, no sample, nothing said, the incident of another', () => {
    const rewardId = sample();
    expect(reasonOf(() => give({ items: [{ rewardId, quantity: 1 }] }))).toBe('reward_out_of_stock');
    expect(given().count).toBe(0);
    const cup = rewards.save({ name: '保温杯', points: 500 }).rewardId;
    expect(reasonOf(() => give({ items: [{ rewardId: cup, quantity: 1 }] }))).toEqual([
      { path: 'items.0', message: 'gift_no_sample' },
    ]);
    expect(() => give({})).toThrow(/required/);
    expect(() => rewards.save({ name: '空', points: null })).toThrow(/required/);
    const incidentId = '00000000-0000-7000-8000-00000000abcd';
    expect(failureOf(() => give({ what: '贺卡', incidentId })).code).toBe('not_found');
    // What is only given away cannot be had for points.
    desk.adjust({ customerId, points: 500, reason: '活动' });
    expect(reasonOf(() => rewards.redeem({ customerId, rewardId }))).toBe('reward_archived');
  });

  it('a clerk gives alone within a limit for one and for a month, coupons and gifts together; a manager is not limited (R177)', () => {
    desk.settings({ grantMostCents: contract.settings.get.output.shape.grantMostCents.parse(20_00) });
    desk.settings({ grantMonthCents: contract.settings.get.output.shape.grantMonthCents.parse(30_00) });
    const left = () => couponsHandlers['coupons.discretion'](asClerk(), {}).leftCents;
    expect(reasonOf(() => give({ what: '果篮', costCents: 21_00 }, asClerk()))).toBe('gift_too_large');
    const unknown = sample({ name: '没进价', costCents: null, stockRule: 'none' });
    expect(reasonOf(() => give({ items: [{ rewardId: unknown, quantity: 1 }] }, asClerk()))).toBe('gift_without_cost');
    const { giftId } = give({ what: '花', costCents: 20_00 }, asClerk());
    expect(left()).toBe(10_00);
    expect(reasonOf(() => give({ what: '花', costCents: 11_00 }, asClerk()))).toBe('gift_month_full');
    takeBack(giftId, asClerk());
    expect(left()).toBe(30_00);
    const { giftId: other } = give({ what: '果篮', costCents: 100_00 });
    expect(failureOf(() => takeBack(other, asClerk())).code).toBe('not_permitted');
  });

  it('goes over with a merge and back again', () => {
    const other = desk.addCustomer();
    give({ customerId: other, what: '贺卡', costCents: 5_00 });
    const merge = contract.merges.merge.input.parse({ survivorId: customerId, otherId: other });
    const { mergeId } = desk.command(() => mergesHandlers['merges.merge'](desk.context, merge));
    expect(given().costCents).toBe(5_00);
    desk.command(() => mergesHandlers['merges.undo'](desk.context, contract.merges.undo.input.parse({ mergeId })));
    expect([given().count, given(other).count]).toEqual([0, 1]);
  });
});
