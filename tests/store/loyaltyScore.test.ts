import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { contract } from '../../shared/contract.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { plainRun } from '../../electron/store/database.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let customerId: CustomerId;
let wash: ProductId;
beforeEach(() => {
  desk = openDesk();
  customerId = desk.addCustomer();
  wash = desk.addProduct('洗车', 60_00, 10_00);
});
afterEach(() => {
  desk.close();
});

const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const score = () =>
  contract.loyalty.score.output.parse(
    loyaltyHandlers['loyalty.score'](desk.context, contract.loyalty.score.input.parse({ customerId })),
  );
const suggestions = () =>
  contract.loyalty.suggestions.output.parse(
    loyaltyHandlers['loyalty.suggestions'](desk.context, contract.loyalty.suggestions.input.parse({ customerId })),
  ).suggestions;
const buy = (of = customerId) =>
  desk.record({ customerId: of, lines: [{ productId: wash, name: '洗车', quantity: 1000, unitPriceCents: 60_00 }] });

describe('the loyalty score at the desk (R089)', () => {
  it('is nothing before the first purchase, and tells the facts of each part after it', () => {
    expect(score()).toMatchObject({ score: 0, isPriority: false, facts: { firstPurchaseOn: null } });
    buy();
    step(10);
    const { visitId } = buy();
    expect(score()).toMatchObject({
      facts: { firstPurchaseOn: TEST_TODAY, lastPurchaseOn: addDays(TEST_TODAY, 10), yearDays: 2, yearCents: 120_00, brought: 0 },
    });
    desk.undo({ visitId });
    expect(score().facts).toMatchObject({ lastPurchaseOn: TEST_TODAY, yearDays: 1, yearCents: 60_00 });
  });

  it('is the sum of its parts; the shop says what a full year is, and from when on somebody comes first', () => {
    buy();
    const before = score();
    expect(before.score).toBe(before.parts.reduce((sum, { points }) => sum + points, 0));
    expect(before.isPriority).toBe(false);
    desk.settings({ loyaltyScoreDays: 1, loyaltyScoreCents: cents(60_00), loyaltyScorePriority: 70 });
    expect(score()).toMatchObject({ score: 70, isPriority: true });
    desk.settings({ loyaltyScorePriority: 71 });
    expect(score().isPriority).toBe(false);
  });

  it('counts those they brought once they have bought', () => {
    buy();
    const brought = desk.addCustomer();
    plainRun(desk.database, 'UPDATE customers SET referrer_id = @customerId WHERE id = @brought', { customerId, brought });
    expect(score().facts.brought).toBe(0);
    buy(brought);
    expect(score().facts.brought).toBe(1);
  });
});

describe('what could be done for somebody (R088)', () => {
  const coupons = () => couponsAt(desk);
  const typeFor = (name: string, productIds: readonly ProductId[]) =>
    coupons().saveType({
      name,
      terms: { kind: 'amount', amountCents: 10_00, scope: { productIds: [...productIds], categories: [] } },
    }).typeId;

  it('is a coupon for what they buy by habit, and none of it while they have one to use', () => {
    const typeId = typeFor('洗车券', [wash]);
    typeFor('美甲券', [desk.addProduct('美甲', 100_00, null)]);
    typeFor('什么都行', []);
    buy();
    expect(suggestions()).toEqual([]);
    step(7);
    buy();
    expect(suggestions()).toEqual([{ kind: 'coupon', typeId, name: '洗车券', bought: '洗车', days: 2 }]);
    const { couponId } = coupons().issue({ customerId, typeId, reason: '常客' });
    expect(suggestions()).toEqual([]);
    coupons().takeBack({ couponIds: [couponId] });
    expect(suggestions()).toHaveLength(1);
    step(400);
    expect(suggestions()).toEqual([]);
  });

  it('is something to make good a visit that left them unsatisfied, for three months', () => {
    const { visitId } = buy();
    plainRun(desk.database, 'UPDATE visits SET satisfaction = 2 WHERE id = @visitId', { visitId });
    expect(suggestions()).toEqual([{ kind: 'unsatisfied', on: TEST_TODAY, satisfaction: 2 }]);
    step(91);
    expect(suggestions()).toEqual([]);
  });
});
