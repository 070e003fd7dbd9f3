import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSheet } from '../../electron/handlers/printing/sheets.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { listEntriesInOrder } from '../../electron/store/loyalty.ts';
import { contract } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { replayPoints } from '../../shared/domain/loyalty/replay.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { rewardsAt } from '../helpers/rewards.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let rewards: ReturnType<typeof rewardsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  rewards = rewardsAt(desk);
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});

const give = (points: number, whose = customerId) => desk.adjust({ customerId: whose, points, reason: '活动' });
const cup = (more: Partial<Parameters<typeof rewards.save>[0]> = {}) =>
  rewards.save({ name: '保温杯', points: 500, costCents: 30_00, stockRule: 'stop', ...more }).rewardId;
const reasonOf = (work: () => unknown): unknown => {
  const { code, details } = failureOf(work);
  return code === 'bad_input' ? details['issues'] : (details['reason'] ?? code);
};
const stockOf = (rewardId: string) => rewards.list().find(({ id }) => id === rewardId)?.stock;
const lotsOf = (whose = customerId) => {
  const { balance, lots, owed } = replayPoints(listEntriesInOrder(desk.database, whose));
  return { balance, owed, lots: lots.map(({ entryId, remaining, expiresOn }) => [entryId, remaining, expiresOn]) };
};

