import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueBirthdayCoupons } from '../../electron/handlers/coupons/occasions.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { replayCoupon } from '../../shared/domain/coupons/ledger.ts';
import { AppError } from '../../shared/errors.ts';
import { couponId as toCouponId, productId } from '../../shared/types/ids.ts';
import type { CouponId, CustomerId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { listCouponEntries } from '../../electron/store/coupons.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let coupons: ReturnType<typeof couponsAt>;
let sales: ReturnType<typeof salesOf>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  coupons = couponsAt(desk);
  sales = salesOf(desk);
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});

type Terms = Parameters<typeof coupons.saveType>[0]['terms'];
const typeOf = (terms: Terms, name = '代金券') => coupons.saveType({ name, terms }).typeId;
const twenty: Terms = { kind: 'amount', amountCents: 2000 };
const issue = (terms: Terms = twenty, name = '代金券', whose = customerId) =>
  coupons.issue({ customerId: whose, typeId: typeOf(terms, name), reason: '老客回馈' });
const sell = (used: readonly string[], lines = [item(100_00)], whose: CustomerId | null = customerId) =>
  desk.record({ customerId: whose, lines, coupons: [...used] });
const refusal = (work: () => unknown) => {
  const { code, details } = failureOf(work);
  return code === 'bad_input' ? details['issues'] : (details['reason'] ?? code);
};
const stateOf = (id: CouponId) => coupons.ofCustomer(customerId).find((coupon) => coupon.id === id)?.state;
const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const returnUnits = (visitId: VisitId, place: number, units: number) => {
  const line = desk.findVisit({ visitId }).lines[place];
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: units * 1000 }], reason: '不合适' });
};

