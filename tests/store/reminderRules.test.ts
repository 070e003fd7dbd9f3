import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openRuleShop } from '../helpers/reminderRules.ts';
import type { RuleShop } from '../helpers/reminderRules.ts';
import { thingsAt } from '../helpers/things.ts';

const TODAY = localDate('2026-11-21');

let shop: RuleShop;
let customerId: CustomerId;
beforeEach(() => {
  shop = openRuleShop(TODAY);
  customerId = shop.desk.addCustomer();
});
afterEach(() => {
  shop.desk.closeAll();
});
const buy = ({ desk }: RuleShop, productId: ProductId | null, ago: number, units = 1) =>
  desk.record({
    customerId,
    businessDate: addDays(desk.clock.today, -ago),
    lines: [{ ...item(10_00, units, '护发素'), ...(productId !== null && { productId }) }],
  });

describe("the shop's own rules on the morning list (R102, X03, X04)", () => {
  test('a rule calls by product from its day on, with its figures and what to say, until it is off', async () => {
    const { desk } = shop;
    const productId = desk.addProduct('护发素', 10_00, null);
    buy(shop, productId, 31);
    await desk.refresh();
    const { ruleId, before } = shop.save({
      name: '护发素回访',
      base: { kind: 'after_purchase', productId },
      say: '头发最近怎么样？',
    });
    expect(before).toBeNull();
    await desk.refresh();
    expect(desk.today().rows[0]?.reasons[0]).toEqual({
      code: 'own',
      params: {
        ruleId,
        name: '护发素回访',
        say: '头发最近怎么样？',
        kind: 'after_purchase',
        baseOn: '2026-10-21',
        since: '2026-10-21',
        about: '护发素',
        months: null,
        festival: null,
        inDays: -31,
      },
    });
    expect(shop.list()).toMatchObject([{ id: ruleId, productName: '护发素', isOn: true, steps: [30], giveUpDays: 7 }]);
    shop.turn({ ruleId, isOn: false });
    await desk.refresh();
    expect(shop.own(customerId)).toEqual([]);
    shop.turn({ ruleId, isOn: true });
    await desk.refresh();
    expect(shop.own(customerId)).toEqual(['2026-10-21 30']);
    desk.outcome({ customerId, outcome: 'done' });
    expect(shop.own(customerId)).toEqual([]);
    shop.remove({ ruleId });
    expect(failureOf(() => shop.turn({ ruleId, isOn: false }))).toMatchObject({ code: 'not_found' });
  });

  test('a purchase, its undo and its return move what runs out at once', async () => {
    const { desk } = shop;
    const productId = desk.addProduct('奶粉', 10_00, null);
    shop.putIn(productId, '奶粉');
    shop.save({ base: { kind: 'replenish', category: '奶粉', daysPerUnit: 10 }, steps: [-3], giveUpDays: 30 });
    await desk.refresh();
    buy(shop, productId, 20, 2);
    expect(shop.own(customerId)).toEqual(['2026-11-01 -3']);
    const { visitId } = buy(shop, productId, 2);
    expect(shop.own(customerId)).toEqual([]);
    desk.undo({ visitId });
    expect(shop.own(customerId)).toEqual(['2026-11-01 -3']);
    shop.putIn(productId, '别的');
    await desk.refresh();
    expect(shop.own(customerId)).toEqual([]);
  });

  test('an age, of a child or of an animal that is still there', async () => {
    const { desk } = shop;
    const things = thingsAt(desk);
    shop.save({ name: '半岁', base: { kind: 'age_stage', bearer: 'family', months: 6 }, steps: [-7], giveUpDays: 14 });
    shop.save({ name: '狗一岁', base: { kind: 'age_stage', bearer: 'pet', months: 12 }, steps: [0], giveUpDays: 14 });
    shop.addChild(customerId, '豆豆', '2026-05-25');
    await desk.refresh();
    expect(shop.own(customerId)).toHaveLength(1);
    expect(desk.today().rows[0]?.reasons[0]).toMatchObject({ code: 'own', params: { about: '豆豆', months: 6, inDays: 4 } });
    things.save({
      customerId,
      type: 'pet',
      name: '旺财',
      birthDate: { calendar: 'solar', year: 2025, month: 11, day: 20 },
    });
    expect(shop.own(customerId)).toHaveLength(2);
  });

  test('refuses what could never call or contradicts itself, and keeps the rule as it was', () => {
    const refused = (input: Parameters<RuleShop['save']>[0]) => failureOf(() => shop.save(input)).details;
    const issue = (path: string, message: string) => ({ issues: [{ path, message }] });
    const any = { kind: 'after_purchase' } as const;
    expect(refused({ base: any, steps: [3, 3] })).toEqual(issue('steps', 'steps_out_of_order'));
    expect(refused({ base: any, steps: [7, 3] })).toEqual(issue('steps', 'steps_out_of_order'));
    expect(refused({ base: any, steps: [-1] })).toEqual(issue('steps', 'steps_before_purchase'));
    expect(refused({ base: { kind: 'festival', festival: 'qixi' }, steps: [1] })).toEqual(issue('steps', 'steps_after_day'));
    expect(refused({ base: { kind: 'yearly_day', calendar: 'solar', month: 2, day: 30 }, steps: [0] })).toEqual(
      issue('base.day', 'no_such_day'),
    );
    expect(refused({ base: { kind: 'yearly_day', calendar: 'lunar', month: 1, day: 31 }, steps: [0] })).toEqual(
      issue('base.day', 'no_such_day'),
    );
    expect(refused({ base: { kind: 'replenish', daysPerUnit: 3 } })).toEqual(
      issue('base.productId', 'product_or_category_missing'),
    );
    const { ruleId } = shop.save({ base: any });
    expect(refused({ base: any })).toEqual({ reason: 'reminder_rule_taken' });
    const { before } = shop.save({ ruleId, name: '改过', base: { kind: 'first_visit', months: 12 }, steps: [0], group: '护理' });
    expect(before).toMatchObject({ name: '规则', base: { kind: 'after_purchase' }, steps: [30] });
    expect(shop.list()).toMatchObject([{ id: ruleId, name: '改过', group: '护理' }]);
    for (const bad of [{ steps: [] }, { steps: [900] }, { steps: [-61] }, { giveUpDays: 0 }, { giveUpDays: 1000 }])
      expect(
        contract.reminderRules.save.input.safeParse({ name: '无', base: any, steps: [1], giveUpDays: 1, ...bad }).success,
      ).toBe(false);
  });

  test('so many rules and no more', () => {
    for (let index = 0; index < 50; index += 1) shop.save({ name: `规则 ${index}`, base: { kind: 'after_purchase' } });
    expect(failureOf(() => shop.save({ name: '再一条', base: { kind: 'after_purchase' } })).details).toEqual({
      reason: 'reminder_rules_full',
      limit: 50,
    });
  });
});

