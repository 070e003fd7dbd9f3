import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { salesOf } from '../helpers/sales.ts';
import { fiveVisits, stampsAt } from '../helpers/stamps.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: MergeDesk;
let sales: ReturnType<typeof salesOf>;
let stamps: ReturnType<typeof stampsAt>;
const openShop = (): void => {
  desk = openMergeDesk();
  sales = salesOf(desk);
  stamps = stampsAt(desk);
  desk.settings({ pointsPerHundred: 0 });
};
beforeEach(openShop);
afterEach(() => {
  desk.close();
});

const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const buy = (customerId: CustomerId, amount = 10_00) => desk.record({ customerId, lines: [item(amount)] });
const standing = (customerId: CustomerId) => {
  const [card] = stamps.ofCustomer(customerId).cards;
  return [card?.stamps, card?.rewards, desk.summary(customerId).points_balance];
};
const giveBack = (visitId: VisitId, many = 1000) => {
  const [line] = desk.findVisit({ visitId }).lines;
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: many }], reason: '不合适' });
};

describe('stamps at visits (X61)', () => {
  it('leave no trace in a shop without cards', () => {
    const wang = desk.create({ name: '王芳' });
    expect(buy(wang).stamps).toEqual([]);
    expect(stamps.ofCustomer(wang)).toEqual({ cards: [], entries: [] });
    expect(plainRows(desk.database, 'SELECT id FROM stamp_entries')).toEqual([]);
  });

  it('come by visits, one a day, told at the desk and by the visit; a full card brings its reward and begins anew', () => {
    const { cardId } = stamps.saveCard();
    const wang = desk.create({ name: '王芳' });
    const first = buy(wang);
    const told = { cardId, name: fiveVisits.name, stamps: 1, needed: 5, added: 1, rewards: 0 };
    expect(first.stamps).toEqual([told]);
    expect(desk.findVisit({ visitId: first.visitId }).stamps).toEqual([told]);
    expect(buy(wang).stamps).toEqual([]);
    for (const day of [1, 2, 3]) {
      step(day);
      buy(wang);
    }
    expect(standing(wang)).toEqual([4, 0, 0]);
    step(4);
    const full = buy(wang);
    expect(full.stamps).toMatchObject([{ stamps: 0, added: 1, rewards: 1 }]);
    expect(standing(wang)).toEqual([0, 1, 100]);
    desk.undo({ visitId: full.visitId });
    expect(standing(wang)).toEqual([4, 0, 0]);
    expect(desk.findVisit({ visitId: full.visitId }).stamps).toEqual([]);
    buy(wang);
    expect(standing(wang)).toEqual([0, 1, 100]);
  });

  it('come by pieces of what counts, and go back with them, also what a full card had brought', () => {
    const coffee = desk.addProduct('拿铁', 20_00, null);
    stamps.saveCard({ per: 'item', scope: { productIds: [coffee], categories: [] } });
    const wang = desk.create({ name: '王芳' });
    const line = { productId: coffee, name: '拿铁', quantity: 4000, unitPriceCents: 20_00 };
    desk.record({ customerId: wang, lines: [line, item(99_00)] });
    const second = desk.record({ customerId: wang, lines: [line] });
    expect(standing(wang)).toEqual([3, 1, 100]);
    const back = giveBack(second.visitId, 3000);
    expect(back.stamps).toMatchObject([{ stamps: 0, added: -3 }]);
    expect(standing(wang)).toEqual([0, 1, 100]);
    const rest = giveBack(second.visitId, 1000);
    expect(standing(wang)).toEqual([4, 0, 0]);
    desk.undo({ visitId: rest.visitId });
    desk.undo({ visitId: back.visitId });
    expect(standing(wang)).toEqual([3, 1, 100]);
    desk.undo({ visitId: second.visitId });
    expect(standing(wang)).toEqual([4, 0, 0]);
  });

  it('go back by the terms they were earned on, whatever the card says by now', () => {
    const { cardId } = stamps.saveCard({ per: 'amount', leastCents: 10_00, needed: 50 });
    const wang = desk.create({ name: '王芳' });
    const { visitId } = desk.record({ customerId: wang, lines: [{ ...item(10_00), quantity: 4000 }] });
    expect(standing(wang)[0]).toBe(4);
    stamps.saveCard({ cardId, per: 'visit', leastCents: 0, needed: 50 });
    giveBack(visitId, 3000);
    expect(standing(wang)[0]).toBe(1);
  });

  it('a coupon that was used keeps its reward: the card owes, and the next stamps go there', () => {
    const coupons = couponsAt(desk);
    const { typeId } = coupons.saveType({ name: '十元券', terms: { kind: 'amount', amountCents: 1000 } });
    stamps.saveCard({ per: 'item', needed: 2, points: 0, couponTypeId: typeId });
    const wang = desk.create({ name: '王芳' });
    const first = desk.record({ customerId: wang, lines: [{ ...item(50_00), quantity: 2000 }] });
    const [coupon] = coupons.ofCustomer(wang);
    expect([standing(wang), coupon?.reason]).toEqual([[0, 1, 0], fiveVisits.name]);
    const used = desk.record({ customerId: wang, lines: [item(50_00)], coupons: [coupon?.number ?? ''] });
    desk.undo({ visitId: first.visitId });
    expect(standing(wang)).toEqual([-1, 1, 0]);
    desk.undo({ visitId: used.visitId });
    expect(standing(wang)).toEqual([0, 0, 0]);
    expect(coupons.ofCustomer(wang)).toMatchObject([{ state: 'void' }]);
    // Nor can the type be deleted that a card brings.
    expect(failureOf(() => coupons.removeType({ typeId })).details).toEqual({ reason: 'coupon_type_in_use' });
  });

  it('a coupon that the shop put away is not given, and the card waits, full', () => {
    const coupons = couponsAt(desk);
    const { typeId } = coupons.saveType({ name: '十元券', terms: { kind: 'amount', amountCents: 1000 } });
    stamps.saveCard({ per: 'item', needed: 2, points: 0, couponTypeId: typeId });
    coupons.archiveType({ typeId, isArchived: true });
    const wang = desk.create({ name: '王芳' });
    desk.record({ customerId: wang, lines: [{ ...item(50_00), quantity: 3000 }] });
    expect(standing(wang)).toEqual([3, 0, 0]);
    coupons.archiveType({ typeId, isArchived: false });
    buy(wang);
    expect(standing(wang)).toEqual([0, 2, 0]);
  });

  it('a visit of a walk-in brings them once it is claimed, and takes them along when it is not', () => {
    stamps.saveCard();
    const wang = desk.create({ name: '王芳' });
    const { visitId } = desk.record({ customerId: null, lines: [item(10_00)] });
    sales.claim({ visitId, customerId: wang, acknowledged: [] });
    expect(standing(wang)[0]).toBe(1);
    sales.unclaim({ visitId });
    expect(standing(wang)[0]).toBe(0);
    const li = desk.create({ name: '李雷' });
    sales.claim({ visitId, customerId: li, acknowledged: [] });
    expect([standing(wang)[0], standing(li)[0]]).toEqual([0, 1]);
  });

  it('are given by hand off a card of paper, at once with what fills it, and taken back once', () => {
    const { cardId } = stamps.saveCard();
    const customerId = desk.create({ name: '王芳' });
    const { entryId } = stamps.adjust({ customerId, cardId, stamps: 7 });
    expect(standing(customerId)).toEqual([2, 1, 100]);
    expect(failureOf(() => stamps.adjust({ customerId, cardId, stamps: -3 })).details).toMatchObject({
      issues: [{ path: 'stamps', message: 'not_enough_stamps' }],
    });
    stamps.takeBack(entryId);
    expect(standing(customerId)).toEqual([0, 0, 0]);
    expect(failureOf(() => stamps.takeBack(entryId)).code).toBe('already_undone');
    const { visitId } = buy(customerId);
    const [ofVisit] = stamps.ofCustomer(customerId).entries;
    expect(ofVisit?.mayTakeBack).toBe(false);
    expect(failureOf(() => stamps.takeBack(ofVisit?.id ?? '')).code).toBe('not_found');
    desk.undo({ visitId });
  });

  it('of two who are one person are one card, and apart again they are as before', () => {
    const { cardId } = stamps.saveCard();
    const [wang, li] = [desk.create({ name: '王芳' }), desk.create({ name: '王方' })];
    stamps.adjust({ customerId: wang, cardId, stamps: 3 });
    stamps.adjust({ customerId: li, cardId, stamps: 3 });
    const { mergeId } = desk.merge({ survivorId: wang, otherId: li });
    expect(standing(wang)[0]).toBe(6);
    desk.undoMerge({ mergeId });
    expect([standing(wang)[0], standing(li)[0]]).toEqual([3, 3]);
    const again = desk.merge({ survivorId: wang, otherId: li });
    buy(wang);
    expect(standing(wang)).toEqual([2, 1, 100]);
    // What the two had filled together the survivor owes alone.
    desk.undoMerge({ mergeId: again.mergeId });
    expect([standing(wang), standing(li)]).toEqual([
      [-1, 1, 100],
      [3, 0, 0],
    ]);
  });

  it('a card has a name of its own, is put away once it was used, and takes changes back', () => {
    const { cardId } = stamps.saveCard();
    expect(failureOf(() => stamps.saveCard()).details).toEqual({ reason: 'stamp_card_taken' });
    const { before } = stamps.saveCard({ cardId, needed: 8 });
    expect(before).toMatchObject({ needed: 5, name: fiveVisits.name });
    const wang = desk.create({ name: '王芳' });
    buy(wang);
    expect(failureOf(() => stamps.removeCard(cardId)).details).toEqual({ reason: 'stamp_card_in_use' });
    stamps.archiveCard(cardId, true);
    step(1);
    expect(buy(wang).stamps).toEqual([]);
    expect(stamps.ofCustomer(wang).cards).toMatchObject([{ isArchived: true, stamps: 1 }]);
  });

  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('buy', 'buy', 'buy', 'undo', 'return', 'merge', 'part', 'hand', 'day', 'back'),
      one: fc.nat({ max: 3 }),
      two: fc.nat({ max: 3 }),
      many: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 25 },
  );
  test.prop([steps], { numRuns: 30 })(
    'after any history: points are those of the rewards that stand, no card is full unless by a merge, and none owes while points can go back',
    (history) => {
      desk.close();
      openShop();
      const { cardId } = stamps.saveCard({ per: 'item' });
      const people = Array.from({ length: 4 }, (_, index) => desk.create({ name: `客${index}` }));
      const visits: VisitId[] = [];
      const merges: string[] = [];
      let day = 0;
      for (const { kind, one, two, many } of history) {
        const [customerId, otherId] = [people[one], people[two]];
        const visitId = visits[(one * 4 + two) % Math.max(1, visits.length)];
        if (customerId === undefined || otherId === undefined) continue;
        try {
          switch (kind) {
            case 'buy':
              visits.push(desk.record({ customerId, lines: [{ ...item(10_00), quantity: many * 1000 }] }).visitId);
              break;
            case 'undo':
              if (visitId !== undefined) desk.undo({ visitId });
              break;
            case 'return':
              if (visitId !== undefined) visits.push(giveBack(visitId, Math.ceil(many / 3) * 1000).visitId);
              break;
            case 'merge':
              merges.push(desk.merge({ survivorId: customerId, otherId }).mergeId);
              break;
            case 'part':
              if (merges.length > 0) desk.undoMerge({ mergeId: merges.pop() ?? '' });
              break;
            case 'hand':
              stamps.adjust({ customerId, cardId, stamps: many - 4 });
              break;
            case 'back':
              day -= 2;
              step(day);
              break;
            case 'day':
              day += 1;
              step(day);
          }
        } catch (error) {
          // Refused: what stands, stands.
          if (!(error instanceof AppError) && !(error instanceof Error && error.name === 'ZodError')) throw error;
        }
        for (const id of people) {
          const [card] = stamps.ofCustomer(id).cards;
          const rewards = card?.rewards ?? 0;
          if (merges.length === 0 && !history.some((past) => past.kind === 'merge')) {
            expect(desk.summary(id).points_balance).toBe(rewards * 100);
            expect(card?.stamps).toBeLessThan(5);
            expect(card?.stamps).toBeGreaterThanOrEqual(0);
          }
        }
        const [sums] = plainRows<{ points: number | null; rewards: number }>(
          desk.database,
          `SELECT (SELECT sum(points) FROM points_entries) AS points, (SELECT count(*) FROM stamp_entries AS given WHERE kind = 'reward'
             AND NOT EXISTS (SELECT 1 FROM stamp_entries AS back WHERE back.reverses_id = given.id)) AS rewards`,
        );
        expect(sums?.points ?? 0).toBe((sums?.rewards ?? 0) * 100);
      }
    },
  );
});