describe('a coupon at the desk (R084)', () => {
  it('takes its amount off, its lines bear it, points are earned on the rest, and it is used', () => {
    desk.settings({ pointsPerHundred: 100 });
    const { couponId, number } = issue();
    const paid = sell([number], [item(60_00), item(40_00)]);
    expect(paid).toMatchObject({ totalCents: 80_00, pointsEarned: 80 });
    const visit = desk.findVisit({ visitId: paid.visitId });
    expect(visit.lines.map(({ shareCents, amountCents }) => [shareCents, amountCents])).toEqual([
      [12_00, 48_00],
      [8_00, 32_00],
    ]);
    expect(visit.coupons).toEqual([{ name: '代金券', text: number, cents: 20_00 }]);
    expect(coupons.ofCustomer(customerId)).toMatchObject([
      { state: 'used', left: 0, reason: '老客回馈', entries: [{ kind: 'redeem', cents: 20_00 }, { kind: 'issue' }] },
    ]);
    expect(desk.summary(customerId).spend_cents).toBe(80_00);
    expect(stateOf(couponId)).toBe('used');
  });

  it('its number is taken as it is read out; twice on one bill, a used, an unknown one and another person’s are refused', () => {
    const { number } = issue();
    expect(refusal(() => sell([number, number]))).toEqual([{ path: 'coupons.1', message: 'coupon_twice' }]);
    expect(refusal(() => sell(['VIP88']))).toEqual([{ path: 'coupons.0', message: 'coupon_unknown' }]);
    expect(refusal(() => sell([number], [item(1)], desk.addCustomer()))).toEqual([
      { path: 'coupons.0', message: 'coupon_other_person' },
    ]);
    expect(refusal(() => sell([number], [item(1)], null))).toEqual([{ path: 'coupons.0', message: 'coupon_no_person' }]);
    sell([`${number.slice(0, 5)} ${number.slice(5)}`]);
    expect(refusal(() => sell([number]))).toEqual([{ path: 'coupons.0', message: 'coupon_used' }]);
  });

  it('counts until its last day, also for a visit that is entered later, and not before it was issued', () => {
    const { number, expiresOn } = issue({ ...twenty, validDays: 3 });
    expect(expiresOn).toBe(addDays(TEST_TODAY, 3));
    const yesterday = { customerId, lines: [item(100_00)], coupons: [number], businessDate: addDays(TEST_TODAY, -1) };
    expect(refusal(() => desk.record(yesterday))).toEqual([{ path: 'coupons.0', message: 'coupon_not_yet' }]);
    step(4);
    expect(refusal(() => sell([number]))).toEqual([{ path: 'coupons.0', message: 'coupon_expired' }]);
    expect(desk.record({ ...yesterday, businessDate: addDays(TEST_TODAY, 3) }).totalCents).toBe(80_00);
    // A clock that goes back neither revives nor uses anything.
    step(0);
    expect(coupons.ofCustomer(customerId)[0]?.state).toBe('used');
  });

  it('is for its products and categories alone, from its least spend, and not with a discount where it says so', () => {
    const tea = desk.addProduct('龙井', 50_00, null);
    const cup = desk.addProduct('杯子', 20_00, null);
    plainRun(desk.database, `UPDATE products SET category = '茶叶' WHERE id = @tea`, { tea });
    const { number } = issue({ ...twenty, scope: { categories: ['茶叶'] }, leastCents: 100_00, goesWithDiscounts: false });
    const line = (id: string, unitPriceCents: number, units: number) => ({ ...item(unitPriceCents, units), productId: id });
    const why = (lines: Parameters<typeof desk.record>[0]['lines']) => refusal(() => sell([number], [...lines]));
    expect(why([line(cup, 200_00, 1)])).toEqual([{ path: 'coupons.0', message: 'coupon_not_for_these' }]);
    expect(why([line(tea, 50_00, 1), line(cup, 200_00, 1)])).toEqual([{ path: 'coupons.0', message: 'coupon_below_least' }]);
    expect(why([{ ...line(tea, 50_00, 3), discount: { kind: 'percent', basisPoints: 1000 } }])).toEqual([
      { path: 'coupons.0', message: 'coupon_not_with_discount' },
    ]);
    const { visitId } = sell([number], [line(tea, 50_00, 2), line(cup, 20_00, 1)]);
    expect(desk.findVisit({ visitId }).lines.map(({ amountCents }) => amountCents)).toEqual([80_00, 20_00]);
  });

  it('goes together with others only where each says so', () => {
    const one = issue({ ...twenty, goesWithCoupons: true }, '甲').number;
    const two = issue({ ...twenty, goesWithCoupons: true }, '乙').number;
    const alone = issue(twenty, '丙').number;
    expect(refusal(() => sell([one, alone]))).toEqual([{ path: 'coupons.0', message: 'coupon_not_together' }]);
    expect(sell([one, two]).totalCents).toBe(60_00);
  });

  it('undo brings back all there was before', () => {
    const { number, couponId } = issue();
    const before = [coupons.ofCustomer(customerId)[0]?.state, desk.summary(customerId).spend_cents];
    const { visitId } = sell([number]);
    desk.undo({ visitId });
    expect([stateOf(couponId), desk.summary(customerId).spend_cents]).toEqual(before);
    expect(sell([number]).totalCents).toBe(80_00);
  });

  it('a return of all it was for gives it back, one of a part does not; taken back, it is used again', () => {
    const { number, couponId } = issue();
    const { visitId } = sell([number], [item(50_00, 2)]);
    const first = returnUnits(visitId, 0, 1);
    expect(first.givenBackCents).toBe(40_00);
    expect(stateOf(couponId)).toBe('used');
    const second = returnUnits(visitId, 0, 1);
    expect(second.givenBackCents).toBe(40_00);
    expect(stateOf(couponId)).toBe('open');
    expect(desk.findVisit({ visitId: second.visitId }).coupons).toEqual([{ name: '代金券', text: number, cents: -20_00 }]);
    desk.undo({ visitId: second.visitId });
    expect(stateOf(couponId)).toBe('used');
    const again = returnUnits(visitId, 0, 1);
    expect(stateOf(couponId)).toBe('open');
    sell([number]);
    expect(refusal(() => desk.undo({ visitId: again.visitId }))).toBe('coupon_used_since');
  });

  it('taken back, made void and brought back again, each once', () => {
    const { couponId, number } = issue();
    coupons.void({ couponId, reason: '发错了' });
    expect(refusal(() => sell([number]))).toEqual([{ path: 'coupons.0', message: 'coupon_void' }]);
    expect(refusal(() => coupons.void({ couponId, reason: '再来' }))).toBe('coupon_not_open');
    coupons.restore({ couponId });
    expect(refusal(() => coupons.restore({ couponId }))).toBe('already_undone');
    expect(stateOf(couponId)).toBe('open');
    coupons.takeBack({ couponIds: [couponId] });
    expect(refusal(() => coupons.takeBack({ couponIds: [couponId] }))).toBe('already_undone');
    const used = issue(twenty, '别的');
    sell([used.number]);
    expect(refusal(() => coupons.takeBack({ couponIds: [used.couponId] }))).toBe('coupon_used');
  });

  it('shows itself at the visit with what it is for, and what was typed with why not', () => {
    const tea = desk.addProduct('龙井', 50_00, null);
    const { number } = issue({ kind: 'tasting', scope: { productIds: [tea] } });
    const theirs = coupons.issue({ customerId: desk.addCustomer(), typeId: typeOf(twenty, '别人的'), reason: '甲' }).number;
    const offers = coupons.atVisit({ customerId, productIds: [tea], typed: [theirs, 'nothing'] });
    expect(offers.map(({ text, obstacle, forProducts }) => [text, obstacle, forProducts])).toEqual([
      [theirs, 'other_person', null],
      ['NOTHING', 'unknown', []],
      [number, null, [tea]],
    ]);
  });

  it('the ledger refuses every change; terms of the day of issue stay', () => {
    const { couponId } = issue();
    for (const change of ['uses = 9', 'cents = 1', `kind = 'void'`])
      expect(() => plainRun(desk.database, `UPDATE coupon_entries SET ${change}`)).toThrow(/append-only/);
    expect(() => plainRun(desk.database, `UPDATE coupons SET expires_on = '2099-01-01'`)).toThrow(/append-only/);
    const typeId = coupons.ofCustomer(customerId)[0]?.typeId ?? '';
    coupons.saveType({ typeId, name: '代金券', terms: { kind: 'amount', amountCents: 1 } });
    expect(coupons.ofCustomer(customerId).find(({ id }) => id === couponId)?.terms.amountCents).toBe(2000);
  });

  it('follows a merge and its undo', () => {
    const other = desk.addCustomer();
    const { couponId } = issue(twenty, '代金券', other);
    const { mergeId } = desk.command(() =>
      mergesHandlers['merges.merge'](
        desk.context,
        contract.merges.merge.input.parse({ survivorId: customerId, otherId: other, choices: [] }),
      ),
    );
    expect(stateOf(couponId)).toBe('open');
    desk.command(() => mergesHandlers['merges.undo'](desk.context, contract.merges.undo.input.parse({ mergeId })));
    expect(coupons.ofCustomer(customerId)).toEqual([]);
    expect(coupons.ofCustomer(other)).toMatchObject([{ id: couponId, state: 'open' }]);
  });
});

