import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersCard } from '../../electron/handlers/customers/card.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { makeSheet } from '../../electron/handlers/printing/sheets.ts';
import { makeSlip } from '../../electron/handlers/printing/slips.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { findDebt } from '../../electron/store/creditDebts.ts';
import { plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { CreditEntryId, CustomerId, MergeId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { creditOf } from '../helpers/credit.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let sales: ReturnType<typeof salesOf>;
let credit: ReturnType<typeof creditOf>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  desk.settings({ isOnAccount: true, creditLimitCents: cents(500_00), creditTermDays: 30 });
  sales = salesOf(desk);
  credit = creditOf(desk);
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
const owes = (id = customerId) => findDebt(desk.database, id, desk.clock.today);
const buyOnAccount = (cents: number, price = cents, units = 1) =>
  desk.record({ customerId, lines: [item(price, units)], payments: [{ method: 'account', cents }] });
const returnUnits = (visitId: VisitId, units: number, exchange: ReturnType<typeof item>[] = []) => {
  const [line] = desk.findVisit({ visitId }).lines;
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: units * 1000 }], exchange, reason: '不合适' });
};
const repay = (cents: number) => credit.repay({ customerId, cents, method: 'wechat' });
const field = (message: string) => ({ code: 'bad_input', details: { issues: [{ path: 'payments.0.cents', message }] } });
const clerk = () => ({
  ...desk.context,
  actor: { staffId: null, permissions: desk.context.actor.permissions.filter((right) => right !== 'loyalty.adjust') },
});

describe('putting a visit on account (X50)', () => {
  it('is the sale of that day; repaying is no second one, and stands in the till', () => {
    buyOnAccount(100_00);
    expect(sales.ofDay(desk.clock.today)).toMatchObject({ totalCents: 100_00, onAccountCents: 100_00, repaid: [] });
    expect(owes()).toEqual({ owedCents: 100_00, overdueCents: 0, overdueSince: null });
    step(3);
    expect(repay(60_00).owedCents).toBe(40_00);
    expect(sales.ofDay(desk.clock.today)).toMatchObject({
      totalCents: 0,
      onAccountCents: 0,
      repaid: [{ kind: 'repay', cents: 60_00, method: 'wechat' }],
    });
    expect(desk.summary(customerId)).toMatchObject({ spend_cents: 100_00, visit_count: 1 });
    expect(desk.timeline({ customerId, kinds: ['credit'] }).entries).toMatchObject([
      { credit: { entryKind: 'repay', cents: -60_00, canReverse: true } },
    ]);
  });

  it('is refused where the shop has it off, to a walk-in, and over the limit but for whoever may go on', () => {
    const pay = { lines: [item(600_00)], payments: [{ method: 'account' as const, cents: 600_00 }] };
    expect(failureOf(() => desk.record({ customerId: null, ...pay }))).toMatchObject(field('walk_in_has_no_account'));
    Object.assign(desk.context, clerk());
    expect(failureOf(() => desk.record({ customerId, ...pay }))).toMatchObject(field('over_account_limit'));
    buyOnAccount(500_00);
    expect(failureOf(() => buyOnAccount(1))).toMatchObject(field('over_account_limit'));
    desk.settings({ isOnAccount: false });
    expect(failureOf(() => buyOnAccount(1))).toMatchObject(field('account_is_off'));
    // What is owed is paid back all the same.
    expect(repay(500_00).owedCents).toBe(0);
    expect(customersCard['customers.findById'](desk.context, { customerId }).credit).toBeNull();
  });

  it('whoever may correct balances goes on over the limit; a limit of one customer counts before that of all', () => {
    buyOnAccount(600_00);
    expect(customersCard['customers.findById'](desk.context, { customerId }).credit).toMatchObject({ leftCents: 0 });
    const { before } = credit.setTerms({ customerId, limitCents: 1000_00, termDays: 7 });
    expect(credit.account(customerId)).toMatchObject({ limitCents: 1000_00, termDays: 7, own: { termDays: 7 } });
    buyOnAccount(10_00);
    expect(credit.account(customerId).charges.map(({ dueOn }) => dueOn)).toEqual([
      addDays(TEST_TODAY, 30),
      addDays(TEST_TODAY, 7),
    ]);
    credit.setTerms({ customerId, ...before });
    expect(credit.account(customerId)).toMatchObject({ limitCents: 500_00, own: { limitCents: null, termDays: null } });
  });

  it('is overdue from the day after it was due, on the card and among who owes', () => {
    buyOnAccount(100_00);
    step(31);
    expect(owes()).toEqual({ owedCents: 100_00, overdueCents: 100_00, overdueSince: addDays(TEST_TODAY, 30) });
    buyOnAccount(20_00);
    expect(credit.owed()).toMatchObject({ customers: 1, owedCents: 120_00, notDueCents: 20_00, overdueCents: 100_00 });
    expect(credit.owed().ages.map(({ cents }) => cents)).toEqual([100_00, 0, 0, 0]);
    step(30 + 31);
    expect(credit.owed().ages.map(({ cents }) => cents)).toEqual([0, 100_00, 0, 0]);
    step(30 + 91);
    expect(credit.owed().ages.map(({ cents }) => cents)).toEqual([0, 20_00, 0, 100_00]);
    expect(credit.debtors().rows).toMatchObject([
      { owedCents: 120_00, overdueCents: 120_00, oldestDueOn: addDays(TEST_TODAY, 30) },
    ]);
  });

  it('earns points at once, or none, as the shop says', () => {
    desk.settings({ pointsPerHundred: 100 });
    expect(buyOnAccount(50_00, 80_00).pointsEarned).toBe(80);
    desk.settings({ creditEarnsPoints: false });
    expect(buyOnAccount(50_00, 80_00).pointsEarned).toBe(30);
  });
});

