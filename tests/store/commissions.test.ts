import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commissionsHandlers } from '../../electron/handlers/commissions.ts';
import { printingHandlers } from '../../electron/handlers/printing.ts';
import { storedValueHandlers } from '../../electron/handlers/storedValue.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId, ProductId, StaffId } from '../../shared/types/ids.ts';
import { addMonths } from '../../shared/types/time.ts';
import { cardsAt } from '../helpers/countCards.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_TODAY } from '../helpers/store.ts';

const area = contract.commissions;
let desk: Desk;
let customerId: CustomerId;
let lin: StaffId;
let chen: StaffId;
let haircut: ProductId;
beforeEach(() => {
  desk = openDesk();
  customerId = desk.addCustomer();
  lin = desk.addStaff('小林');
  chen = desk.addStaff('小陈');
  haircut = desk.addProduct('剪发', 100_00, null);
  execute(desk.database, sqlite.updateTable('products').set({ is_service: 1 }).where('id', '=', haircut));
});
afterEach(() => {
  desk.close();
});

const save = (input: CallInput<'commissions.save'>) =>
  desk.command(() => commissionsHandlers['commissions.save'](desk.context, area.save.input.parse(input)));
const sheet = (month = TEST_TODAY) =>
  area.sheet.output.parse(commissionsHandlers['commissions.sheet'](desk.context, area.sheet.input.parse({ month })));
const items = (staffId: StaffId | null, more: Partial<CallInput<'commissions.items'>> = {}) =>
  area.items.output.parse(
    commissionsHandlers['commissions.items'](desk.context, area.items.input.parse({ month: TEST_TODAY, staffId, ...more })),
  );
const rowOf = (staffId: StaffId | null) => sheet().rows.find((row) => row.staffId === staffId);
const cut = (...staff: StaffId[]) => ({
  ...item(100_00, 1, '剪发'),
  productId: haircut,
  staff: staff.map((staffId) => ({ staffId })),
});
const percent = (basisPoints: number) => ({ kind: 'percent' as const, basisPoints });

