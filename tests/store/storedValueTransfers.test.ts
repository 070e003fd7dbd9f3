import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditProblems } from '../../electron/store/audit.ts';
import { findStoredValue } from '../../electron/store/storedValueBalances.ts';
import { addPurses, purse, purseTotal } from '../../shared/domain/storedValue/purse.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { storedValueOf } from '../helpers/storedValue.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let value: ReturnType<typeof storedValueOf>;
let [one, two]: CustomerId[] = [];
const begin = (): void => {
  desk = openDesk();
  value = storedValueOf(desk);
  [one, two] = [desk.addCustomer(), desk.addCustomer()];
};
beforeEach(begin);
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const owner = (which: 'one' | 'two'): CustomerId => (which === 'one' ? one : two) ?? expect.fail('nobody');
const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const topUp = (principalCents: number, giftCents: number, to = owner('one')) =>
  value.topUp({ customerId: to, principalCents, giftCents, method: 'cash' });
const give = (principalCents: number, giftCents: number, from: 'one' | 'two' = 'one') =>
  value.transfer({
    customerId: owner(from),
    toCustomerId: owner(from === 'one' ? 'two' : 'one'),
    principalCents,
    giftCents,
    reason: '给家人用',
  });
const balance = (which: 'one' | 'two') => findStoredValue(desk.database, owner(which));
const lots = (which: 'one' | 'two') => value.account(owner(which)).lots.map(({ cameOn, left }) => ({ cameOn, ...left }));
const together = () => addPurses(balance('one'), balance('two'));

describe('stored value that changes hands (X54)', () => {
  it('leaves one purse and is in the other, principal and gift apart, as old as it was', () => {
    topUp(100_00, 10_00);
    step(30);
    topUp(200_00, 50_00);
    step(60);
    expect(give(150_00, 15_00)).toMatchObject({ balance: purse(150_00, 45_00), toBalance: purse(150_00, 15_00) });
    expect(lots('two')).toEqual([
      { cameOn: TEST_TODAY, ...purse(100_00, 10_00) },
      { cameOn: addDays(TEST_TODAY, 30), ...purse(50_00, 5_00) },
    ]);
    expect(lots('one')).toEqual([{ cameOn: addDays(TEST_TODAY, 30), ...purse(150_00, 45_00) }]);
    expect(value.entries(owner('two')).map(({ kind, otherName }) => [kind, otherName])).toEqual([
      ['transfer', '王芳'],
      ['transfer', '王芳'],
    ]);
    expect(value.account(owner('one')).sums.transferred).toEqual(purse(-150_00, -15_00));
  });

  it('goes back by either side as a whole, once, and not when any of it was spent', () => {
    topUp(100_00, 10_00);
    const before = [lots('one'), lots('two')];
    const { entryId } = give(60_00, 5_00);
    value.reverse({ entryId, reason: '点错了' });
    expect([lots('one'), lots('two')]).toEqual(before);
    expect(failureOf(() => value.reverse({ entryId, reason: '再来' }))).toMatchObject({ code: 'already_undone' });
    give(60_00, 5_00);
    const [got] = value.entries(owner('two'));
    value.reverse({ entryId: got?.id ?? '', reason: '点错了' });
    expect([lots('one'), lots('two')]).toEqual(before);
    const again = give(60_00, 0);
    topUp(500_00, 0, owner('two'));
    desk.record({ customerId: owner('two'), lines: [item(1_00)], payments: [{ method: 'stored', cents: 1_00 }] });
    expect(failureOf(() => value.reverse({ entryId: again.entryId, reason: '点错了' }))).toMatchObject({
      code: 'conflict',
      details: { reason: 'stored_value_spent' },
    });
  });

  it('is never more than there is, never nothing, and never to oneself', () => {
    topUp(100_00, 10_00);
    expect(failureOf(() => give(100_01, 0)).details).toMatchObject({ reason: 'not_enough_stored_value' });
    expect(failureOf(() => give(0, 10_01)).details).toMatchObject({ reason: 'not_enough_stored_value' });
    expect(() => give(0, 0)).toThrow(/amount_zero/);
    const self = { customerId: owner('one'), toCustomerId: owner('one'), principalCents: 1, giftCents: 0, reason: '错' };
    expect(failureOf(() => value.transfer(self)).details).toMatchObject({
      issues: [{ path: 'toCustomerId', message: 'transfer_to_self' }],
    });
  });

  const move = fc.record({
    from: fc.constantFrom('one' as const, 'two' as const),
    principal: fc.integer({ min: 0, max: 200_00 }),
    gift: fc.integer({ min: 0, max: 50_00 }),
    isUndone: fc.boolean(),
    days: fc.integer({ min: 0, max: 40 }),
  });
  test.prop([fc.array(move, { minLength: 1, maxLength: 10 })], { numRuns: 25 })(
    'keeps the sums of both together under any history, and taken back leaves both as before',
    (moves) => {
      desk.close();
      begin();
      topUp(300_00, 60_00);
      topUp(100_00, 0, owner('two'));
      const sum = together();
      let day = 0;
      for (const { from, principal, gift, isUndone, days } of moves) {
        day += days;
        step(day);
        const there = balance(from);
        const [principalCents, giftCents] = [Math.min(principal, there.principalCents), Math.min(gift, there.giftCents)];
        if (principalCents + giftCents === 0) continue;
        const before = [lots('one'), lots('two')];
        const { entryId } = give(principalCents, giftCents, from);
        expect(together()).toEqual(sum);
        for (const which of ['one', 'two'] as const)
          expect(purseTotal(lots(which).reduce((total, lot) => addPurses(total, lot), purse(0, 0)))).toBe(
            purseTotal(balance(which)),
          );
        if (!isUndone) continue;
        value.reverse({ entryId, reason: '点错了' });
        expect([lots('one'), lots('two')]).toEqual(before);
      }
      expect(together()).toEqual(sum);
    },
  );
});
