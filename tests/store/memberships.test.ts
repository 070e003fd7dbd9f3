import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { couponsHandlers } from '../../electron/handlers/coupons.ts';
import { engineInternal } from '../../electron/handlers/engine.ts';
import { customersTimeline } from '../../electron/handlers/timeline.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { AppError } from '../../shared/errors.ts';
import type { CouponTypeId, CustomerId } from '../../shared/types/ids.ts';
import { addDays, addMonths, daysBetween, instant } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { membershipsAt } from '../helpers/memberships.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: MergeDesk;
let coupons: ReturnType<typeof couponsAt>;
let memberships: ReturnType<typeof membershipsAt>;
let wang: CustomerId;
let typeId: CouponTypeId;
const openShop = (): void => {
  desk = openMergeDesk();
  coupons = couponsAt(desk);
  memberships = membershipsAt(desk);
  desk.settings({ pointsPerHundred: 0 });
  wang = desk.create({ name: '王芳' });
  typeId = coupons.saveType({ name: '会员券', terms: { kind: 'amount', amountCents: 2000 } }).typeId;
};
beforeEach(openShop);
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const on = (day: LocalDate): void => {
  desk.clock.now = instant(TEST_NOW + daysBetween(TEST_TODAY, day) * DAY);
  desk.clock.today = day;
};
const monthly = () => memberships.savePlan({ couponTypeId: typeId, coupons: 2, points: 100 }).planId;
const open = (customerId = wang) => coupons.ofCustomer(customerId).filter(({ state }) => state === 'open');
const balance = (customerId = wang) => Number(desk.summary(customerId).points_balance);
const told = (customerId = wang) => memberships.ofCustomer(customerId);
/** Somebody who may sell, and correct nothing. */
const clerkOf = (name = '小林') => {
  const rights = permissions.filter((right) => right !== 'loyalty.adjust');
  const context = { ...desk.context, actor: { staffId: desk.addStaff(name), permissions: rights } };
  return membershipsAt({ ...desk, context });
};
const reasonOf = (work: () => unknown): unknown => {
  const { code, details } = failureOf(work);
  return details['reason'] ?? code;
};

describe('paid membership (X57)', () => {
  it('leaves no trace in a shop without plans', () => {
    expect(told()).toEqual({ terms: [], member: null, hasPlans: false });
    expect(memberships.figures()).toMatchObject({ running: 0, hasPlans: false });
    memberships.run();
    expect(plainRows(desk.database, 'SELECT id FROM membership_terms')).toEqual([]);
  });

  it('is defined, changed with the way back, put away, and deleted while nobody has bought it', () => {
    const { planId } = memberships.savePlan();
    expect(reasonOf(() => memberships.savePlan())).toBe('membership_plan_taken');
    const { before } = memberships.savePlan({ planId, priceCents: 399_00 });
    expect(before).toMatchObject({ priceCents: 365_00, months: 12 });
    expect(failureOf(() => coupons.removeType({ typeId: monthlyType() })).details['reason']).toBe('coupon_type_in_use');
    memberships.sell({ customerId: wang, planId, paidCents: 399_00 });
    expect(reasonOf(() => memberships.removePlan(planId))).toBe('membership_plan_in_use');
    memberships.archivePlan(planId, true);
    expect(reasonOf(() => memberships.sell({ customerId: wang, planId, paidCents: 399_00 }))).toBe('membership_plan_archived');
    expect(memberships.plans()).toHaveLength(1);
    expect(memberships.plans(true)).toMatchObject([{ isArchived: true, isUsed: true }, { isUsed: false }]);
  });
  const monthlyType = (): CouponTypeId => {
    memberships.savePlan({ name: '月月券', couponTypeId: typeId, coupons: 1 });
    return typeId;
  };

  it('runs for its months, is renewed behind its end, and its money counts in the till of the day', () => {
    const { planId } = memberships.savePlan();
    const first = memberships.sell({ customerId: wang, planId });
    expect(first).toMatchObject({ fromOn: TEST_TODAY, untilOn: addDays(addMonths(TEST_TODAY, 12), -1) });
    const next = memberships.sell({ customerId: wang, planId, method: 'wechat' });
    expect(next.fromOn).toBe(addDays(first.untilOn, 1));
    expect(told().member).toEqual({ names: ['金卡年费'], untilOn: next.untilOn });
    expect(told().terms.map(({ state }) => state)).toEqual(['to_come', 'running']);
    expect(memberships.till(TEST_TODAY).map(({ cents, method, kind }) => [kind, cents, method])).toEqual([
      ['sell', 365_00, 'cash'],
      ['sell', 365_00, 'wechat'],
    ]);
    on(addDays(next.untilOn, 40));
    expect(told().member).toBeNull();
    expect(memberships.sell({ customerId: wang, planId }).fromOn).toBe(addDays(next.untilOn, 40));
  });

  it('costs what the plan says, unless whoever sells it may correct balances', () => {
    const { planId } = memberships.savePlan();
    const clerk = clerkOf();
    expect(failureOf(() => clerk.sell({ customerId: wang, planId, paidCents: 1_00 })).code).toBe('not_permitted');
    clerk.sell({ customerId: wang, planId });
  });
});

