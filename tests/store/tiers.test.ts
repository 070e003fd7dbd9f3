import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineInternal } from '../../electron/handlers/engine.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { productsHandlers } from '../../electron/handlers/products.ts';
import { tiersHandlers } from '../../electron/handlers/tiers.ts';
import { findTierOf } from '../../electron/store/customerTiers.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId, TierId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let customerId: CustomerId;
let gold: TierId;
let silver: TierId;

const saveTier = (input: CallInput<'tiers.save'>) =>
  desk.command(() => tiersHandlers['tiers.save'](desk.context, contract.tiers.save.input.parse(input)));
const standing = (id = customerId) => tiersHandlers['tiers.ofCustomer'](desk.context, { customerId: id });
const setByHand = (input: CallInput<'tiers.setByHand'>) =>
  desk.command(() => tiersHandlers['tiers.setByHand'](desk.context, contract.tiers.setByHand.input.parse(input)));
const goTo = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const daily = (): void => {
  while (desk.command(() => engineInternal['engine.tidyUp'](desk.context, null)).isMore);
};
const buy = (amount: number, id = customerId) => desk.record({ customerId: id, lines: [item(amount)] });
const heldBy = (id = customerId): string | null => findTierOf(desk.database, id)?.tier_id ?? null;
const kinds = (): string[] => standing().events.map(({ kind }) => kind);

beforeEach(() => {
  desk = openDesk();
  desk.settings({ pointsPerHundred: 100 });
  customerId = desk.addCustomer();
  silver = saveTier({ name: '银卡', threshold: 500_00, keepThreshold: 200_00 }).tierId;
  gold = saveTier({ name: '金卡', threshold: 2000_00, keepThreshold: 1000_00, earnPercent: 150 }).tierId;
  daily();
});
afterEach(() => {
  desk.close();
});

describe('up at once (R075)', () => {
  it('rises with the visit that reaches the threshold, and earns by the new tier from the next one on', () => {
    expect(buy(499_99).pointsEarned).toBe(499);
    expect(heldBy()).toBeNull();
    expect(standing().next).toMatchObject({ tier: { name: '银卡' }, missing: 1 });
    buy(1500_01);
    expect(heldBy()).toBe(gold);
    expect(standing()).toMatchObject({
      held: { tier: { name: '金卡' }, untilOn: '2027-11-21' },
      qualifying: 2000_00,
      next: null,
    });
    expect(buy(100_00).pointsEarned).toBe(150);
  });

  it('goes back with the purchases that led up to it: undone, or returned; not where the shop says a return leaves it', () => {
    buy(600_00);
    const { visitId } = buy(1400_00);
    desk.undo({ visitId });
    expect([heldBy(), standing().events[0]?.kind]).toEqual([silver, 'taken_back']);
    const again = buy(1400_00);
    expect(heldBy()).toBe(gold);
    const [line] = desk.findVisit({ visitId: again.visitId }).lines;
    desk.settings({ tierDropsAtReturn: false });
    const back = { visitId: again.visitId, lines: [{ lineId: line?.id ?? '', quantity: 1000 }], reason: '不合适' };
    const returned = salesOf(desk).returnLines(back);
    expect(heldBy()).toBe(gold);
    desk.undo({ visitId: returned.visitId });
    desk.settings({ tierDropsAtReturn: true });
    salesOf(desk).returnLines(back);
    expect(heldBy()).toBe(silver);
  });
});

describe('the review day', () => {
  it('keeps a tier at its own threshold, and lets it fall as far as what was counted keeps', () => {
    buy(2000_00);
    goTo(400);
    buy(50_00);
    daily();
    // Of the term that is over the first purchase alone counts: enough to keep gold.
    expect([heldBy(), standing().held?.untilOn, kinds()[0]]).toEqual([gold, '2028-11-21', 'keep']);
    goTo(800);
    daily();
    expect([heldBy(), kinds()[0]]).toEqual([null, 'downgrade']);
    daily();
    expect(kinds()).toHaveLength(3);
  });

  it('waits while the clock is behind, and looks at every term that passed meanwhile', () => {
    buy(2000_00);
    goTo(1200);
    daily();
    expect(heldBy()).toBeNull();
    expect(kinds()).toEqual(['downgrade', 'keep', 'upgrade'].filter((kind) => kinds().includes(kind)));
  });
});

describe('set by hand', () => {
  it('is undone by its own answer, and fixed ones are left alone', () => {
    const { before } = setByHand({ customerId, tierId: gold, isFixed: true, reason: '老朋友' });
    expect(standing()).toMatchObject({ held: { tier: { name: '金卡' }, isFixed: true, untilOn: null }, next: null });
    goTo(900);
    daily();
    expect(heldBy()).toBe(gold);
    setByHand({ customerId, ...before, reason: '撤销' });
    expect(heldBy()).toBeNull();
  });
  it('refuses a day that is past and a tier that nobody knows', () => {
    expect(failureOf(() => setByHand({ customerId, tierId: gold, untilOn: '2026-11-20', reason: '补' })).code).toBe('bad_input');
    const unknown = '01919000-0000-7000-8000-000000000001';
    expect(failureOf(() => setByHand({ customerId, tierId: unknown, reason: '补' })).code).toBe('not_found');
  });
});