describe('discount codes (R081)', () => {
  it('are used by whoever has them, so often and so often each, within their days', () => {
    coupons.saveCode({ code: ' vip-88 ', terms: twenty, totalUses: 3, usesPerPerson: 1, untilOn: TEST_TODAY });
    const other = desk.addCustomer();
    expect(refusal(() => sell(['vip88'], [item(100_00)], null))).toEqual([{ path: 'coupons.0', message: 'coupon_no_person' }]);
    const { visitId, totalCents } = sell(['Vip 88']);
    expect(totalCents).toBe(80_00);
    expect(refusal(() => sell(['VIP88']))).toEqual([{ path: 'coupons.0', message: 'coupon_per_person' }]);
    sell(['VIP88'], [item(100_00)], other);
    expect(coupons.codes()).toMatchObject([{ code: 'VIP88', used: 2 }]);
    desk.undo({ visitId });
    expect(coupons.codes()).toMatchObject([{ used: 1 }]);
    sell(['VIP88']);
    sell(['VIP88'], [item(100_00)], desk.addCustomer());
    expect(refusal(() => sell(['VIP88'], [item(1)], desk.addCustomer()))).toEqual([
      { path: 'coupons.0', message: 'coupon_used' },
    ]);
    step(1);
    expect(refusal(() => sell(['VIP88']))).toEqual([{ path: 'coupons.0', message: 'coupon_used' }]);
  });

  it('a full return gives the use back', () => {
    coupons.saveCode({ code: 'ONCE', terms: twenty, totalUses: 1 });
    const { visitId } = sell(['once'], [item(100_00)], null);
    returnUnits(visitId, 0, 1);
    expect(coupons.codes()).toMatchObject([{ used: 0 }]);
    expect(sell(['once'], [item(100_00)], null).totalCents).toBe(80_00);
  });

  it('one word is one code; what was used stays', () => {
    const { codeId } = coupons.saveCode({ code: 'SUMMER', terms: twenty });
    expect(refusal(() => coupons.saveCode({ code: 'summer', terms: twenty }))).toBe('discount_code_taken');
    expect(() => coupons.saveCode({ code: '12345678', terms: twenty })).toThrow(/discount_code_form/);
    sell(['summer']);
    expect(refusal(() => coupons.removeCode({ codeId }))).toBe('discount_code_in_use');
    coupons.archiveCode({ codeId, isArchived: true });
    expect(refusal(() => sell(['summer']))).toEqual([{ path: 'coupons.0', message: 'coupon_void' }]);
  });
});

