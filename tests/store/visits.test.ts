import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { MAX_CENTS } from '../../shared/types/amounts.ts';
import { visitId } from '../../shared/types/ids.ts';
import { addDays, localDate, wallClock } from '../../shared/types/time.ts';
import { execute, rows, sqlite } from '../../electron/store/database.ts';
import { searchCustomers } from '../../electron/store/search.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('recording a visit (R043, R007)', () => {
  test('visit, lines, points, summary and news are one', () => {
    const customerId = desk.addCustomer();
    const staffId = desk.addStaff('小李');
    const productId = desk.addProduct('龙井', 88_00, 40_00);
    const recorded = desk.record({
      customerId,
      staffId,
      note: '  送了一包试用  ',
      lines: [
        { productId, name: '龙井', quantity: 500, unitPriceCents: 88_00, unitCostCents: 40_00 },
        { name: '加工费', quantity: 1000, unitPriceCents: 6_50 },
      ],
    });
    expect(recorded).toMatchObject({ totalCents: 50_50, pointsEarned: 5, pointsBalance: 5 });
    const visit = desk.findVisit({ visitId: recorded.visitId });
    expect(contract.visits.findById.output.parse(visit)).toEqual(visit);
    expect(visit).toMatchObject({
      customerId,
      staffName: '小李',
      note: '送了一包试用',
      businessDate: TEST_TODAY,
      undoneAt: null,
    });
    expect(visit.lines).toMatchObject([
      { productId, name: '龙井', quantity: 500, unitPriceCents: 88_00, amountCents: 44_00, costCents: 20_00 },
      { productId: null, name: '加工费', quantity: 1000, unitPriceCents: 6_50, amountCents: 6_50, costCents: null },
    ]);
    expect(desk.summary(customerId)).toMatchObject({
      visit_count: 1,
      spend_cents: 50_50,
      cost_cents: 20_00,
      item_quantity: 1500,
      last_visit_on: TEST_TODAY,
      points_balance: 5,
    });
    expect(desk.ledger(customerId)).toMatchObject([{ kind: 'earn', points: 5, visit_id: recorded.visitId }]);
    expect(desk.events.at(-1)?.customerIds).toEqual([customerId]);
    expect(desk.events.at(-1)?.topics).toEqual(expect.arrayContaining(['visits', 'points', 'customers']));
  });

  test('no lines: a visit without a purchase, which earns nothing and writes no ledger row', () => {
    const customerId = desk.addCustomer();
    expect(desk.record({ customerId, lines: [] })).toMatchObject({ totalCents: 0, pointsEarned: 0 });
    expect(desk.summary(customerId)).toMatchObject({ visit_count: 1, purchase_day_count: 0, last_purchase_on: null });
    expect(desk.ledger(customerId)).toEqual([]);
  });

  test('a gift at no price is a purchase all the same', () => {
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(0)] });
    expect(desk.summary(customerId)).toMatchObject({ purchase_day_count: 1, spend_cents: 0 });
  });

  test('a visit entered later counts for its own day, at noon on the shop’s clock', () => {
    const customerId = desk.addCustomer();
    const { visitId: id } = desk.record({ customerId, lines: [item(10_00)], businessDate: '2026-03-01' });
    const visit = desk.findVisit({ visitId: id });
    expect(visit.businessDate).toBe('2026-03-01');
    expect(wallClock(visit.at, 'Asia/Shanghai')).toEqual({ date: '2026-03-01', hour: 12, minute: 0 });
    expect(desk.summary(customerId)).toMatchObject({ last_visit_on: '2026-03-01' });
    expect(desk.ledger(customerId)).toMatchObject([{ business_date: '2026-03-01', at: desk.clock.now }]);
  });

  test('goes on as before once the search box watches whose rows change', () => {
    const customerId = desk.addCustomer();
    searchCustomers(desk.database, '王', 10);
    const newcomer = desk.addCustomer();
    for (const id of [customerId, newcomer])
      for (const businessDate of ['2026-10-01', '2026-10-08', TEST_TODAY])
        desk.record({ customerId: id, lines: [item(1_00)], businessDate });
    expect(searchCustomers(desk.database, '王', 10).map(({ customer }) => customer.lastVisitOn)).toEqual([
      TEST_TODAY,
      TEST_TODAY,
    ]);
  });

  test('naming today is the same as naming no day', () => {
    const customerId = desk.addCustomer();
    const { visitId: id } = desk.record({ customerId, lines: [], businessDate: TEST_TODAY });
    expect(desk.findVisit({ visitId: id }).at).toBe(desk.clock.now);
  });
});

