import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSheet } from '../../electron/handlers/printing/sheets.ts';
import { makeSlip } from '../../electron/handlers/printing/slips.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRun } from '../../electron/store/database.ts';
import { findStoredValue } from '../../electron/store/storedValueBalances.ts';
import { contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { purse, purseTotal } from '../../shared/domain/storedValue/purse.ts';
import type { CustomerId, MergeId, StoredValueEntryId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { storedValueOf } from '../helpers/storedValue.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let sales: ReturnType<typeof salesOf>;
let value: ReturnType<typeof storedValueOf>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  sales = salesOf(desk);
  value = storedValueOf(desk);
  customerId = desk.addCustomer();
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const topUp = (principalCents = 500_00, giftCents = 50_00) =>
  value.topUp({ customerId, principalCents, giftCents, method: 'wechat' });
const balance = (id = customerId) => findStoredValue(desk.database, id);
const payFromPurse = (cents: number, price = cents, units = 1) =>
  desk.record({ customerId, lines: [item(price, units)], payments: [{ method: 'stored', cents }] });
const returnUnits = (visitId: VisitId, units: number, exchange: ReturnType<typeof item>[] = [], isMoneyStored = false) => {
  const [line] = desk.findVisit({ visitId }).lines;
  const lines = [{ lineId: line?.id ?? '', quantity: units * 1000 }];
  return sales.returnLines({ visitId, lines, exchange, reason: '不合适', isMoneyStored });
};
const till = () => visitsHandlers['visits.ofDay'](desk.context, { businessDate: desk.clock.today, offset: 0, limit: 50 }).till;
const field = (message: string) => ({ code: 'bad_input', details: { issues: [{ path: 'payments.0.cents', message }] } });

describe('topping up (DOMAIN "Prepaid")', () => {
  it('keeps principal and gift apart, says how the money came, and is taken back as a whole', () => {
    const { entryId, balance: after } = topUp();
    expect(after).toEqual(purse(500_00, 50_00));
    expect(balance()).toEqual(after);
    expect(till()).toMatchObject([{ kind: 'top_up', principalCents: 500_00, giftCents: 50_00, method: 'wechat' }]);
    value.reverse({ entryId, reason: '点错了' });
    expect(balance()).toEqual(purse(0, 0));
    expect(till().map(({ principalCents, method }) => [principalCents, method])).toEqual([
      [500_00, 'wechat'],
      [-500_00, 'wechat'],
    ]);
    expect(failureOf(() => value.reverse({ entryId, reason: '再来' }))).toMatchObject({ code: 'already_undone' });
    expect(value.account(customerId).sums.toppedUp).toEqual(purse(0, 0));
  });

  it('gives what the best rule gives; another gift is for whoever may correct balances', () => {
    value.saveRule({ name: '充500送50', fromCents: 500_00, gift: { kind: 'amount', cents: 50_00 } });
    const { ruleId } = value.saveRule({ name: '充1000送15%', fromCents: 1000_00, gift: { kind: 'percent', basisPoints: 1500 } });
    expect(
      failureOf(() => value.saveRule({ name: '充500送50', fromCents: 1, gift: { kind: 'amount', cents: 1 } })),
    ).toMatchObject({
      details: { reason: 'rule_taken' },
    });
    expect(value.rules().map(({ name, isArchived }) => [name, isArchived])).toEqual([
      ['充500送50', false],
      ['充1000送15%', false],
    ]);
    expect(ruleId).not.toBe('');
    const rights = desk.context.actor.permissions;
    const clerk = storedValueOf({
      ...desk,
      context: { ...desk.context, actor: { staffId: null, permissions: rights.filter((right) => right !== 'loyalty.adjust') } },
    });
    clerk.topUp({ customerId, principalCents: 1000_00, giftCents: 150_00, method: 'cash' });
    expect(
      failureOf(() => clerk.topUp({ customerId, principalCents: 1000_00, giftCents: 200_00, method: 'cash' })),
    ).toMatchObject({ code: 'not_permitted' });
    value.topUp({ customerId, principalCents: 1000_00, giftCents: 200_00, method: 'cash' });
    expect(balance()).toEqual(purse(2000_00, 350_00));
  });

  it('whoever topped up takes that back on the day; later, or of somebody else, it is a correction', () => {
    const rights = desk.context.actor.permissions.filter((right) => right !== 'loyalty.adjust');
    const [one, other] = [desk.addStaff('张丽'), desk.addStaff('李强')];
    const as = (staffId: typeof one) =>
      storedValueOf({ ...desk, context: { ...desk.context, actor: { staffId, permissions: rights } } });
    const input = { customerId, principalCents: 100_00, giftCents: 0, method: 'cash' } as const;
    const mine = as(one).topUp(input).entryId;
    expect(failureOf(() => as(other).reverse({ entryId: mine, reason: '错' }))).toMatchObject({ code: 'not_permitted' });
    expect(as(one).entries(customerId)[0]?.canReverse).toBe(true);
    as(one).reverse({ entryId: mine, reason: '错' });
    const old = as(one).topUp(input).entryId;
    step(1);
    expect(failureOf(() => as(one).reverse({ entryId: old, reason: '错' }))).toMatchObject({ code: 'not_permitted' });
    expect(as(one).entries(customerId)[0]?.canReverse).toBe(false);
  });

  it('the ledger is append-only', () => {
    topUp();
    expect(() => plainRun(desk.database, 'UPDATE stored_value_entries SET gift_cents = 1')).toThrow(/append-only/);
  });
});

describe('paying a visit', () => {
  it('takes principal and gift in proportion; what the gift paid earns no points', () => {
    desk.settings({ pointsPerHundred: 100 });
    topUp();
    const paid = payFromPurse(110_00, 200_00);
    expect(paid).toMatchObject({ storedSpent: purse(100_00, 10_00), pointsEarned: 190 });
    expect(balance()).toEqual(purse(400_00, 40_00));
    expect(desk.findVisit({ visitId: paid.visitId })).toMatchObject({
      payments: [{ method: 'stored', cents: 110_00, giftCents: 10_00 }],
      stored: { paid: purse(100_00, 10_00), givenBack: purse(0, 0) },
    });
    desk.undo({ visitId: paid.visitId });
    expect(balance()).toEqual(purse(500_00, 50_00));
    desk.settings({ storedSpendOrder: 'gift_first', giftEarnsPoints: true });
    expect(payFromPurse(110_00)).toMatchObject({ storedSpent: purse(60_00, 50_00), pointsEarned: 110 });
  });

  it('more than there is, more than there is to pay, of a walk-in: refused, nothing written', () => {
    topUp(100_00, 0);
    expect(failureOf(() => payFromPurse(100_01))).toMatchObject(field('more_than_stored'));
    expect(failureOf(() => payFromPurse(50_00, 49_99))).toMatchObject(field('more_than_total'));
    expect(
      failureOf(() => desk.record({ customerId: null, lines: [item(9_00)], payments: [{ method: 'stored', cents: 9_00 }] })),
    ).toMatchObject(field('walk_in_has_no_purse'));
    expect(balance()).toEqual(purse(100_00, 0));
  });

  it('a return gives back in the same split, in proportion and in all exactly; its undo takes it again', () => {
    topUp();
    const { visitId } = payFromPurse(66_00, 33_33, 3);
    const before = balance();
    const first = returnUnits(visitId, 1);
    expect(first.storedGivenBack).toEqual(purse(20_00, 2_00));
    const rest = returnUnits(visitId, 2);
    expect(balance()).toEqual(purse(500_00, 50_00));
    expect(failureOf(() => desk.undo({ visitId }))).toMatchObject({ details: { reason: 'visit_has_returns' } });
    desk.undo({ visitId: rest.visitId });
    desk.undo({ visitId: first.visitId });
    expect(balance()).toEqual(before);
    expect(value.account(customerId).lots.map(({ left }) => left)).toEqual([before]);
  });

  it('an exchange is paid with what comes back, in its split, and is undone in one', () => {
    desk.settings({ pointsPerHundred: 100 });
    topUp();
    const { visitId } = payFromPurse(110_00);
    const even = returnUnits(visitId, 1, [item(110_00, 1, '龙井')]);
    expect(even).toMatchObject({ storedGivenBack: purse(100_00, 10_00), storedSpent: purse(100_00, 10_00), pointsEarned: 100 });
    expect(balance()).toEqual(purse(400_00, 40_00));
    expect(desk.findVisit({ visitId: even.visitId }).payments).toEqual([]);
    desk.undo({ visitId: even.visitId });
    expect(balance()).toEqual(purse(400_00, 40_00));
    const less = returnUnits(visitId, 1, [item(55_00, 1, '龙井')]);
    expect(balance()).toEqual(purse(450_00, 45_00));
    expect(desk.findVisit({ visitId: less.visitId }).payments).toEqual([
      { method: 'stored', cents: -55_00, points: null, giftCents: -5_00, fromName: null },
    ]);
  });

  it('what came back and was spent since cannot be taken back: refused in words, nothing moved', () => {
    topUp(100_00, 0);
    const sold = payFromPurse(100_00);
    const back = returnUnits(sold.visitId, 1);
    payFromPurse(60_00);
    expect(failureOf(() => desk.undo({ visitId: back.visitId }))).toMatchObject({ details: { reason: 'stored_value_spent' } });
    expect(balance()).toEqual(purse(40_00, 0));
  });

  it('the money of a return becomes principal where the shop does that, beside what goes back to the gift; its undo takes it (X60)', () => {
    topUp(100_00, 10_00);
    const { visitId } = payFromPurse(55_00, 110_00, 3);
    const before = balance();
    expect(failureOf(() => returnUnits(visitId, 1, [], true))).toMatchObject({
      details: { issues: [{ path: 'isMoneyStored', message: 'returns_are_not_stored' }] },
    });
    desk.settings({ returnsMayBeStored: true });
    const first = returnUnits(visitId, 1, [], true);
    expect(first).toMatchObject({ givenBackCents: 110_00, moneyStoredCents: 91_66 });
    expect(purseTotal(balance())).toBe(purseTotal(before) + 110_00);
    expect(visitsHandlers['visits.ofDay'](desk.context, { businessDate: desk.clock.today, offset: 0, limit: 50 })).toMatchObject({
      totalCents: 220_00,
      storedPaidCents: -55_00,
    });
    // What came back as money does not count as given back of what the purse had paid.
    expect(desk.findVisit({ visitId }).stored.givenBack).toEqual(first.storedGivenBack);
    const rest = returnUnits(visitId, 2);
    expect([rest.moneyStoredCents, purseTotal(rest.storedGivenBack)]).toEqual([0, 55_00 - purseTotal(first.storedGivenBack)]);
    desk.undo({ visitId: rest.visitId });
    desk.undo({ visitId: first.visitId });
    expect(balance()).toEqual(before);
    const again = returnUnits(visitId, 1, [item(200_00, 1, '龙井')], true);
    expect(again.moneyStoredCents).toBe(0);
    const walkIn = desk.record({ customerId: null, lines: [item(50_00, 1)] });
    expect(failureOf(() => returnUnits(walkIn.visitId, 1, [], true))).toMatchObject({
      details: { issues: [{ message: 'walk_in_has_no_purse' }] },
    });
    const paid = desk.record({ customerId, lines: [item(50_00, 1)] });
    const back = returnUnits(paid.visitId, 1, [], true);
    payFromPurse(purseTotal(balance()));
    expect(failureOf(() => desk.undo({ visitId: back.visitId }))).toMatchObject({ details: { reason: 'stored_value_spent' } });
  });

  it('stands on the receipt with what is left, and on the sheets', () => {
    desk.settings({ language: 'zh-CN' });
    topUp();
    const { visitId } = payFromPurse(110_00);
    const { html } = makeSlip(desk.context, { slip: { kind: 'receipt', visitId }, paper: '58mm' });
    for (const said of ['储值支付', '¥110.00', '储值余额', '¥440.00']) expect(html).toContain(said);
    const sheet = makeSheet(desk.context, { sheet: { kind: 'storedValue', customerId, from: TEST_TODAY, to: TEST_TODAY } });
    for (const said of ['储值对账单', '充值 · 微信', '到店支付', '余额 ¥440.00']) expect(sheet.html).toContain(said);
    const later = addDays(TEST_TODAY, 1);
    const after = makeSheet(desk.context, { sheet: { kind: 'storedValue', customerId, from: later, to: later } });
    expect(after.html).toContain('余额 ¥440.00');
    expect(makeSheet(desk.context, { sheet: { kind: 'day', on: TEST_TODAY } }).html).toContain('储值收款，微信 ¥500.00');
  });
});

describe('taking value out', () => {
  it('a refund pays principal out and ends the gift with it, as it was shown', () => {
    topUp();
    const refund = (principalCents: number, giftCents: number) => () =>
      value.refund({ customerId, principalCents, giftCents, method: 'cash', reason: '搬家' });
    expect(failureOf(refund(100_00, 0))).toMatchObject({ details: { reason: 'stored_value_changed' } });
    expect(failureOf(refund(500_01, 50_00))).toMatchObject({ details: { reason: 'not_enough_stored_value' } });
    refund(100_00, 10_00)();
    const { entryId } = refund(400_00, 40_00)();
    expect(balance()).toEqual(purse(0, 0));
    expect(value.account(customerId).sums.refunded).toEqual(purse(-500_00, -50_00));
    value.reverse({ entryId, reason: '不退了' });
    expect(balance()).toEqual(purse(400_00, 40_00));
  });

  it('voids and corrects for a reason, never below nothing', () => {
    topUp();
    value.void({ customerId, principalCents: 0, giftCents: 50_00, reason: '活动作废' });
    expect(failureOf(() => value.void({ customerId, principalCents: 0, giftCents: 1, reason: '再来' }))).toMatchObject({
      details: { reason: 'not_enough_stored_value' },
    });
    value.adjust({ customerId, principalCents: -100_00, giftCents: 20_00, reason: '更正' });
    expect(balance()).toEqual(purse(400_00, 20_00));
    expect(
      failureOf(() => value.adjust({ customerId, principalCents: 10_000_000_000, giftCents: 0, reason: '大' })),
    ).toMatchObject({
      details: { reason: 'stored_value_out_of_range' },
    });
    const { entryId } = topUp(10_00, 0);
    payFromPurse(420_00);
    expect(failureOf(() => value.reverse({ entryId, reason: '错' }))).toMatchObject({
      details: { reason: 'stored_value_spent' },
    });
  });
});

describe('what the shop owes', () => {
  it('principal and gift by how long ago they came in, and who has most, also after it was spent', () => {
    step(-400);
    topUp(300_00, 30_00);
    step(-100);
    topUp(200_00, 0);
    step(0);
    const other = desk.addCustomer();
    value.topUp({ customerId: other, principalCents: 1000_00, giftCents: 100_00, method: 'cash' });
    payFromPurse(106_00);
    const { ages, ...all } = value.owed();
    expect(all).toEqual({ customers: 2, principalCents: 1400_00, giftCents: 124_00, laterCents: 0 });
    expect(ages.map(({ untilMonths, principalCents, giftCents }) => [untilMonths, principalCents, giftCents])).toEqual([
      [3, 1000_00, 100_00],
      [6, 200_00, 0],
      [12, 0, 0],
      [null, 200_00, 24_00],
    ]);
    expect(value.holders()).toMatchObject({
      total: 2,
      rows: [
        { customerId: other, principalCents: 1000_00, oldestOn: TEST_TODAY },
        { customerId, principalCents: 400_00, giftCents: 24_00, oldestOn: addDays(TEST_TODAY, -400) },
      ],
    });
  });
});

const who = fc.nat(1);
const which = fc.nat(50);
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('topUp' as const), who, amount: fc.integer({ min: 1, max: 900 }), gift: fc.nat(90) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      who,
      price: fc.integer({ min: 1, max: 300 }),
      share: fc.nat(100),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      which,
      units: fc.integer({ min: 1, max: 3 }),
      exchange: fc.constantFrom(0, 0, 50, 500),
      isStored: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), who, amount: fc.nat(200), gift: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: -20, max: 60 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      order: fc.constantFrom('proportion', 'principal_first', 'gift_first'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unmerge' as const) }) },
);

describe('any history of the desk', () => {
  test.prop([fc.array(deed, { maxLength: 50 })], { numRuns: 40 })(
    'keeps balance = ledger = what is left, never below nothing; merging and parting keep all sums',
    (deeds) => {
      step(0);
      desk.settings({ pointsPerHundred: 100, storedSpendOrder: 'proportion', returnsMayBeStored: true });
      const people = [desk.addCustomer(), desk.addCustomer()] as const;
      const visits: VisitId[] = [];
      const entries: StoredValueEntryId[] = [];
      let mergeId: MergeId | null = null;
      let passed = 0;
      const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
      const sum = (): number => people.reduce((total, id) => total + balance(id).principalCents + balance(id).giftCents, 0);
      /** Refused is refused: what counts is that nothing is out of place afterwards. */
      const tried = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      };
      for (const one of deeds)
        tried(() => {
          const owner = people['who' in one && one.who === 1 ? 1 : 0];
          if (one.do === 'topUp')
            entries.push(
              value.topUp({ customerId: owner, principalCents: one.amount, giftCents: one.gift, method: 'cash' }).entryId,
            );
          if (one.do === 'record') {
            const { principalCents, giftCents } = balance(owner);
            const cents = Math.min(principalCents + giftCents, Math.floor((one.price * 3 * one.share) / 100));
            const payments = cents > 0 ? [{ method: 'stored' as const, cents }] : [];
            visits.push(desk.record({ customerId: owner, lines: [item(one.price, 3)], payments }).visitId);
          }
          const visitId = 'which' in one ? pick(visits, one.which) : undefined;
          if (one.do === 'return' && visitId)
            visits.push(returnUnits(visitId, one.units, one.exchange === 0 ? [] : [item(one.exchange)], one.isStored).visitId);
          if (one.do === 'undo' && visitId) desk.undo({ visitId });
          if (one.do === 'void')
            entries.push(
              value.void({ customerId: owner, principalCents: one.amount, giftCents: one.gift, reason: '作废' }).entryId,
            );
          const entryId = one.do === 'reverse' ? pick(entries, one.which) : undefined;
          if (entryId) value.reverse({ entryId, reason: '记错' });
          if (one.do === 'pass') {
            passed += one.days;
            step(passed);
          }
          if (one.do === 'order') desk.settings({ storedSpendOrder: one.order });
          const before = sum();
          if (one.do === 'merge' && mergeId === null)
            mergeId = desk.command(() =>
              mergesHandlers['merges.merge'](
                desk.context,
                contract.merges.merge.input.parse({ survivorId: people[0], otherId: people[1] }),
              ),
            ).mergeId;
          if (one.do === 'unmerge' && mergeId !== null) {
            const parting = contract.merges.undo.input.parse({ mergeId });
            desk.command(() => mergesHandlers['merges.undo'](desk.context, parting));
            mergeId = null;
          }
          if (one.do === 'merge' || one.do === 'unmerge') expect(sum()).toBe(before);
        });
      for (const id of people) {
        const { principalCents, giftCents } = balance(id);
        expect(principalCents >= 0 && giftCents >= 0).toBe(true);
      }
      expect(auditProblems(desk.database)).toEqual([]);
    },
  );
});