describe('the preview: whom would this have called in the last 30 days', () => {
  test('is what the list would have held on each day, one by one', async () => {
    const { desk } = shop;
    const productId = desk.addProduct('护发素', 10_00, null);
    for (const ago of [200, 100, 62, 40, 5]) buy(shop, productId, ago);
    const other = desk.addCustomer();
    desk.setCustomer(other, { do_not_contact: 1 });
    desk.record({ customerId: other, businessDate: addDays(TODAY, -32), lines: [{ ...item(10_00), productId }] });
    await desk.refresh();
    const given = desk.addCustomer();
    desk.setCustomer(given, { status: 'lost' });
    desk.record({ customerId: given, businessDate: addDays(TODAY, -32), lines: [{ ...item(10_00), productId }] });
    const terms = { base: { kind: 'after_purchase' as const, productId }, steps: [3, 30, 95] };
    const answer = await shop.preview(terms);
    expect(answer).toMatchObject({ from: '2026-10-23', until: '2026-11-21', people: 1, capacity: 20 });
    expect(answer.rows.map(({ on }) => on)).toEqual(['2026-11-19', '2026-11-11']);
    expect(answer.days).toHaveLength(30);
    expect(answer.days.filter(({ calls }) => calls > 0)).toEqual([
      { on: '2026-11-11', calls: 1 },
      { on: '2026-11-19', calls: 1 },
    ]);
    expect(answer.calls).toBe(2);
    expect(shop.list()).toEqual([]);
  });

  test('a festival calls everybody it is for on one day', async () => {
    const { desk } = shop;
    for (let index = 0; index < 120; index += 1) desk.addCustomer();
    const answer = await shop.preview({ base: { kind: 'festival', festival: 'winter_begins' }, steps: [-3, 0] });
    expect(answer).toMatchObject({ people: 121, calls: 242 });
    expect(answer.rows).toHaveLength(100);
    expect(answer.days.filter(({ calls }) => calls > 0)).toEqual([
      { on: '2026-11-04', calls: 121 },
      { on: '2026-11-07', calls: 121 },
    ]);
    expect((await shop.preview({ base: { kind: 'festival', festival: 'qixi' }, steps: [0] })).calls).toBe(0);
    await expect(shop.preview({ base: { kind: 'replenish', daysPerUnit: 3 } })).rejects.toMatchObject({ code: 'bad_input' });
  });
});
