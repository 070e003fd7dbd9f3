import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditProblems } from '../../electron/store/audit.ts';
import { deleteCustomers } from '../../electron/store/bin.ts';
import { findStoredValue } from '../../electron/store/storedValueBalances.ts';
import { purseTotal } from '../../shared/domain/storedValue/purse.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { cardsAt } from '../helpers/countCards.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { salesOf } from '../helpers/sales.ts';
import { sharersAt } from '../helpers/sharers.ts';
import { storedValueOf } from '../helpers/storedValue.ts';

let desk: MergeDesk;
let value: ReturnType<typeof storedValueOf>;
let sales: ReturnType<typeof salesOf>;
let sharers: ReturnType<typeof sharersAt>;
let owner: CustomerId;
let sharer: CustomerId;
const begin = (): void => {
  desk = openMergeDesk();
  [value, sales, sharers] = [storedValueOf(desk), salesOf(desk), sharersAt(desk)];
  [owner, sharer] = [desk.addCustomer(), desk.addCustomer()];
};
beforeEach(begin);
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const has = (customerId: CustomerId) => purseTotal(findStoredValue(desk.database, customerId));
const topUp = (principalCents: number, customerId = owner, giftCents = 0) =>
  value.topUp({ customerId, principalCents, giftCents, method: 'cash' });
const share = (terms: Partial<Parameters<typeof sharers.save>[0]> = {}) =>
  sharers.save({ customerId: owner, otherId: sharer, ...terms });
const spend = (amount: number, from: CustomerId | null = owner, total = amount) =>
  desk.record({
    customerId: sharer,
    lines: [item(total)],
    payments: [{ method: 'stored', cents: amount }],
    storedFromId: from,
  });
const used = () => sharers.ofCustomer(owner).sharers[0]?.usedCents;
const erase = (id: CustomerId) => desk.command(() => deleteCustomers(desk.database, [id]));
const issuesSchema = z.array(z.object({ message: z.string() }));
const issueOf = (work: () => unknown): unknown => {
  const { code, details } = failureOf(work);
  return code === 'conflict' ? details['reason'] : issuesSchema.parse(details['issues'])[0]?.message;
};
const lineOf = (visitId: string) => desk.findVisit({ visitId }).lines[0]?.id ?? expect.fail('no line');
const giveBack = (visitId: string, units: number, exchange: ReturnType<typeof item>[] = []) =>
  sales.returnLines({ visitId, lines: [{ lineId: lineOf(visitId), quantity: units * 1000 }], exchange, reason: '不合适' });

