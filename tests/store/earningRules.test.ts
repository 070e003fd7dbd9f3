import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { earningRulesHandlers } from '../../electron/handlers/earningRules.ts';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId, ProductId, VisitId } from '../../shared/types/ids.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';

let desk: Desk;
let customerId: CustomerId;
let tea: ProductId;
let cup: ProductId;

const save = (input: CallInput<'earningRules.save'>) =>
  desk.command(() => earningRulesHandlers['earningRules.save'](desk.context, contract.earningRules.save.input.parse(input)));
const quote = (input: CallInput<'loyalty.quote'>) =>
  loyaltyHandlers['loyalty.quote'](desk.context, contract.loyalty.quote.input.parse(input));
const back = (visitId: VisitId, position: number, quantity = 1000) =>
  salesOf(desk).returnLines({
    visitId,
    lines: [{ lineId: desk.findVisit({ visitId }).lines[position]?.id ?? '', quantity }],
    reason: '不合适',
  });
const balance = (): number => desk.summary(customerId).points_balance;

beforeEach(() => {
  desk = openDesk();
  desk.settings({ pointsPerHundred: 100 });
  customerId = desk.addCustomer();
  tea = desk.addProduct('碧螺春', 100_00, null);
  cup = desk.addProduct('杯子', 50_00, null);
  execute(desk.database, sqlite.updateTable('products').set({ category: '茶' }).where('id', '=', tea));
});
afterEach(() => {
  desk.close();
});

describe('rules of earning (DOMAIN "Points")', () => {
  it('earns line by line; a return takes back exactly what its line gave, in parts too', () => {
    save({ name: '茶三倍', percent: 300, category: '茶' });
    const lines = [
      { ...item(100_00, 3), productId: tea },
      { ...item(50_00), productId: cup },
    ];
    expect(quote({ customerId, lines: [{ productId: tea, amountCents: 300_00 }] })).toEqual({
      points: 900,
      because: [{ name: '茶三倍', percent: 300 }],
    });
    const { visitId, pointsEarned } = desk.record({ customerId, lines });
    expect(pointsEarned).toBe(950);
    expect(back(visitId, 1).pointsTakenBack).toBe(50);
    expect(back(visitId, 0, 1000).pointsTakenBack).toBe(300);
    expect(back(visitId, 0, 2000).pointsTakenBack).toBe(600);
    expect(balance()).toBe(0);
  });

  it('takes back of a visit from before in proportion, as nobody knows what each line gave', () => {
    const { visitId } = desk.record({ customerId, lines: [item(100_00), item(50_00)] });
    execute(desk.database, sqlite.updateTable('visit_lines').set({ points_earned: null }));
    expect(back(visitId, 1).pointsTakenBack).toBe(50);
    expect(back(visitId, 0).pointsTakenBack).toBe(100);
    expect(balance()).toBe(0);
  });

  it('earns more around a birthday, but not one that was told a few days before', () => {
    save({ name: '生日双倍', percent: 200, birthdayDays: 3 });
    const born = { calendar: 'solar', year: 1990, month: 11, day: 22, isLeapMonth: false } as const;
    desk.command(() =>
      customersHandlers['customers.update'](
        desk.context,
        contract.customers.update.input.parse({ customerId, changes: { birthday: born } }),
      ),
    );
    const line = [{ productId: null, amountCents: 100_00 }];
    expect(quote({ customerId, lines: line }).points).toBe(100);
    expect(quote({ customerId, lines: line, businessDate: '2027-11-20' }).points).toBe(200);
    expect(quote({ customerId, lines: line, businessDate: '2027-11-18' }).points).toBe(100);
  });

  it('says who a walk-in was: the lines earn then, and no more when that is taken back', () => {
    save({ name: '茶三倍', percent: 300, category: '茶' });
    const { visitId } = desk.record({ customerId: null, lines: [{ ...item(100_00), productId: tea }] });
    expect(salesOf(desk).claim({ visitId, customerId }).pointsEarned).toBe(300);
    salesOf(desk).unclaim({ visitId });
    expect(balance()).toBe(0);
    expect(back(visitId, 0).pointsTakenBack).toBe(0);
  });
});

describe('what the shop defines', () => {
  it('refuses two rules of the same matter, naming the other, and both a product and a category', () => {
    save({ name: '会员日', percent: 200, monthDays: [8, 18] });
    expect(failureOf(() => save({ name: '另一个', percent: 0, monthDays: [18, 8] })).details).toEqual({
      reason: 'earning_rule_twice',
      name: '会员日',
    });
    expect(contract.earningRules.save.input.safeParse({ name: '乱', percent: 100, productId: tea, category: '茶' }).success).toBe(
      false,
    );
    expect(contract.earningRules.save.input.safeParse({ name: '乱', percent: -1 }).success).toBe(false);
    expect(
      contract.earningRules.save.input.safeParse({ name: '乱', percent: 100, fromOn: '2026-12-01', untilOn: '2026-11-30' })
        .success,
    ).toBe(false);
  });
  it('puts a rule away that was used, and does not delete it', () => {
    const { ruleId } = save({ name: '双倍', percent: 200 });
    expect(desk.record({ customerId, lines: [item(10_00)] }).pointsEarned).toBe(20);
    const handlers = earningRulesHandlers;
    expect(failureOf(() => desk.command(() => handlers['earningRules.remove'](desk.context, { ruleId }))).details).toMatchObject({
      reason: 'earning_rule_in_use',
    });
    desk.command(() => handlers['earningRules.archive'](desk.context, { ruleId, isArchived: true }));
    expect(desk.record({ customerId, lines: [item(10_00)] }).pointsEarned).toBe(10);
    save({ name: '再来', percent: 150 });
    expect(
      failureOf(() => desk.command(() => handlers['earningRules.archive'](desk.context, { ruleId, isArchived: false }))).details,
    ).toMatchObject({ reason: 'earning_rule_twice' });
  });
});
