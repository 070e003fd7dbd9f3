import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { contract } from '../../shared/contract.ts';
import type { BonusId, CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

let desk: Desk;
let customerId: CustomerId;

const goTo = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * 24 * 60 * 60 * 1000);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const checkIn = (id = customerId) => desk.command(() => loyaltyHandlers['loyalty.checkIn'](desk.context, { customerId: id }));
const takeBack = (bonusId: BonusId) => desk.command(() => loyaltyHandlers['loyalty.takeCheckInBack'](desk.context, { bonusId }));
const create = (name: string, phone: string | null) =>
  desk.command(() => customersHandlers['customers.create'](desk.context, contract.customers.create.input.parse({ name, phone })));

beforeEach(() => {
  desk = openDesk();
  desk.settings({ checkInPoints: 5, signUpPoints: 100 });
  customerId = desk.addCustomer();
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

describe('points for checking in (X61)', () => {
  it('come once a day; a clock that goes back gives no second', () => {
    expect(checkIn()).toMatchObject({ points: 5, pointsBalance: 5 });
    expect(failureOf(() => checkIn()).details).toEqual({ reason: 'checked_in_already' });
    goTo(-3);
    expect(failureOf(() => checkIn()).details).toEqual({ reason: 'checked_in_already' });
    goTo(1);
    expect(checkIn().pointsBalance).toBe(10);
    expect(desk.ledger(customerId).map(({ reason }) => reason)).toEqual(['签到', '签到']);
  });
  it('go back by undo, once, and can be given again then', () => {
    const { bonusId } = checkIn();
    expect(takeBack(bonusId).pointsBalance).toBe(0);
    expect(failureOf(() => takeBack(bonusId)).code).toBe('already_undone');
    expect(checkIn().pointsBalance).toBe(5);
  });
  it('are none where the shop gives none', () => {
    desk.settings({ checkInPoints: 0 });
    expect(failureOf(() => checkIn()).details).toEqual({ reason: 'check_in_off' });
  });
});

describe('points for signing up (X61)', () => {
  it('come with a phone, once for a number, and not again after a merge; without a phone or the setting nothing is said', () => {
    const first = create('李明', '13800138000');
    expect([first.welcome, desk.summary(first.customerId).points_balance]).toEqual([
      { points: 100, coupon: null, isGiven: true },
      100,
    ]);
    const second = create('李小明', '13800138000');
    expect([second.welcome, desk.summary(second.customerId).points_balance]).toEqual([
      { points: 0, coupon: null, isGiven: false },
      0,
    ]);
    desk.command(() =>
      mergesHandlers['merges.merge'](
        desk.context,
        contract.merges.merge.input.parse({ survivorId: second.customerId, otherId: first.customerId, choices: [] }),
      ),
    );
    expect(create('李大明', '13800138000').welcome).toEqual({ points: 0, coupon: null, isGiven: false });
    expect(create('无名', null).welcome).toBeNull();
    desk.settings({ signUpPoints: 0 });
    expect(create('张三', '13900139000').welcome).toBeNull();
  });
  it('come again for whoever was entered by mistake and taken out', () => {
    const { customerId: wrong } = create('李明', '13800138000');
    desk.command(() => customersHandlers['customers.remove'](desk.context, { customerId: wrong }));
    expect(create('李明', '13800138000').welcome).toEqual({ points: 100, coupon: null, isGiven: true });
  });
});
