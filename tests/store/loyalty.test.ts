import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { MAX_POINTS } from '../../shared/types/amounts.ts';
import { execute, plainRun, sqlite } from '../../electron/store/database.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const NOBODY = '00000000-0000-7000-8000-000000000000';
const withBalance = (balance: number) => {
  const customerId = desk.addCustomer();
  desk.adjust({ customerId, points: balance, reason: '期初' });
  return customerId;
};

describe('the ledger (R074)', () => {
  test('refuses to be rewritten, by whatever statement', () => {
    withBalance(50);
    expect(() => plainRun(desk.database, 'UPDATE points_entries SET points = points + 1')).toThrow(/append-only/);
    expect(() => plainRun(desk.database, "UPDATE points_entries SET reason = 'x'")).toThrow(/append-only/);
  });

  test('is shown newest first with the balance after each entry, over any pages', () => {
    const customerId = withBalance(100);
    for (const points of [30, 20, 10]) desk.redeem({ customerId, points, reason: '兑换' });
    const all = desk.entries({ customerId });
    expect(contract.loyalty.entries.output.parse(all)).toEqual(all);
    expect(all.rows.map((row) => [row.points, row.balanceAfter])).toEqual([
      [-10, 40],
      [-20, 50],
      [-30, 70],
      [100, 100],
    ]);
    const paged = [0, 1, 2, 3].flatMap((offset) => desk.entries({ customerId, offset, limit: 1 }).rows);
    expect(paged).toEqual(all.rows);
    expect(desk.entries({ customerId, offset: 9 })).toEqual({ total: 4, rows: [] });
  });
});

describe('redeeming', () => {
  test('takes points and says what is left', () => {
    const customerId = withBalance(50);
    expect(desk.redeem({ customerId, points: 20, reason: '换购杯子' })).toMatchObject({ pointsBalance: 30 });
    expect(desk.summary(customerId).points_balance).toBe(30);
  });

  test('more than there is: refused with both figures, nothing written', () => {
    const customerId = withBalance(50);
    expect(failureOf(() => desk.redeem({ customerId, points: 51, reason: '换购' }))).toEqual({
      code: 'not_enough_points',
      details: { balance: 50, wanted: 51 },
    });
    expect(desk.ledger(customerId)).toHaveLength(1);
  });
});

describe('adjusting by hand', () => {
  test('needs a reason and a change', () => {
    const input = contract.loyalty.adjust.input;
    const customerId = desk.addCustomer();
    expect(input.safeParse({ customerId, points: 5, reason: '  ' }).success).toBe(false);
    expect(input.safeParse({ customerId, points: 0, reason: '补' }).success).toBe(false);
    expect(input.safeParse({ customerId, points: 1.5, reason: '补' }).success).toBe(false);
  });

  test('goes below zero only where the shop allows it', () => {
    const customerId = withBalance(5);
    desk.settings({ pointsMayGoNegative: false });
    expect(failureOf(() => desk.adjust({ customerId, points: -6, reason: '更正' }))).toEqual({
      code: 'not_enough_points',
      details: { balance: 5, wanted: 6 },
    });
    desk.settings({ pointsMayGoNegative: true });
    expect(desk.adjust({ customerId, points: -6, reason: '更正' })).toMatchObject({ pointsBalance: -1 });
  });

  test('never leaves the range that a screen can hold', () => {
    const customerId = withBalance(MAX_POINTS);
    expect(failureOf(() => desk.adjust({ customerId, points: 1, reason: '补' }))).toEqual({
      code: 'conflict',
      details: { reason: 'points_out_of_range' },
    });
  });

  test('of someone unknown or removed is refused', () => {
    const customerId = withBalance(5);
    execute(desk.database, sqlite.updateTable('customers').set({ removed_at: desk.clock.now }).where('id', '=', customerId));
    for (const work of [desk.adjust, desk.redeem]) {
      expect(failureOf(() => work({ customerId: NOBODY, points: 1, reason: 'x' })).code).toBe('not_found');
      expect(failureOf(() => work({ customerId, points: 1, reason: 'x' })).code).toBe('conflict');
    }
    expect(failureOf(() => desk.entries({ customerId: NOBODY })).code).toBe('not_found');
    expect(desk.entries({ customerId }).total).toBe(1);
  });
});

describe('reversing', () => {
  test('adds a row that names the one it takes back', () => {
    const customerId = withBalance(50);
    const { entryId } = desk.redeem({ customerId, points: 20, reason: '换购' });
    expect(desk.reverse({ entryId, reason: '退回' })).toMatchObject({ pointsBalance: 50 });
    const [newest, redeemed] = desk.entries({ customerId }).rows;
    expect(newest).toMatchObject({ kind: 'reverse', points: 20, reversesId: entryId, isReversed: false, reason: '退回' });
    expect(redeemed).toMatchObject({ id: entryId, isReversed: true });
  });

  test('once only', () => {
    const customerId = withBalance(50);
    const { entryId } = desk.redeem({ customerId, points: 20, reason: '换购' });
    desk.reverse({ entryId, reason: '退回' });
    expect(failureOf(() => desk.reverse({ entryId, reason: '再退' })).code).toBe('already_undone');
    expect(desk.summary(customerId).points_balance).toBe(50);
  });

  test('a reversal stays: it cannot be reversed in turn', () => {
    const customerId = withBalance(50);
    const { entryId } = desk.redeem({ customerId, points: 20, reason: '换购' });
    const reversal = desk.reverse({ entryId, reason: '退回' });
    expect(failureOf(() => desk.reverse({ entryId: reversal.entryId, reason: '反悔' }))).toEqual({
      code: 'conflict',
      details: { reason: 'entry_is_reversal' },
    });
  });

  test('what a visit earned goes only with the visit', () => {
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(100_00)] });
    const [earned] = desk.entries({ customerId }).rows;
    expect(failureOf(() => desk.reverse({ entryId: earned?.id ?? NOBODY, reason: '退' }))).toEqual({
      code: 'conflict',
      details: { reason: 'entry_belongs_to_visit' },
    });
  });

  test('cannot overdraw where the shop does not allow it', () => {
    const customerId = desk.addCustomer();
    const { entryId } = desk.adjust({ customerId, points: 50, reason: '补' });
    desk.redeem({ customerId, points: 30, reason: '换购' });
    desk.settings({ pointsMayGoNegative: false });
    expect(failureOf(() => desk.reverse({ entryId, reason: '补错' }))).toEqual({
      code: 'not_enough_points',
      details: { balance: 20, wanted: 50 },
    });
  });

  test('of an entry that nobody knows', () => {
    expect(failureOf(() => desk.reverse({ entryId: NOBODY, reason: '退' }))).toEqual({
      code: 'not_found',
      details: { what: 'points_entry' },
    });
  });
});