describe('what the cycles give', () => {
  it('comes with the sale and at the beginning of each cycle, once, by nobody’s hand, and lapses with its cycle', () => {
    memberships.sell({ customerId: wang, planId: monthly() });
    const ends = addDays(addMonths(TEST_TODAY, 1), -1);
    expect(open().map(({ expiresOn, staffName, reason }) => [expiresOn, staffName, reason])).toEqual([
      [ends, null, '金卡年费 1/12'],
      [ends, null, '金卡年费 1/12'],
    ]);
    expect(balance()).toBe(100);
    memberships.run();
    on(ends);
    memberships.run();
    expect([open().length, balance()]).toEqual([2, 100]);
    on(addDays(ends, 1));
    while (desk.command(() => engineInternal['engine.tidyUp'](desk.context, null)).isMore);
    memberships.run();
    expect([open().length, balance()]).toEqual([2, 100]);
    expect(open()[0]?.expiresOn).toBe(addDays(addMonths(TEST_TODAY, 2), -1));
    expect(told().terms[0]?.grants).toMatchObject([
      { cycle: 1, coupons: 2, used: 0, points: 100, isMissed: false },
      { cycle: 0, coupons: 2, used: 0, isMissed: false },
    ]);
  });

  it('lapses sooner where the coupon does', () => {
    const week = coupons.saveType({ name: '七天券', terms: { kind: 'amount', amountCents: 500, validDays: 7 } }).typeId;
    memberships.sell({ customerId: wang, planId: memberships.savePlan({ couponTypeId: week, coupons: 1 }).planId });
    expect(daysBetween(TEST_TODAY, open()[0]?.expiresOn ?? TEST_TODAY)).toBeLessThanOrEqual(7);
  });

  it('is not given for a cycle that passed while the shop was closed, and that is said; a wrong clock gives nothing', () => {
    memberships.sell({ customerId: wang, planId: monthly() });
    on(addDays(addMonths(TEST_TODAY, 3), 5));
    memberships.run();
    expect(told().terms[0]?.grants.map(({ cycle, isMissed, coupons: many }) => [cycle, isMissed, many])).toEqual([
      [3, false, 2],
      [2, true, 0],
      [1, true, 0],
      [0, false, 2],
    ]);
    expect(open()).toHaveLength(2);
    on(TEST_TODAY);
    memberships.run();
    on(addMonths(TEST_TODAY, 4));
    desk.record({ customerId: wang, lines: [item(1_00)] });
    on(addMonths(TEST_TODAY, 3));
    memberships.run();
    expect(told().terms[0]?.grants).toHaveLength(4);
  });
});