describe('coupons that come by themselves', () => {
  const terms: Terms = { kind: 'amount', amountCents: 1000, validDays: 30 };
  const brought = () =>
    coupons.ofCustomer(customerId).map(({ state, fromOn, expiresOn, occasion }) => ({ state, fromOn, expiresOn, occasion }));

  it('a purchase brings one for the next visit, from tomorrow on; its undo takes it back, used or not (X64)', () => {
    coupons.saveType({ name: '下次券', occasion: 'next_visit', terms });
    desk.record({ customerId, lines: [] });
    expect(brought()).toEqual([]);
    const { visitId } = sell([]);
    const tomorrow = addDays(TEST_TODAY, 1);
    expect(brought()).toEqual([{ state: 'open', fromOn: tomorrow, expiresOn: addDays(tomorrow, 30), occasion: 'next_visit' }]);
    const [{ number } = { number: '' }] = desk.findVisit({ visitId }).issuedCoupons;
    expect(refusal(() => sell([number]))).toEqual([{ path: 'coupons.0', message: 'coupon_not_yet' }]);
    step(1);
    const next = sell([number]);
    expect(next.totalCents).toBe(90_00);
    desk.undo({ visitId });
    expect(desk.findVisit({ visitId }).issuedCoupons).toEqual([]);
    desk.undo({ visitId: next.visitId });
    expect(brought().map(({ state }) => state)).toEqual(['void', 'void']);
  });

  it('a walk-in’s visit brings it once it is claimed, and no more once it is not', () => {
    coupons.saveType({ name: '下次券', occasion: 'next_visit', terms });
    const { visitId } = sell([], [item(10_00)], null);
    sales.claim({ visitId, customerId });
    expect(brought().map(({ state }) => state)).toEqual(['open']);
    sales.unclaim({ visitId });
    expect(brought().map(({ state }) => state)).toEqual(['void']);
  });

  it('a birthday brings one when its reminder comes: once a year, never twice, also not after it was taken back (R083)', () => {
    const remind = (on: string) =>
      plainRun(
        desk.database,
        `INSERT OR REPLACE INTO reminders (customer_id, rule, occurrence, due_on, params, weight) VALUES (@customerId, 'birthday', @on, @on, '{}', 1)`,
        { customerId, on },
      );
    const run = (): void => {
      while (desk.command(() => issueBirthdayCoupons(desk.context)).isMore);
    };
    remind('2026-11-24');
    run();
    expect(brought()).toEqual([]);
    coupons.saveType({ name: '生日券', occasion: 'birthday', terms });
    run();
    run();
    expect(brought()).toEqual([{ state: 'open', fromOn: null, expiresOn: '2026-12-24', occasion: 'birthday' }]);
    coupons.takeBack({ couponIds: [coupons.ofCustomer(customerId)[0]?.id ?? toCouponId('')] });
    remind('2026-11-24 other');
    run();
    expect(brought()).toHaveLength(1);
    step(365);
    remind('2027-11-24');
    run();
    expect(brought().map(({ expiresOn }) => expiresOn)).toEqual(['2027-12-24', '2026-12-24']);
  });
});

