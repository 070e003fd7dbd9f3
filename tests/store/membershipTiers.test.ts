import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineInternal } from '../../electron/handlers/engine.ts';
import { tiersHandlers } from '../../electron/handlers/tiers.ts';
import { findTierOf } from '../../electron/store/customerTiers.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId, MembershipPlanId, TierId } from '../../shared/types/ids.ts';
import { addDays, addMonths, daysBetween, instant } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { membershipsAt } from '../helpers/memberships.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: MergeDesk;
let memberships: ReturnType<typeof membershipsAt>;
let wang: CustomerId;
let silver: TierId;
let gold: TierId;
let goldYear: MembershipPlanId;

const saveTier = (input: CallInput<'tiers.save'>) =>
  desk.command(() => tiersHandlers['tiers.save'](desk.context, contract.tiers.save.input.parse(input))).tierId;
const daily = (): void => {
  while (desk.command(() => engineInternal['engine.tidyUp'](desk.context, null)).isMore);
};
const on = (day: LocalDate): void => {
  desk.clock.now = instant(TEST_NOW + daysBetween(TEST_TODAY, day) * DAY);
  desk.clock.today = day;
  daily();
};
const held = (id = wang) => findTierOf(desk.database, id)?.tier_id ?? null;
const until = (id = wang) => findTierOf(desk.database, id)?.until_on ?? null;
const sell = (customerId = wang, planId = goldYear) => memberships.sell({ customerId, planId });
const buy = (amount: number, customerId = wang) => desk.record({ customerId, lines: [item(amount)] });

beforeEach(() => {
  desk = openMergeDesk();
  memberships = membershipsAt(desk);
  silver = saveTier({ name: '银卡', threshold: 500_00, keepThreshold: 200_00 });
  gold = saveTier({ name: '金卡', threshold: 2000_00, keepThreshold: 1000_00 });
  goldYear = memberships.savePlan({ tierId: gold, months: 6 }).planId;
  wang = desk.create({ name: '王芳' });
  daily();
});
afterEach(() => {
  desk.close();
});

describe('the tier of a paid membership (X57, R075)', () => {
  it('is held from the sale to the end, and then it is what was held before', () => {
    const { untilOn } = sell();
    expect([held(), until()]).toEqual([gold, untilOn]);
    on(untilOn);
    expect(held()).toBe(gold);
    on(addDays(untilOn, 1));
    expect(held()).toBeNull();
  });

  it('goes back with the sale that was a mistake, to exactly what was held', () => {
    buy(600_00);
    const before = [held(), until()];
    expect(before[0]).toBe(silver);
    const { termId } = sell();
    expect(held()).toBe(gold);
    memberships.takeBack(termId);
    expect([held(), until()]).toEqual(before);
  });

  it('is no gift of purchases: undoing one leaves it, and what they earned meanwhile stands behind its end', () => {
    const { untilOn } = sell();
    const { visitId } = buy(600_00);
    desk.undo({ visitId });
    expect(held()).toBe(gold);
    on(addDays(untilOn, -20));
    buy(700_00);
    on(addDays(untilOn, 1));
    expect(held()).toBe(silver);
  });

  it('is at least that: a better one by purchases stays, and what keeps it no more falls to the membership’s', () => {
    const silverYear = memberships.savePlan({ name: '银卡年费', tierId: silver, months: 36 }).planId;
    buy(2100_00);
    const term = until() ?? TEST_TODAY;
    const { untilOn } = sell(wang, silverYear);
    expect([held(), until()]).toEqual([gold, term]);
    on(addDays(term, 1));
    expect(held()).toBe(gold);
    on(addDays(until() ?? TEST_TODAY, 1));
    expect([held(), until()]).toEqual([silver, untilOn]);
    const { visitId } = buy(2500_00);
    expect(held()).toBe(gold);
    desk.undo({ visitId });
    expect(held()).toBe(silver);
  });

  it('goes on with the renewal, ends on the day on which the membership is ended, and comes back with the undo of that', () => {
    const first = sell();
    const next = sell();
    expect(until()).toBe(next.untilOn);
    on(addDays(first.untilOn, 5));
    expect(held()).toBe(gold);
    memberships.end(next.termId);
    expect([held(), until()]).toEqual([gold, desk.clock.today]);
    memberships.goOn(next.termId);
    expect([held(), until()]).toEqual([gold, next.untilOn]);
    memberships.end(next.termId);
    on(addDays(desk.clock.today, 1));
    expect(held()).toBeNull();
  });

  it('begins with a term that was bought ahead, and is left where it was fixed by hand', () => {
    const silverPlan = memberships.savePlan({ name: '银卡月费', tierId: silver, months: 1 }).planId;
    const first = sell(wang, silverPlan);
    sell(wang, silverPlan);
    expect(held()).toBe(silver);
    on(addDays(first.untilOn, 1));
    expect([held(), until()]).toEqual([silver, addDays(addMonths(addDays(first.untilOn, 1), 1), -1)]);
    const li = desk.create({ name: '李雷' });
    const fixed = { customerId: li, tierId: silver, isFixed: true, reason: '朋友' };
    desk.command(() => tiersHandlers['tiers.setByHand'](desk.context, contract.tiers.setByHand.input.parse(fixed)));
    sell(li);
    expect(held(li)).toBe(silver);
  });

  it('leaves the better of two where two cards become one, and each its own when they part', () => {
    const li = desk.create({ name: '李雷' });
    buy(600_00);
    sell(li);
    const { mergeId } = desk.merge({ survivorId: wang, otherId: li });
    expect(held()).toBe(gold);
    desk.undoMerge({ mergeId });
    expect([held(), held(li)]).toEqual([silver, gold]);
  });

  it('cannot be deleted while a plan gives it', () => {
    const jade = saveTier({ name: '玉卡', threshold: 9000_00 });
    memberships.savePlan({ name: '玉卡年费', tierId: jade });
    const remove = () => desk.command(() => tiersHandlers['tiers.remove'](desk.context, { tierId: jade }));
    expect(failureOf(remove).details['reason']).toBe('tier_in_use');
  });
});
