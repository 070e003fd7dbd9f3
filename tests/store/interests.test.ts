import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertInterest } from '../../electron/store/interests.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { interestId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';
import { interestsAt } from '../helpers/things.ts';

let desk: Desk;
let interests: ReturnType<typeof interestsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  interests = interestsAt(desk);
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});
const later = (): void => {
  desk.clock.now = instant(desk.clock.now + 60_000);
};

describe('what a customer looked at, tried or asked about (R018)', () => {
  test('is kept with product or free text, day, staff and note, and stands on the timeline', () => {
    const productId = desk.addProduct('龙井', 88_00, null);
    interests.save({ customerId, kind: 'viewed', productId, name: '龙井', on: '2026-11-01', note: '嫌贵' });
    later();
    interests.save({ customerId, kind: 'tried', name: '新到的岩茶' });
    const { total, rows } = interests.list(customerId);
    expect(total).toBe(2);
    expect(rows.map(({ kind, name, on, note, state }) => ({ kind, name, on, note, state }))).toEqual([
      { kind: 'tried', name: '新到的岩茶', on: TEST_TODAY, note: null, state: null },
      { kind: 'viewed', name: '龙井', on: '2026-11-01', note: '嫌贵', state: null },
    ]);
    expect(desk.timeline({ customerId, kinds: ['interest'] }).entries.map(({ interest }) => interest?.name)).toEqual([
      '新到的岩茶',
      '龙井',
    ]);
  });

  test('is counted by product and kind, the most frequent first; what was taken back does not count (R112)', () => {
    const productId = desk.addProduct('龙井', 88_00, null);
    for (const kind of ['viewed', 'viewed', 'asked'] as const) interests.save({ customerId, kind, productId, name: '龙井' });
    interests.save({ customerId, kind: 'tried', name: '岩茶' });
    const { interestId: wrong } = interests.save({ customerId, kind: 'tried', name: '岩茶' });
    interests.remove({ customerId, interestId: wrong });
    expect(interests.overview(customerId).counts).toEqual([
      { productId, name: '龙井', viewed: 2, tried: 0, asked: 1, wanted: 0, lastOn: TEST_TODAY },
      { productId: null, name: '岩茶', viewed: 0, tried: 1, asked: 0, wanted: 0, lastOn: TEST_TODAY },
    ]);
    interests.restore({ customerId, interestId: wrong });
    expect(interests.overview(customerId).counts[1]?.tried).toBe(2);
  });

  test('an import writes through the same door', () => {
    const row = { kind: 'viewed', productId: null, name: '婚纱', note: null, requirements: [], wantedBy: null } as const;
    desk.command(() => {
      insertInterest(desk.database, {
        ...row,
        id: interestId(desk.context.newId()),
        customerId,
        at: desk.clock.now,
        businessDate: TEST_TODAY,
        staffId: null,
        importId: null,
      });
    });
    expect(interests.list(customerId).rows.map(({ name }) => name)).toEqual(['婚纱']);
  });

  test('of a day that has not come, or of a product nobody knows, is refused', () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect(failureOf(() => interests.save({ customerId, kind: 'viewed', name: 'x', on: '2026-11-22' })).details).toEqual({
      issues: [{ path: 'on', message: 'date_in_future' }],
    });
    expect(failureOf(() => interests.save({ customerId, kind: 'viewed', name: 'x', productId: nowhere })).code).toBe('not_found');
    expect(interests.list(customerId).total).toBe(0);
  });
});

describe('what a customer wants made (R019)', () => {
  const wish: Pick<CallInput<'interests.save'>, 'kind' | 'name' | 'requirements' | 'wantedBy'> = {
    kind: 'wanted',
    name: '定制旅行',
    requirements: [
      { label: '路线', value: '川西环线' },
      { label: '预算', value: '8000' },
    ],
    wantedBy: '2027-05-01',
  };

  test('keeps its points in their order and is open until fulfilled or given up', () => {
    const { interestId: id } = interests.save({ customerId, ...wish });
    expect(interests.overview(customerId).open).toMatchObject([{ id, ...wish, state: 'open', settledOn: null }]);
    interests.settle({ customerId, interestId: id, state: 'fulfilled' });
    expect(interests.overview(customerId).open).toEqual([]);
    expect(interests.list(customerId).rows).toMatchObject([{ state: 'fulfilled', settledOn: TEST_TODAY }]);
    interests.settle({ customerId, interestId: id, state: 'open' });
    expect(interests.overview(customerId).open).toMatchObject([{ id, state: 'open', settledOn: null }]);
  });

  test('corrected to something only looked at, it has neither points nor state; back again it is open', () => {
    const { interestId: id } = interests.save({ customerId, ...wish });
    const [before] = interests.list(customerId).rows;
    interests.save({ customerId, interestId: id, ...wish, kind: 'viewed' });
    expect(interests.list(customerId).rows).toMatchObject([{ kind: 'viewed', requirements: [], wantedBy: null, state: null }]);
    interests.save({ customerId, interestId: id, ...wish });
    expect(interests.list(customerId).rows).toEqual([before]);
  });

  test('only a wish can be settled', () => {
    const { interestId: id } = interests.save({ customerId, kind: 'asked', name: 'x' });
    expect(failureOf(() => interests.settle({ customerId, interestId: id, state: 'fulfilled' })).details).toEqual({
      reason: 'not_a_wish',
    });
  });
});

describe('the lines of a purchase (R007)', () => {
  test('keep what it was, quantity, price and cost, and how often it was bought is counted from them', () => {
    const productId = desk.addProduct('碧螺春', 100_00, 60_00);
    const line = { productId, name: '碧螺春', quantity: 250, unitPriceCents: 100_00, unitCostCents: 60_00 };
    const { visitId } = desk.record({ customerId, lines: [line], businessDate: '2026-11-01' });
    desk.record({ customerId, lines: [line], businessDate: '2026-11-11' });
    desk.record({ customerId, lines: [line, { ...line, name: '茶点', productId: null }] });
    expect(desk.findVisit({ visitId }).lines).toMatchObject([
      { productId, name: '碧螺春', quantity: 250, unitPriceCents: 100_00, amountCents: 25_00, costCents: 15_00 },
    ]);
    expect(desk.usualItems({ customerId }).map(({ name, times }) => ({ name, times }))).toEqual([
      { name: '碧螺春', times: 3 },
      { name: '茶点', times: 1 },
    ]);
    expect(desk.summary(customerId)).toMatchObject({ purchase_day_count: 3, rhythm_days: 10 });
  });
});