describe('types of coupon', () => {
  it('those on offer become the shop’s own when issued, and then cannot be deleted', () => {
    const [offered] = coupons.types();
    coupons.issue({ customerId, typeId: offered?.id ?? '', reason: '开业' });
    expect(coupons.types().find(({ id }) => id === offered?.id)?.isOwn).toBe(true);
    expect(refusal(() => coupons.removeType({ typeId: offered?.id ?? '' }))).toBe('coupon_type_in_use');
    coupons.archiveType({ typeId: offered?.id ?? '', isArchived: true });
    expect(refusal(() => coupons.issue({ customerId, typeId: offered?.id ?? '', reason: '开业' }))).toBe('coupon_type_archived');
  });

  it('refuses terms that say nothing, with the field', () => {
    expect(() => typeOf({ kind: 'amount' })).toThrow(/amountCents/);
    expect(() => typeOf({ kind: 'percent' })).toThrow(/basisPoints/);
    expect(() => typeOf({ kind: 'tasting' })).toThrow(/coupon_scope_needed/);
    const scope = { productIds: [productId('00000000-0000-7000-8000-000000000001')] };
    expect(() => typeOf({ kind: 'accessory', basisPoints: 100, scope })).toThrow(/coupon_main_needed/);
    expect(refusal(() => typeOf({ ...twenty, scope }))).toBe('not_found');
  });
});

type Step =
  | { readonly do: 'issue'; readonly uses: number; readonly together: boolean }
  | { readonly do: 'sell'; readonly pick: number; readonly many: number; readonly price: number; readonly pieces: number }
  | { readonly do: 'undo' | 'return' | 'void' | 'restore' | 'takeBack'; readonly pick: number }
  | { readonly do: 'time'; readonly days: number };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('issue' as const), uses: fc.integer({ min: 1, max: 3 }), together: fc.boolean() }),
  fc.record({
    do: fc.constant('sell' as const),
    pick: fc.nat(20),
    many: fc.integer({ min: 0, max: 2 }),
    price: fc.integer({ min: 1, max: 9000 }),
    pieces: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ do: fc.constantFrom('undo' as const, 'return', 'void', 'restore', 'takeBack'), pick: fc.nat(20) }),
  fc.record({ do: fc.constant('time' as const), days: fc.integer({ min: -10, max: 20 }) }),
);