describe('repaying 还款', () => {
  it('pays the oldest charge first and says which; never more than is owed', () => {
    buyOnAccount(30_00);
    step(1);
    buyOnAccount(50_00);
    repay(40_00);
    const [latest] = credit.entries(customerId);
    expect(latest).toMatchObject({
      kind: 'repay',
      owedAfterCents: 40_00,
      paysFor: [
        { chargedOn: TEST_TODAY, cents: 30_00 },
        { chargedOn: desk.clock.today, cents: 10_00 },
      ],
    });
    expect(credit.account(customerId).charges).toMatchObject([{ chargedCents: 50_00, openCents: 40_00 }]);
    expect(failureOf(() => repay(40_01))).toMatchObject({
      code: 'bad_input',
      details: { issues: [{ path: 'cents', message: 'more_than_owed' }] },
    });
    expect(failureOf(() => credit.writeOff({ customerId, cents: 40_01, reason: '跑了' }))).toMatchObject({ code: 'bad_input' });
    credit.writeOff({ customerId, cents: 40_00, reason: '跑了' });
    expect(owes().owedCents).toBe(0);
  });

  it('is taken back with its money; by whoever took it on that day, later by whoever may correct', () => {
    buyOnAccount(100_00);
    const { entryId } = repay(100_00);
    expect(credit.reverse({ entryId, reason: '点错了' }).owedCents).toBe(100_00);
    expect(sales.ofDay(desk.clock.today).repaid.map(({ cents }) => cents)).toEqual([100_00, -100_00]);
    expect(failureOf(() => credit.reverse({ entryId, reason: '再来' }))).toMatchObject({ code: 'already_undone' });
    const { entryId: gone } = credit.writeOff({ customerId, cents: 10_00, reason: '零头' });
    const asClerk = creditOf({ ...desk, context: clerk() });
    expect(failureOf(() => asClerk.reverse({ entryId: gone, reason: '错' }))).toMatchObject({ code: 'not_permitted' });
    const mine = asClerk.repay({ customerId, cents: 5_00, method: 'cash' }).entryId;
    expect(asClerk.entries(customerId)[0]?.canReverse).toBe(true);
    step(1);
    expect(failureOf(() => asClerk.reverse({ entryId: mine, reason: '错' }))).toMatchObject({ code: 'not_permitted' });
    const charge = credit.entries(customerId).find(({ kind }) => kind === 'charge');
    expect(failureOf(() => credit.reverse({ entryId: charge?.id ?? gone, reason: '错' }))).toMatchObject({
      details: { reason: 'credit_belongs_to_visit' },
    });
  });

  it('undoing the visit takes its charge back; not where money came in that would pay for nothing', () => {
    const { visitId } = buyOnAccount(100_00);
    const { entryId } = repay(30_00);
    expect(failureOf(() => desk.undo({ visitId }))).toMatchObject({ details: { reason: 'credit_repaid' } });
    expect(owes().owedCents).toBe(70_00);
    // With another debt for the money to go to, it goes there.
    buyOnAccount(50_00);
    desk.undo({ visitId });
    expect(credit.account(customerId).charges).toMatchObject([{ chargedCents: 50_00, openCents: 20_00 }]);
    credit.reverse({ entryId, reason: '退了' });
    expect(owes().owedCents).toBe(50_00);
  });
});