describe('sharers of stored value (X55)', () => {
  it('pay at their own visit out of the purse of whoever named them, which is told on both sides', () => {
    topUp(100_00, owner, 20_00);
    share({ monthCents: 80_00, note: '女儿' });
    expect(sharers.purses(sharer)).toMatchObject([{ customerId: owner, mostCents: 80_00 }]);
    const { visitId } = spend(60_00);
    expect([has(owner), has(sharer), used()]).toEqual([60_00, 0, 60_00]);
    expect(desk.findVisit({ visitId }).payments).toMatchObject([{ method: 'stored', cents: 60_00, fromName: '王芳' }]);
    expect(value.entries(owner)[0]).toMatchObject({ kind: 'spend', otherName: '王芳', canReverse: false });
    const lines = (customerId: CustomerId) => desk.timeline({ customerId, limit: 50 }).entries;
    expect(lines(owner).find(({ storedValue }) => storedValue?.entryKind === 'spend')?.storedValue).toMatchObject({
      byName: '王芳',
    });
    expect(lines(sharer).find(({ visit }) => visit)?.visit?.payments).toMatchObject([{ fromName: '王芳' }]);
    expect(sharers.ofCustomer(sharer).owners).toMatchObject([{ customerId: owner, usedCents: 60_00, note: '女儿' }]);
    // It is the sharer who bought, and earns.
    expect([desk.summary(sharer).visit_count, desk.summary(owner).visit_count]).toEqual([1, 0]);
  });

  it('give everything back with the undo, and are free to spend it again', () => {
    topUp(100_00);
    share({ monthCents: 50_00 });
    const { visitId } = spend(50_00);
    expect(issueOf(() => spend(1))).toBe('over_share_month');
    desk.undo({ visitId });
    expect([has(owner), has(sharer), used()]).toEqual([100_00, 0, 0]);
    spend(50_00);
    expect(used()).toBe(50_00);
  });

  it('give back to whose it was what comes back, and its limit with it; not twice over', () => {
    topUp(100_00);
    share({ monthCents: 60_00 });
    const { visitId } = desk.record({
      customerId: sharer,
      lines: [item(20_00, 3)],
      payments: [{ method: 'stored', cents: 60_00 }],
      storedFromId: owner,
    });
    const back = giveBack(visitId, 1);
    expect([has(owner), has(sharer), used()]).toEqual([60_00, 0, 40_00]);
    spend(20_00);
    // What came back has been used for something else: the owner's limit stands.
    expect(issueOf(() => desk.undo({ visitId: back.visitId }))).toBe('share_limit_used');
    expect([has(owner), used()]).toEqual([40_00, 60_00]);
    giveBack(visitId, 1, [item(5_00)]);
    expect([has(owner), has(sharer), used()]).toEqual([55_00, 0, 45_00]);
  });

  it('count what comes back in the month of the sale', () => {
    topUp(100_00);
    share({ monthCents: 60_00 });
    const { visitId } = spend(60_00);
    desk.clock.today = addDays(desk.clock.today, 40);
    expect(used()).toBe(0);
    giveBack(visitId, 1, [item(10_00)]);
    expect([used(), has(owner)]).toEqual([0, 90_00]);
  });

  it('are refused with the reason', () => {
    topUp(100_00);
    expect(issueOf(() => spend(1_00))).toBe('not_a_sharer');
    const { sharerId } = share({ visitCents: 30_00, monthCents: 40_00 });
    expect(issueOf(() => share())).toBe('share_already');
    expect(issueOf(() => spend(30_01))).toBe('over_share_visit');
    spend(30_00);
    expect(issueOf(() => spend(10_01))).toBe('over_share_month');
    share({ sharerId, monthCents: null, visitCents: null });
    expect(issueOf(() => spend(70_01))).toBe('more_than_stored');
    sharers.end(sharerId);
    expect(issueOf(() => spend(1_00))).toBe('share_ended');
    sharers.end(sharerId, false);
    share({ sharerId, maySpendStored: false, mayUseCards: true });
    expect(issueOf(() => spend(1_00))).toBe('share_without_stored');
    share({ sharerId });
    desk.remove(owner);
    expect(issueOf(() => spend(1_00))).toBe('share_owner_gone');
    expect(sharers.purses(sharer)).toEqual([]);
  });

  it('are never the owner, never nobody, and allowed at least one of the two', () => {
    expect(() => share({ otherId: owner })).toThrow(/share_with_self/);
    expect(() => share({ maySpendStored: false })).toThrow(/share_allows_nothing/);
    desk.remove(sharer);
    expect(issueOf(() => share())).toBe('customer_removed');
  });

  it('are two clerks at once on one purse: one wins, the other is told', () => {
    topUp(50_00);
    share();
    desk.record({ customerId: owner, lines: [item(30_00)], payments: [{ method: 'stored', cents: 30_00 }] });
    expect(issueOf(() => spend(30_00))).toBe('more_than_stored');
    expect(has(owner)).toBe(20_00);
  });

  it('prove with a PIN of their own, never with the owner’s', () => {
    desk.settings({ spendingProof: 'pin', spendingProofFromCents: cents(0) });
    topUp(50_00);
    share();
    expect(failureOf(() => spend(10_00)).details).toMatchObject({ reason: 'spending_proof_needed', hasPin: false });
  });

  it('use count cards where that is allowed, each use on the owner’s card and back again', () => {
    const cards = cardsAt(desk);
    const { cardTypeId } = cards.saveType({ freezeDays: 0 });
    const { cardId } = cards.issue({ customerId: owner, cardTypeId, priceCents: cents(500_00) });
    const use = () => desk.record({ customerId: sharer, lines: [{ ...item(50_00), cardId }] });
    expect(issueOf(use)).toBe('card_of_another');
    const { sharerId } = share({ mayUseCards: true, maySpendStored: false });
    expect(cards.forVisit({ customerId: sharer }).cards).toMatchObject([{ id: cardId, ofName: '王芳', left: 10 }]);
    const { visitId } = use();
    expect(cards.ofCustomer(owner)).toMatchObject([{ left: 9 }]);
    giveBack(visitId, 1);
    expect(cards.ofCustomer(owner)).toMatchObject([{ left: 10 }]);
    const again = use();
    desk.undo({ visitId: again.visitId });
    expect(cards.ofCustomer(owner)).toMatchObject([{ left: 10 }]);
    sharers.end(sharerId);
    expect(issueOf(use)).toBe('card_of_another');
    expect(cards.forVisit({ customerId: sharer }).cards).toEqual([]);
  });

  it('and owner merged into one end, and parted again each has what they had', () => {
    topUp(100_00);
    share();
    const { visitId } = spend(30_00);
    for (const [survivorId, otherId] of [
      [owner, sharer],
      [sharer, owner],
    ] as const) {
      const { mergeId } = desk.merge({ survivorId, otherId });
      expect(has(survivorId)).toBe(70_00);
      expect(sharers.purses(survivorId)).toEqual([]);
      const back = giveBack(visitId, 1, [item(10_00)]);
      expect(has(survivorId)).toBe(90_00);
      desk.undoMerge({ mergeId });
      expect([has(owner), has(sharer), used()]).toEqual([90_00, 0, 10_00]);
      desk.undo({ visitId: back.visitId });
      expect([has(owner), has(sharer), used()]).toEqual([70_00, 0, 30_00]);
    }
  });

  it('go over to another card of the owner or the sharer, and back', () => {
    const other = desk.addCustomer();
    topUp(100_00);
    share({ monthCents: 40_00 });
    spend(30_00);
    const { mergeId } = desk.merge({ survivorId: other, otherId: sharer });
    expect(sharers.purses(other)).toMatchObject([{ customerId: owner, mostCents: 10_00 }]);
    desk.undoMerge({ mergeId });
    const second = desk.merge({ survivorId: other, otherId: owner });
    expect(sharers.purses(sharer)).toMatchObject([{ customerId: other, mostCents: 10_00 }]);
    desk.undoMerge({ mergeId: second.mergeId });
    expect(sharers.purses(sharer)).toMatchObject([{ customerId: owner, mostCents: 10_00 }]);
  });

  it('of two cards of one person, who both share with somebody, stand once after the merge, and both again when it is undone', () => {
    const second = desk.addCustomer();
    share({ monthCents: 40_00 });
    share({ customerId: second });
    for (const merge of [
      { survivorId: owner, otherId: second },
      { survivorId: second, otherId: owner },
    ]) {
      const { mergeId } = desk.merge(merge);
      expect(sharers.ofCustomer(merge.survivorId).sharers).toHaveLength(1);
      desk.undoMerge({ mergeId });
      expect([owner, second].map((id) => sharers.ofCustomer(id).sharers.length)).toEqual([1, 1]);
    }
  });

  it('leave the owner’s purse as it is when they are erased, and their own visits when the owner is', () => {
    topUp(100_00);
    share();
    spend(30_00);
    erase(sharer);
    expect(has(owner)).toBe(70_00);
    expect(value.entries(owner)[0]).toMatchObject({ kind: 'spend', visitId: null, canReverse: false });
    expect(sharers.ofCustomer(owner).sharers).toEqual([]);
    sharer = desk.addCustomer();
    share();
    const { visitId } = spend(20_00);
    erase(owner);
    expect(desk.findVisit({ visitId }).payments).toMatchObject([{ method: 'stored', cents: 20_00, fromName: null }]);
    expect(sharers.ofCustomer(sharer).owners).toEqual([]);
    expect(giveBack(visitId, 1).storedGivenBack).toEqual({ principalCents: 0, giftCents: 0 });
  });

  const step = fc.oneof(
    fc.record({ what: fc.constant('spend' as const), cents: fc.integer({ min: 1, max: 60_00 }) }),
    fc.record({ what: fc.constant('own' as const), cents: fc.integer({ min: 1, max: 30_00 }) }),
    fc.record({ what: fc.constantFrom('undo' as const, 'return' as const), which: fc.nat({ max: 9 }) }),
  );
  test.prop([fc.array(step, { maxLength: 14 })], { numRuns: 25 })(
    'are never over the limit, and what both have and spent is always what was put in',
    (steps) => {
      desk.close();
      begin();
      desk.settings({ pointsPerHundred: 100, sharedVisitEarner: steps.length % 2 === 0 ? 'owner' : 'visitor' });
      topUp(150_00, owner, 15_00);
      topUp(20_00, sharer);
      share({ monthCents: 80_00, visitCents: 50_00 });
      const done: string[] = [];
      const attempt = (work: () => { readonly visitId: string }): void => {
        try {
          done.push(work().visitId);
        } catch {
          // Refused: nothing has moved.
        }
      };
      for (const one of steps) {
        if (one.what === 'spend') attempt(() => spend(one.cents));
        else if (one.what === 'own') attempt(() => spend(one.cents, null));
        else {
          const visitId = done[one.which % Math.max(1, done.length)];
          if (visitId === undefined) continue;
          if (one.what === 'return') attempt(() => giveBack(visitId, 1));
          else
            attempt(() => {
              desk.undo({ visitId });
              return { visitId };
            });
        }
        const spent = [owner, sharer]
          .flatMap((id) => value.entries(id))
          .filter(({ visitId }) => visitId !== null)
          .reduce((sum, entry) => sum - purseTotal(entry), 0);
        expect(has(owner) + has(sharer) + spent).toBe(185_00);
        expect(used()).toBeLessThanOrEqual(80_00);
        expect(used()).toBeGreaterThanOrEqual(0);
        const ofOthers = value.entries(owner).filter(({ visitId }) => visitId !== null);
        expect(used()).toBe(ofOthers.reduce((sum, entry) => sum - purseTotal(entry), 0));
      }
      for (const visitId of done.toReversed())
        try {
          desk.undo({ visitId });
        } catch {
          // Taken back already.
        }
      expect([has(owner), has(sharer), used()]).toEqual([165_00, 20_00, 0]);
      expect([owner, sharer].map((id) => desk.summary(id).points_balance)).toEqual([0, 0]);
    },
  );
});