describe('what the shop defines', () => {
  it('refuses thresholds against the order, the same name, and deleting one that somebody had', () => {
    const wrong = failureOf(() => saveTier({ name: '钻石', threshold: 1999_99 }));
    expect(wrong).toMatchObject({
      code: 'bad_input',
      details: { issues: [{ path: 'threshold', message: 'threshold_not_above' }] },
    });
    expect(failureOf(() => saveTier({ name: '金卡', threshold: 9000_00 })).details).toMatchObject({ reason: 'tier_taken' });
    buy(2000_00);
    expect(
      failureOf(() => desk.command(() => tiersHandlers['tiers.remove'](desk.context, { tierId: gold }))).details,
    ).toMatchObject({
      reason: 'tier_in_use',
    });
  });
  it('looks at everybody after a change, and never takes what was reached', () => {
    buy(700_00);
    const other = desk.addCustomer();
    buy(400_00, other);
    saveTier({ tierId: silver, name: '银卡', threshold: 300_00, keepThreshold: 200_00 });
    daily();
    expect([heldBy(), heldBy(other), standing(other).events[0]?.kind]).toEqual([silver, silver, 'first']);
    saveTier({ tierId: silver, name: '银卡', threshold: 900_00, keepThreshold: 200_00 });
    daily();
    expect([heldBy(), heldBy(other)]).toEqual([silver, silver]);
  });
  it('counts points or days instead of money where the shop says so', () => {
    desk.settings({ tierBasis: 'visits' });
    const days = saveTier({ tierId: silver, name: '银卡', threshold: 2, keepThreshold: 1 }).tierId;
    buy(1_00);
    buy(1_00);
    expect(standing()).toMatchObject({ qualifying: 1, next: { missing: 1 } });
    goTo(1);
    buy(1_00);
    expect(heldBy()).toBe(days);
  });
});

describe('early purchase (R082)', () => {
  it('sells what is new to whom the tier lets buy early, from its early day on, and to everybody from the public day', () => {
    const tea = desk.addProduct('明前龙井', 100_00, null);
    desk.command(() =>
      productsHandlers['products.update'](
        desk.context,
        contract.products.update.input.parse({
          productId: tea,
          changes: { publicFrom: '2026-11-25', earlyFrom: '2026-11-22' },
        }),
      ),
    );
    saveTier({ tierId: gold, name: '金卡', threshold: 2000_00, buysEarly: true });
    const other = desk.addCustomer();
    setByHand({ customerId, tierId: gold, reason: '老朋友' });
    const line = { ...item(100_00), productId: tea };
    const refused = (id: CustomerId | null) =>
      failureOf(() => desk.record({ customerId: id, lines: [item(1_00), line] })).details;
    const issue = (message: string) => ({ issues: [{ path: 'lines.1.name', message }] });
    expect([refused(customerId), refused(other)]).toEqual([issue('not_early_yet'), issue('not_public_yet')]);
    goTo(1);
    expect(desk.record({ customerId, lines: [line] }).totalCents).toBe(100_00);
    expect([refused(other), refused(null)]).toEqual([issue('not_public_yet'), issue('not_public_yet')]);
    goTo(4);
    expect(desk.record({ customerId: other, lines: [line] }).totalCents).toBe(100_00);
    // An early day after the public one is refused; one that is taken away stands in nobody's way.
    const change = (changes: object) =>
      desk.command(() =>
        productsHandlers['products.update'](desk.context, contract.products.update.input.parse({ productId: tea, changes })),
      );
    expect(failureOf(() => change({ publicFrom: '2026-11-20' })).details).toEqual({
      issues: [{ path: 'changes.earlyFrom', message: 'early_not_before' }],
    });
    change({ publicFrom: '2026-11-20', earlyFrom: null });
  });
});

it('leaves two customers who are one the better tier, and gives each theirs back', () => {
  const other = desk.addCustomer();
  buy(600_00);
  buy(2500_00, other);
  const { mergeId } = desk.command(() =>
    mergesHandlers['merges.merge'](
      desk.context,
      contract.merges.merge.input.parse({ survivorId: customerId, otherId: other, choices: [] }),
    ),
  );
  expect([heldBy(), heldBy(other)]).toEqual([gold, null]);
  desk.command(() => mergesHandlers['merges.undo'](desk.context, { mergeId }));
  expect([heldBy(), heldBy(other)]).toEqual([silver, gold]);
});