describe('what is refused leaves nothing behind', () => {
  const nothingWritten = () => {
    expect(rows(desk.database, sqlite.selectFrom('visits').select('id'))).toEqual([]);
    expect(rows(desk.database, sqlite.selectFrom('points_entries').select('id'))).toEqual([]);
  };

  test('a day that has not come', () => {
    const customerId = desk.addCustomer();
    const tomorrow = addDays(TEST_TODAY, 1);
    expect(failureOf(() => desk.record({ customerId, lines: [], businessDate: tomorrow }))).toEqual({
      code: 'bad_input',
      details: { issues: [{ path: 'businessDate', message: 'date_in_future' }] },
    });
    nothingWritten();
  });

  test('a day before instants begin', () => {
    const customerId = desk.addCustomer();
    expect(failureOf(() => desk.record({ customerId, lines: [], businessDate: localDate('1900-01-01') })).code).toBe('bad_input');
    nothingWritten();
  });

  test('a customer, clerk or product that nobody knows', () => {
    const customerId = desk.addCustomer();
    const line = item(1_00);
    const refused: readonly (readonly [CallInput<'visits.record'>, string])[] = [
      [{ customerId: NOBODY, lines: [] }, 'customer'],
      [{ customerId, lines: [], staffId: NOBODY }, 'staff'],
      [{ customerId, lines: [{ ...line, staff: [{ staffId: NOBODY }] }] }, 'staff'],
      [{ customerId, lines: [line, { ...line, productId: NOBODY }] }, 'product'],
    ];
    for (const [input, what] of refused)
      expect(failureOf(() => desk.record(input))).toEqual({
        code: 'not_found',
        details: { what },
      });
    nothingWritten();
  });

  test('a customer who was removed', () => {
    const customerId = desk.addCustomer();
    execute(desk.database, sqlite.updateTable('customers').set({ removed_at: desk.clock.now }).where('id', '=', customerId));
    expect(failureOf(() => desk.record({ customerId, lines: [] }))).toEqual({
      code: 'conflict',
      details: { reason: 'customer_removed' },
    });
    nothingWritten();
  });

  test('more than an amount can hold', () => {
    const customerId = desk.addCustomer();
    expect(failureOf(() => desk.record({ customerId, lines: [item(MAX_CENTS), item(1)] }))).toEqual({
      code: 'bad_input',
      details: { issues: [{ path: 'lines', message: 'total_too_large' }] },
    });
    nothingWritten();
  });

  test('a line of the wrong shape', () => {
    const input = contract.visits.record.input;
    const customerId = desk.addCustomer();
    const wrong = [
      { ...item(1), quantity: 0 },
      { ...item(1), quantity: 0.5 },
      item(-1),
      item(0.5),
      { ...item(1), name: ' ' },
      { ...item(1), colour: 'red' },
      item(MAX_CENTS, 2),
    ];
    for (const line of wrong) expect(input.safeParse({ customerId, lines: [line] }).success).toBe(false);
    expect(input.safeParse({ customerId, lines: Array.from({ length: 101 }, () => item(1)) }).success).toBe(false);
  });
});

describe('undo', () => {
  test('brings back what was before, and keeps the trace', () => {
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(100_00)], businessDate: '2026-10-01' });
    const { revision, ...before } = desk.summary(customerId);
    const { visitId: id } = desk.record({ customerId, lines: [item(70_00)] });
    expect(desk.undo({ visitId: id })).toEqual({ pointsBalance: 10 });
    const { revision: revisionAfter, ...after } = desk.summary(customerId);
    expect(after).toEqual(before);
    expect(revisionAfter).toBeGreaterThan(revision);
    expect(desk.findVisit({ visitId: id }).undoneAt).toBe(desk.clock.now);
    expect(desk.ledger(customerId).map((entry) => entry.points)).toEqual([10, 7, -7]);
  });

  test('twice is refused and takes nothing twice', () => {
    const customerId = desk.addCustomer();
    const { visitId: id } = desk.record({ customerId, lines: [item(100_00)] });
    desk.undo({ visitId: id });
    expect(failureOf(() => desk.undo({ visitId: id })).code).toBe('already_undone');
    expect(desk.ledger(customerId)).toHaveLength(2);
    expect(desk.summary(customerId).points_balance).toBe(0);
  });

  test('points already spent make a debt, whatever the settings say', () => {
    desk.settings({ pointsMayGoNegative: false });
    const customerId = desk.addCustomer();
    const { visitId: id } = desk.record({ customerId, lines: [item(100_00)] });
    desk.redeem({ customerId, points: 8, reason: '兑换' });
    expect(desk.undo({ visitId: id })).toEqual({ pointsBalance: -8 });
  });

  test('of a visit that nobody knows', () => {
    expect(failureOf(() => desk.undo({ visitId: visitId(NOBODY) }))).toEqual({ code: 'not_found', details: { what: 'visit' } });
  });
});

describe('usual items', () => {
  test('most frequent first, products at today’s price, undone visits left out', () => {
    const customerId = desk.addCustomer();
    const productId = desk.addProduct('龙井', 88_00, 40_00);
    const tea = { productId, name: '龙井', quantity: 1000, unitPriceCents: 80_00 };
    desk.record({ customerId, lines: [tea, item(5_00, 2, '茶点')], businessDate: '2026-10-01' });
    desk.record({ customerId, lines: [tea, item(6_00, 1, '茶点')], businessDate: '2026-10-08' });
    desk.record({ customerId, lines: [tea] });
    const mistake = desk.record({ customerId, lines: [item(1_00, 1, '误记')] });
    desk.undo({ visitId: mistake.visitId });
    expect(desk.usualItems({ customerId })).toEqual([
      { productId, name: '龙井', unitPriceCents: 88_00, unitCostCents: 40_00, times: 3 },
      { productId: null, name: '茶点', unitPriceCents: 6_00, unitCostCents: null, times: 2 },
    ]);
  });

  test('what is no longer sold is not offered', () => {
    const customerId = desk.addCustomer();
    const productId = desk.addProduct('停售', 10_00, null);
    desk.record({ customerId, lines: [{ productId, name: '停售', quantity: 1000, unitPriceCents: 10_00 }] });
    execute(desk.database, sqlite.updateTable('products').set({ is_active: 0 }).where('id', '=', productId));
    expect(desk.usualItems({ customerId })).toEqual([]);
  });
});
