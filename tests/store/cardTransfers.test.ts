import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditProblems } from '../../electron/store/audit.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { cardsAt } from '../helpers/countCards.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let cards: ReturnType<typeof cardsAt>;
let coupons: ReturnType<typeof couponsAt>;
let wash: ProductId;
let sold: ProductId;
let people: CustomerId[] = [];
const begin = (): void => {
  desk = openDesk();
  cards = cardsAt(desk);
  coupons = couponsAt(desk);
  people = [desk.addCustomer(), desk.addCustomer()];
  wash = desk.addProduct('洗车', 60_00, 10_00);
  sold = desk.addProduct('洗车卡', 500_00, null);
};
beforeEach(begin);
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const who = (at: 0 | 1): CustomerId => people[at] ?? expect.fail('nobody');
const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const issueCard = (type: Parameters<typeof cards.saveType>[0] = {}, to: 0 | 1 = 0) => {
  const { cardTypeId } = cards.saveType({ ...type, scope: { productIds: [wash], categories: [] } });
  return cards.issue({ customerId: who(to), cardTypeId });
};
const use = (customerId: CustomerId, cardId: string, units = 1) =>
  desk.record({
    customerId,
    lines: [{ productId: wash, name: '洗车', quantity: units * 1000, unitPriceCents: 60_00, cardId }],
  });
const held = (at: 0 | 1) =>
  cards.ofCustomer(who(at)).map(({ left, lastDay, worthCents, standing }) => ({ left, lastDay, worthCents, standing }));
const worth = () => [...held(0), ...held(1)].reduce((sum, card) => sum + card.worthCents, 0);
const reasonOf = (work: () => unknown) => failureOf(work).details;