describe('the sheet of commission (X69)', () => {
  it('tells for each person what they sold, did, topped up and took from cards, and what they get for it', () => {
    expect(sheet()).toMatchObject({ hasRules: false, rows: [] });
    save({ name: '商品', kind: 'sale', rate: percent(500) });
    save({ name: '手工费', kind: 'service', rate: { kind: 'each', cents: 30_01 } });
    save({ name: '储值', kind: 'top_up', rate: percent(100) });
    save({ name: '耗卡', kind: 'card_use', rate: percent(1000) });
    const cards = cardsAt(desk);
    const { cardTypeId } = cards.saveType({ scope: { productIds: [haircut], categories: [] } });
    cards.issue({ customerId, cardTypeId, priceCents: 500_00 });
    const cardId = cards.ofCustomer(customerId)[0]?.id ?? '';
    desk.record({ customerId, staffId: lin, lines: [item(200_00), cut(lin, chen), { ...cut(chen), cardId }] });
    desk.command(() =>
      storedValueHandlers['storedValue.topUp'](
        { ...desk.context, actor: { ...desk.context.actor, staffId: chen } },
        contract.storedValue.topUp.input.parse({ customerId, principalCents: 1000_00, giftCents: 0, method: 'cash' }),
      ),
    );
    expect(rowOf(lin)?.sums).toMatchObject({
      sale: { count: 1, baseCents: 200_00, commissionCents: 10_00 },
      service: { count: 1, baseCents: 50_00, commissionCents: 15_01 },
      card_use: { count: 0 },
    });
    expect(rowOf(chen)?.sums).toMatchObject({
      sale: { count: 0 },
      service: { count: 1, baseCents: 50_00, commissionCents: 15_00 },
      top_up: { count: 1, baseCents: 1000_00, commissionCents: 10_00 },
      card_use: { count: 1, baseCents: 50_00, commissionCents: 5_00 },
    });
    expect(sheet()).toMatchObject({
      commissionCents: 55_01,
      rows: [{ staffId: chen, commissionCents: 30_00 }, { staffId: lin }],
    });
    expect(items(chen)).toMatchObject({ total: 3 });
    expect(items(chen).rows.find(({ kind }) => kind === 'service')).toMatchObject({
      what: '剪发',
      sharedBy: 2,
      ruleName: '手工费',
      commissionCents: 15_00,
      customerName: '王芳',
    });
    expect(items(chen, { offset: 2, limit: 2 }).rows).toHaveLength(1);
    expect(sheet(addMonths(TEST_TODAY, -1)).rows).toEqual([]);
  });

  it('takes off what came back, from whoever had done it, and forgets what was undone', () => {
    save({ name: '手工费', kind: 'service', rate: percent(1000) });
    save({ name: '耗卡', kind: 'card_use', rate: { kind: 'each', cents: 8_00 } });
    const cards = cardsAt(desk);
    const { cardTypeId } = cards.saveType();
    cards.issue({ customerId, cardTypeId, priceCents: 500_00 });
    const cardId = cards.ofCustomer(customerId)[0]?.id ?? '';
    const { visitId } = desk.record({ customerId, lines: [cut(lin, chen), { ...cut(lin, chen), quantity: 2000, cardId }] });
    expect([rowOf(lin)?.commissionCents, rowOf(chen)?.commissionCents]).toEqual([13_00, 13_00]);
    const lines = desk.findVisit({ visitId }).lines.map(({ id }) => ({ lineId: id, quantity: 1000 }));
    const back = salesOf(desk).returnLines({ visitId, lines, reason: '不满意' });
    expect([rowOf(lin)?.commissionCents, rowOf(chen)?.commissionCents]).toEqual([4_00, 4_00]);
    desk.undo({ visitId: back.visitId });
    expect(rowOf(lin)?.commissionCents).toBe(13_00);
    desk.undo({ visitId });
    expect(sheet().rows).toEqual([]);
  });

  it('shows what nobody is named for, without giving it to anybody', () => {
    save({ name: '商品', kind: 'sale', rate: percent(500) });
    Object.assign(desk.context, { actor: { ...desk.context.actor, staffId: null } });
    desk.record({ customerId: null, lines: [item(80_00)] });
    expect(sheet()).toMatchObject({ commissionCents: 0, rows: [{ staffId: null, sums: { sale: { baseCents: 80_00 } } }] });
    expect(items(null).rows).toMatchObject([{ customerName: null, baseCents: 80_00 }]);
  });

  it('refuses two rules for the same on the same days, and keeps a rule that is put away out of it', () => {
    const { ruleId } = save({ name: '商品', kind: 'sale', rate: percent(500), untilOn: '2026-10-31' });
    expect(failureOf(() => save({ name: '又一条', kind: 'sale', rate: percent(800) })).details).toEqual({
      reason: 'commission_rule_twice',
      name: '商品',
    });
    save({ name: '新的', kind: 'sale', rate: percent(800), fromOn: '2026-11-01' });
    desk.record({ customerId, staffId: lin, lines: [item(100_00)] });
    expect(sheet().commissionCents).toBe(8_00);
    expect(failureOf(() => save({ ruleId, name: '商品', kind: 'sale', rate: percent(500) })).details['reason']).toBe(
      'commission_rule_twice',
    );
    const archive = (isArchived: boolean) =>
      desk.command(() =>
        commissionsHandlers['commissions.archive'](desk.context, area.archive.input.parse({ ruleId, isArchived })),
      );
    archive(true);
    save({ ruleId, name: '商品', kind: 'sale', rate: percent(500) });
    expect(failureOf(() => archive(false)).details['reason']).toBe('commission_rule_twice');
    for (const bad of [{ rate: percent(10_001) }, { rate: percent(0.5) }, { category: '茶', productId: haircut }])
      expect(area.save.input.safeParse({ name: '坏的', kind: 'sale', rate: percent(1), ...bad }).success).toBe(false);
    expect(area.save.input.safeParse({ name: '坏的', kind: 'top_up', category: '茶', rate: percent(1) }).success).toBe(false);
  });

  it('is printed for whoever may read it alone', () => {
    save({ name: '商品', kind: 'sale', rate: percent(500) });
    desk.record({ customerId, staffId: lin, lines: [item(200_00)] });
    const print = () =>
      printingHandlers['printing.sheet'](
        desk.context,
        contract.printing.sheet.input.parse({ sheet: { kind: 'commissions', month: TEST_TODAY } }),
      );
    expect(print().html).toContain('小林：¥10.00');
    Object.assign(desk.context, { actor: { ...desk.context.actor, permissions: ['visits.read'] } });
    expect(failureOf(print)).toEqual({ code: 'not_permitted', details: { permission: 'loyalty.adjust' } });
  });
});
