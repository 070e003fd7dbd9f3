import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditProblems } from '../../electron/store/audit.ts';
import { deleteCustomers } from '../../electron/store/bin.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { salesOf } from '../helpers/sales.ts';
import { sharersAt } from '../helpers/sharers.ts';
import { storedValueOf } from '../helpers/storedValue.ts';

let desk: MergeDesk;
let owner: CustomerId;
let sharer: CustomerId;
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const share = () => sharersAt(desk).save({ customerId: owner, otherId: sharer });
const erase = (id: CustomerId) => desk.command(() => deleteCustomers(desk.database, [id]));
const lineOf = (visitId: string, index: number) => desk.findVisit({ visitId }).lines[index]?.id ?? expect.fail('no line');
const giveBack = (visitId: string, units: number, exchange: ReturnType<typeof item>[] = [], index = 0) =>
  salesOf(desk).returnLines({
    visitId,
    lines: [{ lineId: lineOf(visitId, index), quantity: units * 1000 }],
    exchange,
    reason: '不合适',
  });

describe('points of a visit that somebody else’s purse pays for (X55)', () => {
  const pointsOf = (customerId: CustomerId) => desk.summary(customerId).points_balance;
  const sell = (from: CustomerId | null = owner, lines = [item(300_00)]) =>
    desk.record({
      customerId: sharer,
      lines,
      payments: from === null ? [] : [{ method: 'stored', cents: 300_00 }],
      storedFromId: from,
    });
  beforeEach(() => {
    desk = openMergeDesk();
    [owner, sharer] = [desk.addCustomer(), desk.addCustomer()];
    desk.settings({ pointsPerHundred: 100, sharedVisitEarner: 'owner' });
    storedValueOf(desk).topUp({ customerId: owner, principalCents: 1000_00, giftCents: 0, method: 'cash' });
    share();
  });

  it('are the owner’s where the shop has it so, told at the visit; the undo takes them back', () => {
    const { visitId, pointsEarned, sharedEarning } = sell();
    expect([pointsEarned, pointsOf(owner), pointsOf(sharer)]).toEqual([0, 300, 0]);
    expect(sharedEarning).toMatchObject({ customerId: owner, points: 300 });
    expect(desk.findVisit({ visitId })).toMatchObject({ pointsEarned: 0, sharedEarning: { customerId: owner, points: 300 } });
    desk.undo({ visitId });
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([0, 0]);
    expect(desk.findVisit({ visitId }).sharedEarning).toBeNull();
  });

  it('give back exactly what a line gave, with its undo; what is taken in exchange earns them too', () => {
    const { visitId } = sell(owner, [item(100_00), item(200_00)]);
    const first = giveBack(visitId, 1, [item(50_00)]);
    expect(first.sharedEarning).toMatchObject({ points: 50 });
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([250, 0]);
    desk.undo({ visitId: first.visitId });
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([300, 0]);
    giveBack(visitId, 1);
    giveBack(visitId, 1, [], 1);
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([0, 0]);
  });

  it('are not where the sharer pays, nor where whoever visits earns', () => {
    sell(null);
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([0, 300]);
    desk.settings({ sharedVisitEarner: 'visitor' });
    sell();
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([0, 600]);
  });

  it('spent since make with a return a debt of the owner’s, never of the other', () => {
    const { visitId } = sell();
    desk.adjust({ customerId: owner, points: -300, reason: '换礼' });
    giveBack(visitId, 1);
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([-300, 0]);
  });

  it('stay when either is merged, parted again or the other is erased; nobody pays for who is gone', () => {
    const one = sell();
    const { mergeId } = desk.merge({ survivorId: sharer, otherId: owner });
    expect(pointsOf(sharer)).toBe(300);
    desk.undoMerge({ mergeId });
    expect([pointsOf(owner), pointsOf(sharer)]).toEqual([300, 0]);
    erase(sharer);
    expect(pointsOf(owner)).toBe(300);
    expect(() => desk.findVisit(one)).toThrow();
    sharer = desk.addCustomer();
    share();
    const { visitId } = sell();
    erase(owner);
    giveBack(visitId, 1);
    expect(pointsOf(sharer)).toBe(0);
  });
});
