import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveDueParts } from '../../electron/handlers/storedValue/giftParts.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { storedValueHandlers } from '../../electron/handlers/storedValue.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { findStoredValue } from '../../electron/store/storedValueBalances.ts';
import { contract } from '../../shared/contract.ts';
import { purse } from '../../shared/domain/storedValue/purse.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, addMonths, instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { storedValueOf } from '../helpers/storedValue.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 86_400_000;
let desk: Desk;
let value: ReturnType<typeof storedValueOf>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  value = storedValueOf(desk);
  customerId = desk.addCustomer();
  const rule = { name: '充600送120', fromCents: 600_00, gift: { kind: 'amount', cents: 120_00 } as const, months: 6 };
  const input = contract.storedValue.saveRule.input.parse(rule);
  desk.command(() => storedValueHandlers['storedValue.saveRule'](desk.context, input));
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const at = (day: typeof TEST_TODAY): void => {
  const days = Math.round((Date.parse(day) - Date.parse(TEST_TODAY)) / DAY);
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = day;
};
const topUp = (giftCents = 120_00) => value.topUp({ customerId, principalCents: 600_00, giftCents, method: 'cash' });
const balance = (id = customerId) => findStoredValue(desk.database, id);
const run = (): void => {
  while (desk.command(() => giveDueParts(desk.context)).isMore);
};
const account = (id = customerId) => contract.storedValue.account.output.parse(value.account(id));
const owed = () => storedValueHandlers['storedValue.owed'](desk.context, {});

describe('the gift of a top-up in monthly parts (X58)', () => {
  it('comes a part at once and one on that day of each month, by nobody’s hand, once, and is owed until then', () => {
    topUp();
    expect(balance()).toEqual(purse(600_00, 20_00));
    expect([account().laterCents, owed().laterCents]).toEqual([100_00, 100_00]);
    expect(account().later.map(({ dueOn }) => dueOn)).toEqual([1, 2, 3, 4, 5].map((months) => addMonths(TEST_TODAY, months)));
    run();
    at(addDays(addMonths(TEST_TODAY, 1), -1));
    run();
    expect(balance().giftCents).toBe(20_00);
    at(addMonths(TEST_TODAY, 1));
    run();
    run();
    expect(balance().giftCents).toBe(40_00);
    const [latest] = value.entries(customerId);
    expect(latest).toMatchObject({ kind: 'adjust', reason: '充600送120 2/6', staffName: null, giftCents: 20_00 });
    // A holiday of months: all that was missed comes.
    at(addMonths(TEST_TODAY, 9));
    run();
    expect([balance(), account().later, owed().laterCents]).toEqual([purse(600_00, 120_00), [], 0]);
  });

  it('waits while the clock is behind', () => {
    topUp();
    at(addMonths(TEST_TODAY, 3));
    desk.record({ customerId, lines: [item(10_00)] });
    at(addMonths(TEST_TODAY, 2));
    run();
    expect(balance().giftCents).toBe(20_00);
  });

  it('a gift that somebody chose comes at once', () => {
    topUp(90_00);
    expect([balance().giftCents, account().laterCents]).toEqual([90_00, 0]);
  });

  it('ends with the top-up that is taken back, and what came of it goes too; not once it was spent', () => {
    const { entryId } = topUp();
    at(addMonths(TEST_TODAY, 1));
    run();
    value.reverse({ entryId, reason: '记错' });
    at(addMonths(TEST_TODAY, 9));
    run();
    expect([balance(), account().laterCents]).toEqual([purse(0, 0), 0]);
    const second = topUp();
    at(addMonths(TEST_TODAY, 10));
    run();
    desk.record({ customerId, lines: [item(10_00)], payments: [{ method: 'stored', cents: 10_00 }] });
    expect(failureOf(() => value.reverse({ entryId: second.entryId, reason: '记错' }))).toMatchObject({
      details: { reason: 'stored_value_spent' },
    });
    expect(account().laterCents).toBe(80_00);
  });

  it('ends where principal is paid out or voided, and goes on when that is taken back', () => {
    topUp();
    const refund = value.refund({ customerId, principalCents: 300_00, giftCents: 10_00, method: 'cash', reason: '退一半' });
    expect([account().laterCents, owed().laterCents]).toEqual([0, 0]);
    value.reverse({ entryId: refund.entryId, reason: '不退了' });
    expect(account().laterCents).toBe(100_00);
    value.void({ customerId, principalCents: 0, giftCents: 10_00, reason: '只作废赠送' });
    expect(account().laterCents).toBe(100_00);
    value.void({ customerId, principalCents: 100_00, giftCents: 0, reason: '作废' });
    at(addMonths(TEST_TODAY, 9));
    run();
    expect([balance().giftCents, account().laterCents]).toEqual([10_00, 0]);
  });

  it('goes over with a merge and back, with what came since', () => {
    const other = desk.addCustomer();
    topUp();
    const input = contract.merges.merge.input.parse({ survivorId: other, otherId: customerId });
    const { mergeId } = desk.command(() => mergesHandlers['merges.merge'](desk.context, input));
    at(addDays(addMonths(TEST_TODAY, 1), -10));
    expect(account(other).laterCents).toBe(100_00);
    desk.command(() => mergesHandlers['merges.undo'](desk.context, contract.merges.undo.input.parse({ mergeId })));
    expect([account(other).laterCents, account().laterCents]).toEqual([0, 100_00]);
  });
});

const deed = fc.oneof(
  fc.record({ do: fc.constantFrom('topUp', 'void', 'reverse'), which: fc.nat(20) }),
  fc.record({ do: fc.constant('pass' as const), which: fc.integer({ min: -40, max: 90 }) }),
);
describe('any history', () => {
  test.prop([fc.array(deed, { maxLength: 20 })], { numRuns: 20 })(
    'gives nobody more than was promised, and what came and what is to come is never below nothing',
    (deeds) => {
      const owner = desk.addCustomer();
      const entries: string[] = [];
      let promised = 0;
      let day = TEST_TODAY;
      at(day);
      for (const one of deeds)
        try {
          if (one.do === 'topUp') {
            const input = { customerId: owner, principalCents: 600_00, giftCents: 120_00, method: 'cash' as const };
            entries.push(value.topUp(input).entryId);
            promised += 120_00;
          }
          if (one.do === 'void')
            entries.push(value.void({ customerId: owner, principalCents: 1_00, giftCents: 0, reason: '作废' }).entryId);
          const entryId = entries[one.which % Math.max(1, entries.length)];
          if (one.do === 'reverse' && entryId !== undefined) value.reverse({ entryId, reason: '记错' });
          if (one.do === 'pass') {
            day = addDays(day, one.which);
            at(day);
            run();
          }
        } catch (error) {
          expect(String(error)).toMatch(/conflict|already_undone/);
        }
      const { giftCents } = balance(owner);
      expect(giftCents).toBeGreaterThanOrEqual(0);
      expect(giftCents + account(owner).laterCents).toBeLessThanOrEqual(promised);
      expect(auditProblems(desk.database)).toEqual([]);
    },
  );
});
