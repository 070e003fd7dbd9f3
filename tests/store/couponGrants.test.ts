import { afterEach, beforeEach, expect, it } from 'vitest';
import { couponsHandlers } from '../../electron/handlers/coupons.ts';
import type { StoreContext } from '../../electron/handlers/context.ts';
import { giveValue } from '../../electron/handlers/loyalty/giveValue.ts';
import { contract } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { points } from '../../shared/types/amounts.ts';
import { couponTypeId } from '../../shared/types/ids.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let coupons: ReturnType<typeof couponsAt>;
let customerId: CustomerId;
let clerk: StaffId;
beforeEach(() => {
  desk = openDesk();
  coupons = couponsAt(desk);
  customerId = desk.addCustomer();
  clerk = desk.addStaff('小林');
  desk.settings({ grantMostCents: contract.settings.get.output.shape.grantMostCents.parse(20_00) });
  desk.settings({ grantMonthCents: contract.settings.get.output.shape.grantMonthCents.parse(50_00) });
});
afterEach(() => {
  desk.close();
});

const asClerk = (staffId = clerk): StoreContext => ({
  ...desk.context,
  actor: { staffId, permissions: permissions.filter((name) => name !== 'loyalty.adjust') },
});
const grant = (typeId: string, context = asClerk()) =>
  desk.command(() =>
    couponsHandlers['coupons.issue'](context, contract.coupons.issue.input.parse({ customerId, typeId, reason: '等久了' })),
  );
const left = (context = asClerk()): number => couponsHandlers['coupons.discretion'](context, {}).leftCents;
const reasonOf = (work: () => unknown): unknown => failureOf(work).details['reason'];

it('a clerk grants small coupons alone until the month is full; what was taken back does not count; a manager is not limited (R177)', () => {
  const small = coupons.saveType({ name: '20 元券', terms: { kind: 'amount', amountCents: 20_00 } }).typeId;
  const large = coupons.saveType({ name: '21 元券', terms: { kind: 'amount', amountCents: 21_00 } }).typeId;
  const open = coupons.saveType({ name: '九折', terms: { kind: 'percent', basisPoints: 1000 } }).typeId;
  expect([reasonOf(() => grant(large)), reasonOf(() => grant(open))]).toEqual(['grant_too_large', 'grant_without_limit']);
  const { couponId } = grant(small);
  grant(small);
  expect(left()).toBe(10_00);
  expect(reasonOf(() => grant(small))).toBe('grant_month_full');
  desk.command(() => couponsHandlers['coupons.takeBack'](asClerk(), { couponIds: [couponId] }));
  expect(left()).toBe(30_00);
  grant(small);

  // Another clerk has a month of their own, and so has the next month.
  expect(left(asClerk(desk.addStaff('阿梅')))).toBe(50_00);
  desk.clock.now = instant(TEST_NOW + 10 * DAY);
  desk.clock.today = addDays(TEST_TODAY, 10);
  expect([desk.clock.today, left()]).toEqual(['2026-12-01', 50_00]);

  // What the shop gives by itself is nobody's grant.
  const before = left();
  desk.command(() =>
    giveValue(asClerk(), { customerId, points: points(10), couponTypeId: couponTypeId(small), reason: '升级礼' }),
  );
  expect([left(), coupons.ofCustomer(customerId)[0]?.reason]).toEqual([before, '升级礼']);
  expect(couponsHandlers['coupons.discretion'](desk.context, {}).isLimited).toBe(false);
  for (const typeId of [large, open, small, small, small]) grant(typeId, desk.context);
});