describe('count cards that change hands (X54)', () => {
  it('go on as a card of the other, as old and until the same day, and both tell it', () => {
    const { cardId } = issueCard();
    step(40);
    cards.extend(cardId, 20);
    use(who(0), cardId, 2);
    const end = cards.ofCustomer(who(0))[0]?.lastDay;
    const given = cards.transfer({ cardId, toCustomerId: who(1), uses: 3 });
    expect(held(0)).toEqual([{ left: 5, lastDay: end, worthCents: 250_00, standing: 'open' }]);
    expect(held(1)).toEqual([{ left: 3, lastDay: end, worthCents: 150_00, standing: 'open' }]);
    expect(cards.history(given.cardId).map(({ kind, otherName, days }) => [kind, otherName, days])).toEqual([
      ['extend', null, 20],
      ['issue', '王芳', 0],
    ]);
    expect(cards.history(cardId)[0]).toMatchObject({ kind: 'transfer', uses: -3, leftAfter: 5, otherName: '王芳' });
    use(who(1), given.cardId, 3);
    expect(held(1)).toMatchObject([{ left: 0, standing: 'used_up' }]);
  });

  it('of a card that counts from its first use, and was begun, the days go on; one not begun begins with the other', () => {
    const validity = { count: 30, unit: 'days', from: 'first_use' } as const;
    const begun = issueCard({ name: '从第一次', validity });
    use(who(0), begun.cardId);
    step(10);
    cards.transfer({ cardId: begun.cardId, toCustomerId: who(1), uses: 4 });
    expect(held(1)).toMatchObject([{ left: 4, lastDay: addDays(TEST_TODAY, 30) }]);
    const fresh = issueCard({ name: '还没开始', validity });
    const { cardId } = cards.transfer({ cardId: fresh.cardId, toCustomerId: who(1), uses: null });
    expect(cards.ofCustomer(who(1)).find(({ id }) => id === cardId)).toMatchObject({ left: 10, lastDay: null });
    expect(cards.ofCustomer(who(0)).find(({ id }) => id === fresh.cardId)).toMatchObject({ left: 0, standing: 'used_up' });
  });

  it('a time card goes as a whole, worth what it was worth', () => {
    const { cardId } = issueCard({ name: '季卡', uses: null, validity: { count: 90, unit: 'days', from: 'issue' } });
    step(30);
    const before = worth();
    expect(reasonOf(() => cards.transfer({ cardId, toCustomerId: who(1), uses: 1 }))).toMatchObject({
      issues: [{ path: 'uses', message: 'time_card_has_no_uses' }],
    });
    const { entryId } = cards.transfer({ cardId, toCustomerId: who(1) });
    expect(held(0)).toMatchObject([{ standing: 'void' }]);
    expect(held(1)).toMatchObject([{ standing: 'open', lastDay: addDays(TEST_TODAY, 90) }]);
    expect(worth()).toBe(before);
    cards.reverse(entryId);
    expect(held(0)).toMatchObject([{ standing: 'open' }]);
    expect(held(1)).toEqual([]);
  });

  it('goes back by either side as a whole, once; not once it was used, given on, or the card is void', () => {
    const { cardId } = issueCard();
    const before = [held(0), held(1)];
    const { entryId } = cards.transfer({ cardId, toCustomerId: who(1), uses: 3 });
    cards.reverse(entryId);
    expect([held(0), held(1)]).toEqual(before);
    expect(failureOf(() => cards.reverse(entryId)).code).toBe('already_undone');
    const again = cards.transfer({ cardId, toCustomerId: who(1), uses: 3 });
    const received = cards.history(again.cardId)[0]?.id ?? '';
    cards.reverse(received);
    expect([held(0), held(1)]).toEqual(before);
    const third = cards.transfer({ cardId, toCustomerId: who(1), uses: 3 });
    const on = cards.transfer({ cardId: third.cardId, toCustomerId: who(0), uses: 1 });
    expect(reasonOf(() => cards.reverse(third.entryId))).toMatchObject({ reason: 'card_given_away' });
    cards.reverse(on.entryId);
    const ended = cards.void(cardId);
    expect(reasonOf(() => cards.reverse(third.entryId))).toMatchObject({ reason: 'card_void' });
    cards.reverse(ended.entryId);
    use(who(1), third.cardId);
    expect(reasonOf(() => cards.reverse(third.entryId))).toMatchObject({ reason: 'card_used_since' });
  });

  it('a visit that sold the card stays until the transfer is taken back; a return gives back what is left with the buyer', () => {
    cards.saveType({ name: '卖的卡', productId: sold, scope: { productIds: [wash], categories: [] } });
    const line = { productId: sold, name: '洗车卡', quantity: 1000, unitPriceCents: 500_00 };
    const { visitId } = desk.record({ customerId: who(0), lines: [line] });
    const cardId = desk.findVisit({ visitId }).lines[0]?.cards[0]?.id ?? '';
    const { entryId } = cards.transfer({ cardId, toCustomerId: who(1), uses: 4 });
    expect(reasonOf(() => desk.undo({ visitId }))).toMatchObject({ reason: 'card_given_away' });
    const lineId = desk.findVisit({ visitId }).lines[0]?.id ?? '';
    const returned = salesOf(desk).returnLines({ visitId, lines: [{ lineId, quantity: 1000 }], reason: '不要了' });
    expect(returned.givenBackCents).toBe(300_00);
    desk.undo({ visitId: returned.visitId });
    cards.reverse(entryId);
    desk.undo({ visitId });
    expect([held(0), held(1)]).toEqual([[], []]);
  });

  it('is refused to oneself, for more than is left, and of a card that cannot be used today', () => {
    const { cardId } = issueCard();
    expect(reasonOf(() => cards.transfer({ cardId, toCustomerId: who(0) }))).toMatchObject({
      issues: [{ path: 'toCustomerId', message: 'transfer_to_self' }],
    });
    expect(reasonOf(() => cards.transfer({ cardId, toCustomerId: who(1), uses: 11 }))).toMatchObject({
      issues: [{ path: 'uses', message: 'card_has_too_few' }],
    });
    cards.freeze(cardId, 3);
    expect(reasonOf(() => cards.transfer({ cardId, toCustomerId: who(1) }))).toMatchObject({ reason: 'card_not_open' });
  });

  const move = fc.record({ from: fc.constantFrom<0 | 1>(0, 1), uses: fc.integer({ min: 1, max: 6 }), isUndone: fc.boolean() });
  test.prop([fc.array(move, { minLength: 1, maxLength: 12 })], { numRuns: 20 })(
    'keeps uses and worth of all cards together under any history, and taken back leaves them as before',
    (moves) => {
      desk.close();
      begin();
      issueCard({ uses: 7, priceCents: 100_01 });
      issueCard({ name: '另一种', uses: 9, priceCents: 333_33 }, 1);
      const uses = () => [...held(0), ...held(1)].reduce((sum, { left }) => sum + (left ?? 0), 0);
      const [allUses, allWorth] = [uses(), worth()];
      for (const { from, uses: wanted, isUndone } of moves) {
        const card = cards.ofCustomer(who(from)).find(({ standing }) => standing === 'open');
        if (card === undefined) continue;
        const before = [held(0), held(1)];
        const given = cards.transfer({
          cardId: card.id,
          toCustomerId: who(from === 0 ? 1 : 0),
          uses: Math.min(wanted, card.left ?? 0),
        });
        expect([uses(), worth()]).toEqual([allUses, allWorth]);
        if (!isUndone) continue;
        cards.reverse(given.entryId);
        expect([held(0), held(1)]).toEqual(before);
      }
    },
  );
});