describe('the way back', () => {
  it('of a sale takes term, coupons, points and money, and is refused once something was used', () => {
    const planId = monthly();
    const { termId } = memberships.sell({ customerId: wang, planId });
    memberships.takeBack(termId);
    expect([open().length, balance(), told().member]).toEqual([0, 0, null]);
    expect(told().terms).toMatchObject([{ state: 'taken_back', nextOn: null, mayTakeBack: false }]);
    expect(memberships.till(TEST_TODAY).map(({ cents }) => cents)).toEqual([365_00, -365_00]);
    expect(failureOf(() => memberships.takeBack(termId)).code).toBe('already_undone');
    on(addMonths(TEST_TODAY, 2));
    memberships.run();
    expect(open()).toEqual([]);

    const again = memberships.sell({ customerId: wang, planId });
    expect(again.fromOn).toBe(desk.clock.today);
    const used = desk.record({ customerId: wang, lines: [item(100_00)], coupons: [open()[0]?.number ?? ''] });
    expect(reasonOf(() => memberships.takeBack(again.termId))).toBe('membership_used');
    desk.undo({ visitId: used.visitId });
    const spent = desk.redeem({ customerId: wang, points: 40, reason: '兑换' });
    expect(reasonOf(() => memberships.takeBack(again.termId))).toBe('membership_used');
    desk.reverse({ entryId: spent.entryId, reason: '记错' });
    memberships.takeBack(again.termId);
    expect([open().length, balance()]).toEqual([0, 0]);
  });

  it('of a sale is refused once a coupon of it was given to somebody else', () => {
    const { termId } = memberships.sell({ customerId: wang, planId: monthly() });
    const li = desk.create({ name: '李雷' });
    const given = { couponId: open()[0]?.id ?? '', toCustomerId: li, reason: '送朋友' };
    const input = contract.coupons.transfer.input.parse(given);
    desk.command(() => couponsHandlers['coupons.transfer'](desk.context, input));
    expect(reasonOf(() => memberships.takeBack(termId))).toBe('membership_used');
    memberships.end(termId);
    expect([open().length, open(li).length]).toEqual([0, 1]);
    memberships.goOn(termId);
    expect([open().length, open(li).length]).toEqual([1, 1]);
  });

  it('of a sale begins with the renewal', () => {
    const { planId } = memberships.savePlan();
    const first = memberships.sell({ customerId: wang, planId });
    const next = memberships.sell({ customerId: wang, planId });
    expect(reasonOf(() => memberships.takeBack(first.termId))).toBe('membership_renewed');
    expect(reasonOf(() => memberships.end(first.termId))).toBe('membership_renewed');
    memberships.takeBack(next.termId);
    memberships.takeBack(first.termId);
    expect(told().member).toBeNull();
  });

  it('is for whoever sold it on that day, and later for whoever may correct', () => {
    const { planId } = memberships.savePlan();
    const [lin, chen] = [clerkOf('小林'), clerkOf('小陈')];
    const { termId } = lin.sell({ customerId: wang, planId });
    const may = (clerk: typeof lin) => clerk.ofCustomer(wang).terms[0]?.mayTakeBack;
    expect([may(lin), may(chen)]).toEqual([true, false]);
    on(addDays(TEST_TODAY, 1));
    expect([may(lin), may(memberships)]).toEqual([false, true]);
    expect(failureOf(() => lin.takeBack(termId)).code).toBe('not_permitted');
  });

  it('of an end brings back what the end took, and no more', () => {
    const { termId } = memberships.sell({ customerId: wang, planId: monthly() });
    on(addDays(TEST_TODAY, 10));
    desk.redeem({ customerId: wang, points: 30, reason: '兑换' });
    const refund = Number(told().terms[0]?.refundCents);
    expect(refund).toBeGreaterThan(300_00);
    expect(failureOf(() => memberships.end(termId, 365_01)).details['issues']).toEqual([
      { path: 'refundCents', message: 'more_than_paid' },
    ]);
    memberships.end(termId, refund);
    expect([open().length, balance(), told().member]).toEqual([0, 0, null]);
    expect(told().terms).toMatchObject([
      { state: 'ended', untilOn: desk.clock.today, nextOn: null, mayGoOn: true, mayEnd: false },
    ]);
    expect(reasonOf(() => memberships.end(termId))).toBe('membership_has_ended');
    expect(reasonOf(() => memberships.takeBack(termId))).toBe('membership_has_ended');
    memberships.goOn(termId);
    expect([open().length, balance(), told().member === null]).toEqual([2, 70, false]);
    expect(memberships.till(desk.clock.today).reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
    expect(failureOf(() => memberships.goOn(termId)).code).toBe('already_undone');
    memberships.end(termId);
    on(addMonths(TEST_TODAY, 1));
    memberships.run();
    expect(open()).toEqual([]);
    memberships.sell({ customerId: wang, planId: told().terms[0]?.planId ?? '' });
    expect(reasonOf(() => memberships.goOn(termId))).toBe('membership_renewed');
  });
});

describe('who is told of an end', () => {
  it('is on the list as long before as the shop says, and not once it is renewed', () => {
    const { planId } = memberships.savePlan({ months: 1 });
    desk.settings({ membershipAheadDays: 10 });
    const { untilOn } = memberships.sell({ customerId: wang, planId });
    expect([memberships.list('ending').total, memberships.list('running').total]).toEqual([0, 1]);
    on(addDays(untilOn, -10));
    expect(memberships.list('ending').rows).toMatchObject([{ customerName: '王芳', untilOn }]);
    expect(memberships.figures()).toMatchObject({ running: 1, ending: 1, aheadDays: 10, hasPlans: true });
    const { termId } = memberships.sell({ customerId: wang, planId });
    expect(memberships.list('ending').total).toBe(0);
    memberships.end(termId);
    expect(memberships.list('ending').rows).toMatchObject([{ untilOn }]);
    on(addDays(untilOn, 1));
    expect([memberships.list('ending').total, memberships.list('over').total]).toEqual([0, 1]);
    desk.remove(wang);
    expect(memberships.list('over').total).toBe(0);
  });

  it('stands on the timeline, a line for each that moved it', () => {
    const { termId } = memberships.sell({ customerId: wang, planId: memberships.savePlan().planId });
    memberships.takeBack(termId);
    const { entries } = customersTimeline['customers.timeline'](desk.context, {
      customerId: wang,
      kinds: ['membership'],
      before: null,
      limit: 20,
    });
    expect(entries.map(({ membership }) => [membership?.entryKind, membership?.cents])).toEqual([
      ['take_back', -365_00],
      ['sell', 365_00],
    ]);
  });
});

describe('two cards that become one', () => {
  it('keep both memberships, each goes on giving, and parting them gives each its own again', () => {
    const planId = monthly();
    const other = desk.create({ name: '王芳二' });
    memberships.sell({ customerId: wang, planId });
    memberships.sell({ customerId: other, planId });
    const { mergeId } = desk.merge({ survivorId: wang, otherId: other });
    on(addMonths(TEST_TODAY, 1));
    memberships.run();
    expect([told().terms.length, open().length]).toEqual([2, 4]);
    desk.undoMerge({ mergeId });
    expect([told().terms.length, told(other).terms.length]).toEqual([1, 1]);
  });
});

describe('over any history', () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom('sell', 'back', 'end', 'goOn', 'wait', 'run', 'use'),
      many: fc.integer({ min: 0, max: 60 }),
    }),
    { maxLength: 25 },
  );
  test.prop([steps], { numRuns: 25 })(
    'terms of a plan never overlap, a cycle gives once, and money never goes below nothing',
    (history) => {
      desk.close();
      openShop();
      const { planId } = memberships.savePlan({
        months: 2,
        every: 'days',
        everyDays: 14,
        couponTypeId: typeId,
        coupons: 1,
        points: 10,
      });
      let day = TEST_TODAY;
      for (const { what, many } of history) {
        const { terms } = told();
        const termId = terms[many % Math.max(1, terms.length)]?.id ?? '';
        try {
          if (what === 'sell') memberships.sell({ customerId: wang, planId });
          else if (what === 'run') memberships.run();
          else if (what === 'wait') on((day = addDays(day, many)));
          else if (what === 'use')
            desk.record({
              customerId: wang,
              lines: [item(100_00)],
              coupons: open()
                .slice(0, 1)
                .map(({ number }) => number),
            });
          else if (terms.length === 0) continue;
          else if (what === 'back') memberships.takeBack(termId);
          else if (what === 'end') memberships.end(termId, many);
          else memberships.goOn(termId);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }
      memberships.run();
      const standing = told()
        .terms.filter(({ state, fromOn, untilOn }) => state !== 'taken_back' && fromOn <= untilOn)
        .toReversed();
      for (const [index, term] of standing.entries()) {
        const next = standing[index + 1];
        if (next !== undefined) expect(next.fromOn > term.untilOn).toBe(true);
      }
      for (const { grants, entries, paidCents } of told().terms) {
        expect(new Set(grants.map(({ cycle }) => cycle)).size).toBe(grants.length);
        const kept = entries.reduce((sum, { cents }) => sum + cents, 0);
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(paidCents);
      }
      // What is not served yet is what would be proposed to be paid back, term by term.
      const unserved = told().terms.filter(({ state }) => state === 'running' || state === 'to_come');
      expect(memberships.owed()).toEqual({
        terms: unserved.length,
        cents: unserved.reduce((sum, { refundCents }) => sum + refundCents, 0),
      });
      for (const { expiresOn } of open()) expect(expiresOn !== null && expiresOn >= day).toBe(true);
    },
  );

  test.prop([fc.constantFrom('once', 'month', 'days'), fc.integer({ min: 0, max: 5 })], {
    numRuns: 12,
  })('a sale and its undo leave everything as it was', (every, many) => {
    desk.close();
    openShop();
    const gives = { couponTypeId: many === 0 ? null : typeId, coupons: many, points: many * 10 };
    const { planId } = memberships.savePlan({ every, everyDays: every === 'days' ? 30 : null, ...gives });
    const before = [open().length, balance(), told().member, memberships.figures()];
    memberships.takeBack(memberships.sell({ customerId: wang, planId }).termId);
    expect([open().length, balance(), told().member, memberships.figures()]).toEqual(before);
  });
});