describe('returning what was bought on account', () => {
  it('takes it off the debt first, and money back only beyond it; the exchange stays owed', () => {
    const { visitId } = buyOnAccount(60_00, 50_00, 2);
    const back = returnUnits(visitId, 1);
    expect(back).toMatchObject({ givenBackCents: 50_00, offDebtCents: 50_00 });
    expect(desk.findVisit({ visitId }).credit).toEqual({ chargedCents: 60_00, openCents: 10_00 });
    const second = returnUnits(visitId, 1, [item(45_00)]);
    expect(second).toMatchObject({ offDebtCents: 5_00 });
    expect(owes().owedCents).toBe(5_00);
    desk.undo({ visitId: second.visitId });
    expect(owes().owedCents).toBe(10_00);
    expect(returnUnits(visitId, 1).offDebtCents).toBe(10_00);
    expect(owes().owedCents).toBe(0);
  });
});

describe('on paper', () => {
  it('the receipt says what was put on account and what is owed; the statement what there was and what is open', () => {
    const { visitId } = buyOnAccount(100_00, 120_00);
    repay(30_00);
    const { html } = makeSlip(desk.context, { slip: { kind: 'receipt', visitId }, paper: '58mm' });
    expect(html).toMatch(/挂账.*100\.00/s);
    expect(html).toMatch(/挂账欠款.*70\.00/s);
    const sheet = makeSheet(desk.context, { sheet: { kind: 'credit', customerId, from: TEST_TODAY, to: TEST_TODAY } });
    expect(sheet.html).toMatch(/还款 · 微信/);
    expect(sheet.html).toMatch(/还要还的：.*70\.00/s);
    expect(makeSheet(desk.context, { sheet: { kind: 'day', on: TEST_TODAY } }).html).toMatch(/挂账还款.*30\.00/s);
  });

  it('the ledger is append-only', () => {
    buyOnAccount(1_00);
    expect(() => plainRun(desk.database, 'UPDATE credit_entries SET cents = 1')).toThrow(/append-only/);
  });
});

const which = fc.nat(30);
const who = fc.nat(1);
const amount = fc.integer({ min: 1, max: 300 });
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('record' as const), who, price: amount, share: fc.integer({ min: 0, max: 100 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('repay' as const), who, amount }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('writeOff' as const), who, amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), which, exchange: fc.constantFrom(0, 50, 500) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: -20, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unmerge' as const) }) },
);

describe('any history of the desk', () => {
  test.prop([fc.array(deed, { maxLength: 50 })], { numRuns: 40 })(
    'keeps owed = ledger = what is open, never below nothing; merging and parting keep all sums',
    (deeds) => {
      step(0);
      const people = [desk.addCustomer(), desk.addCustomer()] as const;
      const visits: VisitId[] = [];
      const entries: CreditEntryId[] = [];
      let mergeId: MergeId | null = null;
      let passed = 0;
      const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
      const sum = (): number => people.reduce((total, id) => total + owes(id).owedCents, 0);
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
          if (one.do === 'record') {
            const cents = Math.floor((one.price * 3 * one.share) / 100);
            const payments = cents > 0 ? [{ method: 'account' as const, cents }] : [];
            visits.push(desk.record({ customerId: owner, lines: [item(one.price, 3)], payments }).visitId);
          }
          if (one.do === 'repay') entries.push(credit.repay({ customerId: owner, cents: one.amount, method: 'cash' }).entryId);
          if (one.do === 'writeOff')
            entries.push(credit.writeOff({ customerId: owner, cents: one.amount, reason: '核销' }).entryId);
          const visitId = 'which' in one ? pick(visits, one.which) : undefined;
          if (one.do === 'return' && visitId)
            visits.push(returnUnits(visitId, 1, one.exchange === 0 ? [] : [item(one.exchange)]).visitId);
          if (one.do === 'undo' && visitId) desk.undo({ visitId });
          const entryId = one.do === 'reverse' ? pick(entries, one.which) : undefined;
          if (entryId) credit.reverse({ entryId, reason: '记错' });
          if (one.do === 'pass') {
            passed += one.days;
            step(passed);
          }
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
      for (const id of people) expect(owes(id).owedCents >= 0).toBe(true);
      expect(auditProblems(desk.database)).toEqual([]);
    },
  );
});