describe('coupons that change hands (X54)', () => {
  const issue = () => {
    const terms = { kind: 'amount', amountCents: 10_00, uses: 3 } as const;
    const { typeId } = coupons.saveType({ name: '十元券', terms });
    return coupons.issue({ customerId: who(0), typeId, reason: '回馈' });
  };
  const told = (at: 0 | 1) =>
    coupons.ofCustomer(who(at)).map(({ state, left, givenTo, receivedFrom }) => ({ state, left, givenTo, receivedFrom }));

  it('what is left goes on with the other under a number of its own, is issued once, and goes back unused', () => {
    const { couponId, number } = issue();
    desk.record({ customerId: who(0), lines: [{ name: '剪发', quantity: 1000, unitPriceCents: 50_00 }], coupons: [number] });
    const before = [told(0), told(1), coupons.figures()];
    const given = coupons.transfer({ couponId, toCustomerId: who(1) });
    expect(told(0)).toEqual([{ state: 'void', left: 0, givenTo: '王芳', receivedFrom: null }]);
    expect(told(1)).toEqual([{ state: 'open', left: 2, givenTo: null, receivedFrom: '王芳' }]);
    expect(coupons.figures()).toEqual(before[2]);
    const onTimeline = (at: 0 | 1) => desk.timeline({ customerId: who(at), kinds: ['coupon'] }).entries[0]?.coupon;
    expect([onTimeline(0), onTimeline(1)]).toMatchObject([
      { event: 'void', otherName: '王芳', isReversed: false },
      { event: 'issue', otherName: '王芳', isReversed: false },
    ]);
    expect(reasonOf(() => coupons.restore({ couponId }))).toMatchObject({ reason: 'coupon_given_away' });
    expect(reasonOf(() => coupons.takeBack({ couponIds: [couponId] }))).toMatchObject({ reason: 'coupon_given_away' });
    coupons.takeBack({ couponIds: [given.couponId] });
    expect([told(0), told(1).filter(({ state }) => state !== 'void'), coupons.figures()]).toEqual(before);
    const again = coupons.transfer({ couponId, toCustomerId: who(1) });
    const bill = { name: '剪发', quantity: 1000, unitPriceCents: 50_00 };
    desk.record({ customerId: who(1), lines: [bill], coupons: [again.number] });
    expect(reasonOf(() => coupons.takeBack({ couponIds: [again.couponId] }))).toMatchObject({ reason: 'coupon_used' });
  });

  it('is refused to oneself and when nothing of it can be used', () => {
    const { couponId } = issue();
    expect(reasonOf(() => coupons.transfer({ couponId, toCustomerId: who(0) }))).toMatchObject({
      issues: [{ path: 'toCustomerId', message: 'transfer_to_self' }],
    });
    coupons.void({ couponId, reason: '发错了' });
    expect(reasonOf(() => coupons.transfer({ couponId, toCustomerId: who(1) }))).toMatchObject({ reason: 'coupon_not_open' });
  });
});