describe('any history of coupons', () => {
  test.prop([fc.array(anyStep, { minLength: 5, maxLength: 40 })], { numRuns: 25 })(
    'never leaves less than nothing of one, never takes off what is not there, and every total is the sum of its lines',
    (steps) => {
      const own = openDesk();
      try {
        const at = couponsAt(own);
        const person = own.addCustomer();
        const issued: { id: CouponId; number: string }[] = [];
        const visits: VisitId[] = [];
        const pickOf = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];
        const run = (one: Step): void => {
          if (one.do === 'time') {
            own.clock.now = instant(TEST_NOW + one.days * DAY);
            own.clock.today = addDays(TEST_TODAY, one.days);
          } else if (one.do === 'issue') {
            const terms = { ...twenty, uses: one.uses, goesWithCoupons: one.together, validDays: 10 };
            const { typeId } = at.saveType({ name: `券${issued.length}`, terms });
            const { couponId, number } = at.issue({ customerId: person, typeId, reason: '甲' });
            issued.push({ id: couponId, number });
          } else if (one.do === 'sell') {
            const used = Array.from({ length: one.many }, (_each, index) => pickOf(issued, one.pick + index)?.number ?? 'NONE');
            visits.push(own.record({ customerId: person, lines: [item(one.price, one.pieces)], coupons: used }).visitId);
          } else if (one.do === 'undo') own.undo({ visitId: pickOf(visits, one.pick) ?? '' });
          else if (one.do === 'return') {
            const visitId = pickOf(visits, one.pick) ?? '';
            const [line] = own.findVisit({ visitId }).lines;
            const many = salesOf(own).returnLines({
              visitId,
              lines: [{ lineId: line?.id ?? '', quantity: 1000 }],
              reason: '退',
            });
            visits.push(many.visitId);
          } else {
            const couponId = pickOf(issued, one.pick)?.id ?? toCouponId('00000000-0000-7000-8000-000000000000');
            if (one.do === 'void') at.void({ couponId, reason: '乙' });
            else if (one.do === 'restore') at.restore({ couponId });
            else at.takeBack({ couponIds: [couponId] });
          }
        };
        for (const one of steps)
          try {
            run(one);
          } catch (error) {
            if (!(error instanceof AppError) && !(error instanceof Error && error.name === 'ZodError')) throw error;
          }
        for (const { id } of issued) {
          const entries = listCouponEntries(own.database, id);
          const { left } = replayCoupon(entries);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(3);
          expect(plainRows(own.database, 'SELECT uses_left FROM coupons WHERE id = @id', { id })).toEqual([{ uses_left: left }]);
          expect(entries.map(({ at: when }) => when)).toEqual(entries.map(({ at: when }) => when).toSorted((a, b) => a - b));
        }
        const { types, open } = at.figures();
        const usedUp = (kinds: readonly string[]) =>
          plainRows<{ uses: number; off: number }>(
            own.database,
            `SELECT ifnull(sum(entry.uses), 0) AS uses, ifnull(sum(entry.cents), 0) AS off FROM coupon_entries AS entry
             LEFT JOIN coupon_entries AS reversed ON reversed.id = entry.reverses_id
             WHERE ifnull(reversed.kind, entry.kind) IN (SELECT value FROM json_each(@kinds))`,
            { kinds: JSON.stringify(kinds) },
          );
        const told = (of: 'issued' | 'used' | 'cents') => types.reduce((sum, type) => sum + type[of], 0);
        expect(usedUp(['issue'])).toMatchObject([{ uses: told('issued') }]);
        expect(usedUp(['redeem', 'return'])).toEqual([{ uses: 0 - told('used'), off: told('cents') }]);
        expect(open).toBe(at.ofCustomer(person).filter(({ state }) => state === 'open').length);
        const sums = plainRows<{ total: number; lines: number; worst: number }>(
          own.database,
          `SELECT visits.total_cents AS total, ifnull(sum(visit_lines.amount_cents), 0) AS lines,
             ifnull(min(visit_lines.amount_cents), 0) AS worst
           FROM visits LEFT JOIN visit_lines ON visit_lines.visit_id = visits.id
           WHERE visits.returns_visit_id IS NULL GROUP BY visits.id`,
        );
        for (const { total, lines, worst } of sums) {
          expect(total).toBe(lines);
          expect(worst).toBeGreaterThanOrEqual(0);
        }
        const [taken] = plainRows<{ off: number; given: number }>(
          own.database,
          `SELECT (SELECT ifnull(sum(cents), 0) FROM coupon_entries) AS off,
             (SELECT ifnull(sum(share_cents), 0) FROM visit_lines JOIN visits ON visits.id = visit_lines.visit_id
              WHERE visits.undone_at IS NULL AND returns_visit_id IS NULL) AS given`,
        );
        expect(taken?.off).toBeLessThanOrEqual(taken?.given ?? 0);
      } finally {
        own.close();
      }
    },
  );
});