describe('a reward for points (R077)', () => {
  it('takes points out of their lots and a piece off the shelf; undo gives both back exactly, once', () => {
    give(800);
    const rewardId = cup();
    rewards.receive({ rewardId, quantity: 2 });
    const before = lotsOf();
    const { redemptionId, pointsBalance } = rewards.redeem({ customerId, rewardId });
    expect([pointsBalance, desk.summary(customerId).points_balance, stockOf(rewardId)]).toEqual([300, 300, 1]);
    expect(desk.entries({ customerId }).rows[0]).toMatchObject({ kind: 'redeem', points: -500, reason: '保温杯' });
    expect(rewards.undo(redemptionId).pointsBalance).toBe(800);
    expect([lotsOf(), stockOf(rewardId)]).toEqual([before, 2]);
    expect(failureOf(() => rewards.undo(redemptionId)).code).toBe('already_undone');
    expect(failureOf(() => rewards.return({ redemptionId, reason: '坏了' })).code).toBe('already_undone');
  });

  it('the points of a reward go back with the reward alone', () => {
    give(500);
    rewards.redeem({ customerId, rewardId: cup({ stockRule: 'none' }) });
    const entryId = desk.entries({ customerId }).rows[0]?.id ?? '';
    expect(reasonOf(() => desk.reverse({ entryId, reason: '错了' }))).toBe('entry_belongs_to_reward');
  });

  it('comes back for a reason, with or without the piece, and a return is taken back as long as both are there', () => {
    give(500);
    const rewardId = cup();
    rewards.receive({ rewardId, quantity: 1 });
    const { redemptionId } = rewards.redeem({ customerId, rewardId });
    rewards.return({ redemptionId, reason: '盖子坏了', backInStock: false });
    expect([stockOf(rewardId), lotsOf().balance]).toEqual([0, 500]);
    rewards.restore(redemptionId);
    expect([stockOf(rewardId), lotsOf().balance]).toEqual([0, 0]);
    rewards.return({ redemptionId, reason: '不喜欢' });
    expect([stockOf(rewardId), lotsOf().balance]).toEqual([1, 500]);
    expect(rewards.ofCustomer(customerId)).toMatchObject([
      { state: 'returned', entries: [{ kind: 'return', reason: '不喜欢' }, { kind: 'restore' }, { kind: 'return' }] },
    ]);
    const other = rewards.redeem({ customerId, rewardId });
    expect(failureOf(() => rewards.restore(redemptionId)).code).toBe('not_enough_points');
    rewards.undo(other.redemptionId);
    rewards.count({ rewardId, counted: 0 });
    expect(reasonOf(() => rewards.restore(redemptionId))).toBe('reward_out_of_stock');
  });

  it('is refused with the reason: no points, no piece, not its time, another tier, put away, no way of paying', () => {
    give(100);
    const rewardId = cup();
    expect(reasonOf(() => rewards.redeem({ customerId, rewardId }))).toBe('reward_out_of_stock');
    rewards.receive({ rewardId, quantity: 1 });
    expect(failureOf(() => rewards.redeem({ customerId, rewardId }))).toMatchObject({
      code: 'not_enough_points',
      details: { balance: 100, wanted: 500 },
    });
    give(5000);
    expect(reasonOf(() => rewards.redeem({ customerId, rewardId, quantity: 2 }))).toBe('reward_out_of_stock');
    const soon = cup({ name: '年货', fromOn: addDays(TEST_TODAY, 1) });
    const over = cup({ name: '月饼', untilOn: addDays(TEST_TODAY, -1) });
    const paid = cup({ name: '加钱换', points: 10, cashCents: 9_90, stockRule: 'none' });
    expect([soon, over].map((id) => reasonOf(() => rewards.redeem({ customerId, rewardId: id })))).toEqual([
      'reward_not_yet',
      'reward_over',
    ]);
    expect(reasonOf(() => rewards.redeem({ customerId, rewardId: paid }))).toEqual([{ path: 'method', message: 'required' }]);
    rewards.archive({ rewardId, isArchived: true });
    expect(reasonOf(() => rewards.redeem({ customerId, rewardId }))).toBe('reward_archived');
    expect(reasonOf(() => rewards.remove({ rewardId }))).toBe('reward_in_use');
    expect(reasonOf(() => cup({ name: '年货' }))).toBe('reward_taken');
  });

  it('of the last piece the second who asks is told; a shop that lets it go below nothing gives it', () => {
    const other = desk.addCustomer();
    give(500);
    give(1000, other);
    const rewardId = cup();
    rewards.receive({ rewardId, quantity: 1 });
    rewards.redeem({ customerId, rewardId });
    expect(reasonOf(() => rewards.redeem({ customerId: other, rewardId }))).toBe('reward_out_of_stock');
    rewards.save({ rewardId, name: '保温杯', points: 500, stockRule: 'below' });
    rewards.redeem({ customerId: other, rewardId });
    expect(stockOf(rewardId)).toBe(-1);
  });

  it('says what is within reach, the dearest first, and what is missing for the rest', () => {
    give(600);
    cup({ stockRule: 'none' });
    cup({ name: '毛巾', points: 200, stockRule: 'none' });
    cup({ name: '礼盒', points: 640, stockRule: 'none' });
    cup({ name: '没货的', points: 100 });
    const { reachable, offers } = rewards.forCustomer(customerId);
    expect(reachable).toBe(2);
    expect(offers.map(({ name, missing, obstacle }) => [name, missing, obstacle])).toEqual([
      ['保温杯', 0, null],
      ['毛巾', 0, null],
      ['礼盒', 40, 'not_enough_points'],
      ['没货的', 0, 'out_of_stock'],
    ]);
  });

  it('a clerk takes back what they gave today, and nothing else', () => {
    give(500);
    const rewardId = cup({ stockRule: 'none' });
    const clerk = {
      ...desk.context,
      actor: { staffId: desk.addStaff('小林'), permissions: permissions.filter((name) => name !== 'loyalty.adjust') },
    };
    const own = rewardsAt(desk, clerk);
    const { redemptionId } = own.redeem({ customerId, rewardId });
    const another = rewardsAt(desk, { ...clerk, actor: { ...clerk.actor, staffId: desk.addStaff('阿梅') } });
    expect(failureOf(() => another.undo(redemptionId)).code).toBe('not_permitted');
    expect(another.ofCustomer(customerId)[0]?.canUndo).toBe(false);
    desk.clock.now = instant(TEST_NOW + DAY);
    desk.clock.today = addDays(TEST_TODAY, 1);
    expect(failureOf(() => own.undo(redemptionId)).code).toBe('not_permitted');
    desk.clock.now = TEST_NOW;
    desk.clock.today = TEST_TODAY;
    own.undo(redemptionId);
  });

  it('money beside the points stands in the till of the day, and out of it again when it is taken back', () => {
    give(100);
    const rewardId = cup({ points: 10, cashCents: 9_90, stockRule: 'none' });
    const { redemptionId } = rewards.redeem({ customerId, rewardId, quantity: 2, method: 'wechat' });
    const { html } = makeSheet(desk.context, { sheet: { kind: 'day', on: TEST_TODAY } });
    expect(html).toMatch(/礼品另付的钱，¥19\.80.*微信/s);
    rewards.undo(redemptionId);
    expect(rewards.till(TEST_TODAY).map(({ cashCents, method }) => [cashCents, method])).toEqual([
      [-19_80, 'wechat'],
      [19_80, 'wechat'],
    ]);
  });

  it('stands on the timeline once, with its return; points it moved are not told twice', () => {
    give(500);
    const { redemptionId } = rewards.redeem({ customerId, rewardId: cup({ stockRule: 'none' }) });
    rewards.return({ redemptionId, reason: '坏了' });
    const told = desk.timeline({ customerId, limit: 50 }).entries.filter(({ kind }) => kind === 'reward' || kind === 'points');
    expect(told.map(({ reward, points }) => reward?.event ?? points?.entryKind)).toEqual(['return', 'redeem', 'adjust']);
  });

  it('a merge and its undo keep points, rewards and pieces', () => {
    const other = desk.addCustomer();
    give(700, other);
    give(200);
    const rewardId = cup();
    rewards.receive({ rewardId, quantity: 1 });
    const { redemptionId } = rewards.redeem({ customerId: other, rewardId });
    const before = [lotsOf(), lotsOf(other)];
    const merge = contract.merges.merge.input.parse({ survivorId: customerId, otherId: other });
    const { mergeId } = desk.command(() => mergesHandlers['merges.merge'](desk.context, merge));
    expect([rewards.ofCustomer(customerId).length, lotsOf().balance]).toEqual([1, 400]);
    rewards.return({ redemptionId, reason: '坏了' });
    expect(lotsOf().balance).toBe(900);
    rewards.restore(redemptionId);
    desk.command(() => mergesHandlers['merges.undo'](desk.context, contract.merges.undo.input.parse({ mergeId })));
    expect([lotsOf(), lotsOf(other), rewards.ofCustomer(other).length]).toEqual([...before, 1]);
  });

  it('what was written is never changed', () => {
    give(500);
    const rewardId = cup();
    rewards.receive({ rewardId, quantity: 1 });
    rewards.redeem({ customerId, rewardId });
    for (const change of [
      'reward_redemptions SET points = 1',
      'reward_entries SET cash_cents = 5',
      'reward_movements SET quantity = 9',
    ])
      expect(() => plainRun(desk.database, `UPDATE ${change}`)).toThrow(/append-only/);
  });

  interface Step {
    readonly what: 'earn' | 'receive' | 'count' | 'movementBack' | 'redeem' | 'undo' | 'return' | 'restore';
    readonly size: number;
    readonly which: number;
  }
  const step: fc.Arbitrary<Step> = fc.record({
    what: fc.constantFrom('earn', 'receive', 'count', 'movementBack', 'redeem', 'redeem', 'undo', 'return', 'restore'),
    size: fc.integer({ min: 0, max: 6 }),
    which: fc.nat(),
  });

  test.prop([fc.array(step, { minLength: 10, maxLength: 50 })], { numRuns: 25 })(
    'after any history the stock is the sum of the movements and never below nothing, the balance that of the ledger, and undoing all brings both back',
    (steps) => {
      const whose = desk.addCustomer();
      const rewardId = cup({ name: `奖${whose}`, points: 7 });
      const given: string[] = [];
      const movements: string[] = [];
      let [earned, pieces] = [0, 0];
      const pick = (from: readonly string[], which: number): string => from[which % Math.max(1, from.length)] ?? '';
      const tryTo = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      };
      for (const { what, size, which } of steps)
        tryTo(() => {
          const redemptionId = pick(given, which);
          if (what === 'earn') {
            give(size * 5 + 1, whose);
            earned += size * 5 + 1;
          } else if (what === 'receive') {
            movements.push(rewards.receive({ rewardId, quantity: size + 1 }).movementId);
          } else if (what === 'count') movements.push(rewards.count({ rewardId, counted: size }).movementId);
          else if (movements.length > 0 && what === 'movementBack')
            rewards.takeMovementBack({ movementId: pick(movements, which) });
          else if (what === 'redeem')
            given.push(rewards.redeem({ customerId: whose, rewardId, quantity: (size % 3) + 1 }).redemptionId);
          else if (given.length === 0) return;
          else if (what === 'undo') rewards.undo(redemptionId);
          else if (what === 'return') rewards.return({ redemptionId, reason: '退', backInStock: size > 2 });
          else if (what === 'restore') rewards.restore(redemptionId);
        });
      const [sum] = plainRows<{ sum: number }>(
        desk.database,
        'SELECT coalesce(sum(quantity), 0) AS sum FROM reward_movements WHERE reward_id = @rewardId',
        { rewardId },
      );
      expect(stockOf(rewardId)).toBe(sum?.sum);
      expect(stockOf(rewardId)).toBeGreaterThanOrEqual(0);
      const standing = rewards.ofCustomer(whose);
      const spent = standing.filter(({ state }) => state === 'given').reduce((all, { points }) => all + points, 0);
      expect(lotsOf(whose).balance).toBe(earned - spent);
      expect(desk.summary(whose).points_balance).toBe(earned - spent);
      expect(lotsOf(whose).owed).toBe(0);
      pieces = rewards.movements(rewardId)[0]?.stockAfter ?? 0;
      expect(pieces).toBe(sum?.sum ?? 0);
      for (const { id, state } of standing) if (state === 'given') rewards.undo(id);
      expect(lotsOf(whose).balance).toBe(earned);
    },
  );
});
