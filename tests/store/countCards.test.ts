import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { presetCardTypes } from '../../shared/domain/loyalty/cardTypes.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId, ProductId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { cardsAt, tenUses } from '../helpers/countCards.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: Desk;
let cards: ReturnType<typeof cardsAt>;
let sales: ReturnType<typeof salesOf>;
let wash: ProductId;
let sold: ProductId;
let customerId: CustomerId;
let cardTypeId: string;
beforeEach(() => {
  desk = openDesk();
  cards = cardsAt(desk);
  sales = salesOf(desk);
  wash = desk.addProduct('洗车', 60_00, 10_00);
  sold = desk.addProduct('洗车卡', 500_00, null);
  customerId = desk.addCustomer();
  ({ cardTypeId } = cards.saveType({ productId: sold, scope: { productIds: [wash], categories: [] } }));
});
afterEach(() => {
  desk.close();
});

const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const washing = (cardId: string | null, units = 1) => ({
  productId: wash,
  name: '洗车',
  quantity: units * 1000,
  unitPriceCents: 60_00,
  unitCostCents: 10_00,
  cardId,
});
const cardLine = (units = 1) => ({ productId: sold, name: '洗车卡', quantity: units * 1000, unitPriceCents: 500_00 });
const buy = (units = 1) => desk.record({ customerId, lines: [cardLine(units)] });
const bought = (): string => {
  const { visitId } = buy();
  return desk.findVisit({ visitId }).lines[0]?.cards[0]?.id ?? '';
};
const leftOf = (cardId: string) => cards.ofCustomer(customerId).find(({ id }) => id === cardId)?.left;
const wash1 = (cardId: string, units = 1) => desk.record({ customerId, lines: [washing(cardId, units)] });
const returnFirst = (visitId: VisitId, units: number) => {
  const [line] = desk.findVisit({ visitId }).lines;
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: units * 1000 }], reason: '不合适' });
};
const issuesSchema = z.array(z.object({ path: z.string(), message: z.string() }));
const issueOf = (work: () => unknown): (string | undefined)[] => {
  const { code, details } = failureOf(work);
  const [issue] = issuesSchema.parse(details['issues']);
  return [code, issue?.path, issue?.message];
};
const reasonOf = (work: () => unknown) => failureOf(work).details['reason'];
/** All that the tables of cards hold that can change. */
const books = () => cards.ofCustomer(customerId).map(({ left, lastDay, standing, used }) => ({ left, lastDay, standing, used }));

describe('the kinds of card a shop sells (R069)', () => {
  test('some are on offer in its language; one that is changed becomes its own; its undo is saving what was before', () => {
    const offered = cards.types().filter(({ isOwn }) => !isOwn);
    expect(offered.map(({ name }) => name)).toEqual(presetCardTypes('zh-CN').map(({ name }) => name));
    const [first] = offered;
    const { before } = cards.saveType({ cardTypeId: first?.id ?? null, name: '剪发卡', uses: 5 });
    expect(cards.types()[1]).toMatchObject({ name: '剪发卡', uses: 5, isOwn: true, hasCards: false });
    cards.saveType({ ...before, cardTypeId: first?.id ?? null });
    expect(cards.types()[1]).toMatchObject({ name: first?.name, uses: first?.uses });
  });

  test('one name once, one product sells one card, none that pays for itself, none without an end or a number', () => {
    expect(reasonOf(() => cards.saveType())).toBe('card_type_taken');
    expect(issueOf(() => cards.saveType({ name: '乙', productId: sold }))).toEqual([
      'bad_input',
      'productId',
      'product_sells_other_card',
    ]);
    const itself = { name: '乙', productId: wash, scope: { productIds: [wash], categories: [] } };
    expect(issueOf(() => cards.saveType(itself))).toEqual(['bad_input', 'productId', 'card_pays_for_itself']);
    const accepts = (more: object) => contract.countCards.saveType.input.safeParse({ ...tenUses, ...more }).success;
    expect(accepts({})).toBe(true);
    for (const more of [
      { uses: null, validity: null },
      { uses: 0 },
      { uses: 1.5 },
      { priceCents: -1 },
      { gapDays: 0 },
      { freezeDays: 400 },
    ])
      expect(accepts(more)).toBe(false);
    expect(accepts({ validity: { count: 121, unit: 'months', from: 'issue' } })).toBe(false);
  });

  test('is put away and not deleted once there is a card of it; cards that were issued keep their terms', () => {
    const cardId = bought();
    expect(reasonOf(() => cards.removeType({ cardTypeId }))).toBe('card_type_in_use');
    cards.saveType({ cardTypeId, uses: 3, validity: null, productId: sold });
    cards.archiveType({ cardTypeId, isArchived: true });
    expect(cards.ofCustomer(customerId)[0]).toMatchObject({ uses: 10, left: 10, lastDay: '2027-11-21' });
    buy();
    expect(cards.ofCustomer(customerId)).toHaveLength(1);
    wash1(cardId);
    expect(leftOf(cardId)).toBe(9);
    expect(reasonOf(() => cards.issue({ customerId, cardTypeId }))).toBe('card_type_archived');
  });
});

describe('a card is bought at a visit', () => {
  test('each piece of the line is a card of its own, with its number and what was paid for it', () => {
    desk.record({ customerId, lines: [cardLine(3)], discount: { kind: 'amount', cents: 1_00 } });
    const held = cards.ofCustomer(customerId);
    expect(held.map(({ number }) => number).sort()).toEqual(['K20261121-0001', 'K20261121-0002', 'K20261121-0003']);
    expect(held.reduce((sum, { priceCents }) => sum + priceCents, 0)).toBe(1499_00);
    expect(held.every(({ left, worthCents, priceCents }) => left === 10 && worthCents === priceCents)).toBe(true);
  });

  test('a walk-in gets none, nor does half a card', () => {
    expect(issueOf(() => desk.record({ customerId: null, lines: [cardLine()] }))).toEqual([
      'bad_input',
      'lines.0.productId',
      'walk_in_gets_no_card',
    ]);
    for (const units of [0.5, 21])
      expect(issueOf(() => buy(units))).toEqual(['bad_input', 'lines.0.quantity', 'cards_need_whole']);
  });

  test('its undo voids it; not once it has been used', () => {
    const { visitId } = buy();
    const [card] = cards.ofCustomer(customerId);
    const used = wash1(card?.id ?? '');
    expect(reasonOf(() => desk.undo({ visitId }))).toBe('card_used_since');
    expect(desk.findVisit({ visitId }).undoneAt).toBeNull();
    desk.undo({ visitId: used.visitId });
    desk.undo({ visitId });
    expect(cards.ofCustomer(customerId)).toEqual([]);
    expect(issueOf(() => wash1(card?.id ?? ''))).toEqual(['bad_input', 'lines.0.cardId', 'card_is_void']);
  });

  test('also one that was voided by hand meanwhile', () => {
    const { visitId } = buy();
    const [card] = cards.ofCustomer(customerId);
    cards.void(card?.id ?? '');
    desk.undo({ visitId });
    expect(cards.history(card?.id ?? '')[0]).toMatchObject({ kind: 'reverse', leftAfter: 0 });
  });

  test('its return gives back what is not used, and voids it; the undo of that brings it back', () => {
    const { visitId } = buy();
    const cardId = cards.ofCustomer(customerId)[0]?.id ?? '';
    wash1(cardId, 3);
    const line = desk.findVisit({ visitId }).lines[0];
    expect([line?.returnableCents, line?.cardsBack]).toEqual([350_00, [350_00]]);
    const before = books();
    const back = returnFirst(visitId, 1);
    expect(back.givenBackCents).toBe(350_00);
    expect(cards.ofCustomer(customerId)[0]).toMatchObject({ standing: 'void', left: 0, worthCents: 0 });
    expect(desk.findVisit({ visitId }).lines[0]?.returnableCents).toBe(0);
    desk.undo({ visitId: back.visitId });
    expect(books()).toEqual(before);
  });

  test('of several the one that gives most comes back first, and never more than were sold', () => {
    const { visitId } = buy(2);
    const [one] = cards.ofCustomer(customerId);
    wash1(one?.id ?? '', 4);
    expect(returnFirst(visitId, 1).givenBackCents).toBe(500_00);
    expect(returnFirst(visitId, 1).givenBackCents).toBe(300_00);
    expect(issueOf(() => returnFirst(visitId, 1))).toEqual(['bad_input', 'lines.0.quantity', 'more_than_sold']);
  });

  test('one that was voided by hand does not come back for money', () => {
    const { visitId } = buy();
    cards.void(cards.ofCustomer(customerId)[0]?.id ?? '');
    expect(issueOf(() => returnFirst(visitId, 1))).toEqual(['bad_input', 'lines.0.quantity', 'card_void_already']);
  });
});

describe('a line is paid by a card', () => {
  test('it costs nothing, earns nothing, and says what it would have cost; the other lines are paid in money', () => {
    desk.settings({ pointsPerHundred: 100 });
    const cardId = bought();
    const other = { name: '打蜡', quantity: 1000, unitPriceCents: 80_00 };
    const seen = desk.record({ customerId, lines: [washing(cardId, 2), other] });
    expect(seen).toMatchObject({ totalCents: 80_00, pointsEarned: 80 });
    const [line, paid] = desk.findVisit({ visitId: seen.visitId }).lines;
    expect(line).toMatchObject({ unitPriceCents: 60_00, discountCents: 120_00, amountCents: 0, costCents: 20_00 });
    expect(line?.cards).toMatchObject([{ kind: 'use', uses: -2, left: 8, number: 'K20261121-0001' }]);
    expect(paid).toMatchObject({ amountCents: 80_00, cards: [] });
    expect(auditProblems(desk.database)).toEqual([]);
  });

  test('the discount of the whole does not fall on it', () => {
    const cardId = bought();
    const lines = [washing(cardId), washing(null)];
    const { visitId, totalCents } = desk.record({ customerId, lines, discount: { kind: 'amount', cents: 60_00 } });
    expect(totalCents).toBe(0);
    expect(desk.findVisit({ visitId }).lines.map(({ shareCents }) => shareCents)).toEqual([0, 60_00]);
  });

  test('undo gives the use back, to the books as they were', () => {
    const cardId = bought();
    const before = books();
    const { visitId } = wash1(cardId, 4);
    expect(leftOf(cardId)).toBe(6);
    desk.undo({ visitId });
    expect(books()).toEqual(before);
    expect(cards.history(cardId).map(({ kind, uses, isReversed }) => [kind, uses, isReversed])).toEqual([
      ['reverse', 4, false],
      ['use', -4, true],
      ['issue', 10, false],
    ]);
  });

  test('a return gives back as many uses as come back, whole ones', () => {
    const cardId = bought();
    const { visitId } = wash1(cardId, 3);
    expect(returnFirst(visitId, 2)).toMatchObject({ totalCents: 0, givenBackCents: 0 });
    expect(leftOf(cardId)).toBe(9);
    expect(issueOf(() => returnFirst(visitId, 0.5))).toEqual(['bad_input', 'lines.0.quantity', 'card_needs_whole']);
    returnFirst(visitId, 1);
    expect(leftOf(cardId)).toBe(10);
    expect(issueOf(() => returnFirst(visitId, 1))).toEqual(['bad_input', 'lines.0.quantity', 'more_than_sold']);
  });

  test('a return cannot be undone once what it gave back is used again', () => {
    const cardId = bought();
    const { visitId } = wash1(cardId, 10);
    const back = returnFirst(visitId, 10);
    wash1(cardId, 5);
    expect(reasonOf(() => desk.undo({ visitId: back.visitId }))).toBe('card_used_since');
    expect(leftOf(cardId)).toBe(5);
  });

  test('what speaks against it is refused at the line', () => {
    const cardId = bought();
    const refusal = (work: () => unknown) => issueOf(work).slice(1);
    const at = (message: string) => ['lines.0.cardId', message];
    const stranger = desk.addCustomer();
    expect(refusal(() => desk.record({ customerId: stranger, lines: [washing(cardId)] }))).toEqual(at('card_of_another'));
    expect(refusal(() => desk.record({ customerId: null, lines: [washing(cardId)] }))).toEqual(at('walk_in_has_no_cards'));
    expect(refusal(() => wash1(cardId, 11))).toEqual(at('card_has_too_few'));
    expect(refusal(() => wash1(cardId, 1.5))).toEqual(at('card_needs_whole'));
    const free = { name: '随便', quantity: 1000, unitPriceCents: 1_00, cardId };
    expect(refusal(() => desk.record({ customerId, lines: [free] }))).toEqual(at('card_not_for_this'));
    expect(refusal(() => desk.record({ customerId, lines: [{ ...cardLine(), cardId }] }))).toEqual(at('card_not_for_this'));
    expect(refusal(() => desk.record({ customerId, lines: [washing(cardId, 6), washing(cardId, 5)] }))).toEqual([
      'lines.1.cardId',
      'card_has_too_few',
    ]);
    expect(refusal(() => desk.record({ customerId, lines: [washing(cardId)], businessDate: addDays(TEST_TODAY, -1) }))).toEqual(
      at('card_not_yet'),
    );
    wash1(cardId, 10);
    expect(refusal(() => wash1(cardId))).toEqual(at('card_is_used_up'));
    const other = bought();
    cards.freeze(other, 5);
    expect(refusal(() => wash1(other))).toEqual(at('card_is_frozen'));
    cards.thaw(other);
    cards.void(other);
    expect(refusal(() => wash1(other))).toEqual(at('card_is_void'));
    const late = bought();
    step(366);
    expect(refusal(() => wash1(late))).toEqual(at('card_is_expired'));
    cards.extend(late, 1);
    expect(wash1(late).totalCents).toBe(0);
  });

  test('what is offered at a visit is what can be used, with the products it pays for; a course warns and does not forbid', () => {
    const cardId = bought();
    const course = cards.saveType({ name: '疗程', gapDays: 7 });
    const second = cards.issue({ customerId, cardTypeId: course.cardTypeId });
    desk.record({ customerId, lines: [washing(second.cardId)] });
    step(3);
    const offered = cards.forVisit({ customerId, productIds: [wash, sold] });
    expect(offered.sold).toEqual([{ productId: sold, name: tenUses.name, uses: 10 }]);
    expect(
      offered.cards.map(({ id, productIds, paysForUnlisted, isTooSoon }) => ({ id, productIds, paysForUnlisted, isTooSoon })),
    ).toEqual([
      { id: cardId, productIds: [wash], paysForUnlisted: false, isTooSoon: false },
      { id: second.cardId, productIds: [wash], paysForUnlisted: true, isTooSoon: true },
    ]);
    expect(wash1(second.cardId).totalCents).toBe(0);
    cards.void(cardId);
    expect(cards.forVisit({ customerId }).cards.map(({ id }) => id)).toEqual([second.cardId]);
  });

  test('a time card is used as often as one likes while it holds', () => {
    const year = cards.saveType({ name: '年卡', uses: null, validity: { count: 12, unit: 'months', from: 'first_use' } });
    const { cardId } = cards.issue({ customerId, cardTypeId: year.cardTypeId });
    expect(cards.ofCustomer(customerId)[0]).toMatchObject({ left: null, lastDay: null, worthCents: 500_00 });
    step(10);
    wash1(cardId, 50);
    wash1(cardId);
    expect(cards.ofCustomer(customerId)[0]).toMatchObject({ left: null, used: 51, lastDay: '2027-12-01', standing: 'open' });
    step(10 + 366);
    expect(issueOf(() => wash1(cardId))[2]).toBe('card_is_expired');
  });
});

describe('by hand, each with a reason and an undo', () => {
  test('issue, extend, freeze, thaw, void: taken back, all is as it was before', () => {
    const { cardId, entryId } = cards.issue({ customerId, cardTypeId, uses: 4, priceCents: 100_00 });
    expect(cards.ofCustomer(customerId)[0]).toMatchObject({ uses: 4, left: 4, priceCents: 100_00 });
    for (const change of [() => cards.extend(cardId, 30), () => cards.freeze(cardId, 10), () => cards.void(cardId)]) {
      const before = books();
      const done = change();
      expect(books()).not.toEqual(before);
      cards.reverse(done.entryId);
      expect(books()).toEqual(before);
      expect(failureOf(() => cards.reverse(done.entryId)).code).toBe('already_undone');
    }
    cards.reverse(entryId);
    expect(cards.ofCustomer(customerId)).toEqual([]);
  });

  test('a freeze moves the end, at most so many days a year; a thaw is taken back before its freeze', () => {
    const cardId = bought();
    expect(issueOf(() => cards.freeze(cardId, 31))).toEqual(['bad_input', 'days', 'over_freeze_days']);
    const frozen = cards.freeze(cardId, 20);
    expect(cards.ofCustomer(customerId)[0]).toMatchObject({
      standing: 'frozen',
      frozenUntil: '2026-12-10',
      lastDay: '2027-12-11',
    });
    expect(reasonOf(() => cards.freeze(cardId, 1))).toBe('card_frozen');
    step(5);
    const thawed = cards.thaw(cardId);
    expect(cards.ofCustomer(customerId)[0]).toMatchObject({ standing: 'open', lastDay: '2027-11-26', freezeDaysLeft: 25 });
    expect(reasonOf(() => cards.thaw(cardId))).toBe('card_not_frozen');
    expect(reasonOf(() => cards.reverse(frozen.entryId))).toBe('card_changed_since');
    cards.reverse(thawed.entryId);
    cards.reverse(frozen.entryId);
    expect(cards.ofCustomer(customerId)[0]?.lastDay).toBe('2027-11-21');
  });

  test('what somebody has relied on since stays', () => {
    const { cardId, entryId } = cards.issue({ customerId, cardTypeId });
    step(366);
    const extended = cards.extend(cardId, 30);
    wash1(cardId);
    for (const id of [extended.entryId, entryId]) expect(reasonOf(() => cards.reverse(id))).toBe('card_used_since');
    const use = cards.history(cardId)[0];
    expect(reasonOf(() => cards.reverse(use?.id ?? ''))).toBe('card_entry_of_visit');
  });

  test('all cards of a kind are extended in one go, those that are over left out; and taken back in one go', () => {
    const [first, second, third] = [bought(), bought(), bought()];
    cards.void(second ?? '');
    const endless = cards.saveType({ name: '无期', validity: null });
    cards.issue({ customerId, cardTypeId: endless.cardTypeId });
    const before = books();
    const { changeId, cards: many } = cards.extendAll(cardTypeId, 14);
    expect(many).toBe(2);
    const ends = new Map(cards.ofCustomer(customerId).map(({ id, lastDay }) => [id, lastDay]));
    expect([ends.get(first as never), ends.get(third as never)]).toEqual(['2027-12-05', '2027-12-05']);
    cards.takeBackExtension(changeId);
    expect(books()).toEqual(before);
    expect(failureOf(() => cards.takeBackExtension(changeId)).code).toBe('already_undone');
    expect(reasonOf(() => cards.extendAll(endless.cardTypeId, 14))).toBe('no_cards_to_extend');
  });
});

describe('what the shop owes in uses', () => {
  test('is told by age, worth the price of what is left, without those that are over or in the bin', () => {
    const cardId = bought();
    wash1(cardId, 4);
    cards.void(bought());
    const year = cards.saveType({
      name: '年卡',
      uses: null,
      priceCents: 366_00,
      validity: { count: 365, unit: 'days', from: 'issue' },
    });
    cards.issue({ customerId, cardTypeId: year.cardTypeId });
    expect(cards.owed().ages[0]).toEqual({ age: 'recent', cards: 2, uses: 6, worthCents: 300_00 + 366_00 });
    step(183);
    const told = cards.ofCustomer(customerId, false).reduce((sum, { worthCents }) => sum + worthCents, 0);
    expect(cards.owed().ages.map(({ cards: many, worthCents }) => [many, worthCents])).toEqual([
      [0, 0],
      [2, told],
      [0, 0],
    ]);
    step(366);
    expect(cards.owed().ages.every(({ cards: many }) => many === 0)).toBe(true);
  });

  test('what lapses soon is listed with whose it is, soonest first, page by page', () => {
    const first = bought();
    step(10);
    const second = bought();
    step(340);
    expect(cards.owed().soon).toBe(1);
    expect(cards.lapsing().rows).toMatchObject([{ cardId: first, customerName: '王芳', left: 10, lastDay: '2027-11-21' }]);
    expect(cards.lapsing({ days: 60, limit: 1, offset: 1 })).toMatchObject({ total: 2, rows: [{ cardId: second }] });
    cards.extend(first, 60);
    expect(cards.lapsing({ days: 60 }).rows.map(({ cardId }) => String(cardId))).toEqual([second]);
  });
});

describe('the ledger', () => {
  test('is only ever added to, and a card keeps its terms and its owner', () => {
    const cardId = bought();
    const { database } = desk;
    for (const change of ['uses = 99', 'position = 7', `business_date = '2030-01-01'`, `kind = 'return'`])
      expect(() => plainRun(database, `UPDATE count_card_entries SET ${change}`)).toThrow(/append-only/);
    expect(() => plainRun(database, 'UPDATE count_cards SET uses = 99')).toThrow(/keeps its terms/);
    const stranger = desk.addCustomer();
    expect(() => plainRun(database, 'UPDATE count_cards SET customer_id = @stranger', { stranger })).toThrow(/keeps its owner/);
    expect(leftOf(cardId)).toBe(10);
  });

  test('two customers that are merged have all cards of both, and get back their own', () => {
    const cardId = bought();
    const survivorId = desk.addCustomer();
    const input = contract.merges.merge.input.parse({ survivorId, otherId: customerId, choices: [] });
    const merged = desk.command(() => mergesHandlers['merges.merge'](desk.context, input));
    expect(cards.ofCustomer(survivorId).map(({ id }) => id)).toEqual([cardId]);
    desk.record({ customerId: survivorId, lines: [washing(cardId)] });
    desk.command(() =>
      mergesHandlers['merges.undo'](desk.context, contract.merges.undo.input.parse({ mergeId: merged.mergeId })),
    );
    expect(leftOf(cardId)).toBe(9);
    expect(cards.ofCustomer(survivorId)).toEqual([]);
  });

  const acts = fc.array(
    fc.record({
      what: fc.constantFrom('buy', 'use', 'return', 'undo', 'void', 'extend', 'freeze', 'thaw', 'reverse', 'day'),
      which: fc.nat({ max: 50 }),
      many: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 25 },
  );
  property.prop([acts], { numRuns: 25 })(
    'after any history what is kept open is what the ledgers say, and nothing is below zero',
    (wanted) => {
      const visits: VisitId[] = [];
      const entries: string[] = [];
      let day = 0;
      const attempt = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      };
      const held = (which: number): string => {
        const all = cards.ofCustomer(customerId);
        return all[which % Math.max(1, all.length)]?.id ?? customerId;
      };
      for (const { what, which, many } of wanted)
        attempt(() => {
          if (what === 'buy') visits.push(buy(many).visitId);
          if (what === 'use') visits.push(wash1(held(which), many).visitId);
          const visit = visits[which % Math.max(1, visits.length)];
          if (what === 'return' && visit !== undefined) visits.push(returnFirst(visit, many).visitId);
          if (what === 'undo' && visit !== undefined) desk.undo({ visitId: visit });
          if (what === 'void') entries.push(cards.void(held(which)).entryId);
          if (what === 'extend') entries.push(cards.extend(held(which), many).entryId);
          if (what === 'freeze') entries.push(cards.freeze(held(which), many).entryId);
          if (what === 'thaw') entries.push(cards.thaw(held(which)).entryId);
          if (what === 'reverse') cards.reverse(entries[which % Math.max(1, entries.length)] ?? customerId);
          // The clock goes back as well.
          if (what === 'day') step((day += which - 25));
        });
      const sums = plainRows<{ id: string; uses: number; left: number; open: number | null }>(
        desk.database,
        `SELECT card.id, card.uses, sum(entry.uses) AS left, open.uses_left AS open FROM count_cards AS card
       JOIN count_card_entries AS entry ON entry.card_id = card.id
       LEFT JOIN open_count_cards AS open ON open.card_id = card.id GROUP BY card.id`,
      );
      const told = new Map(cards.ofCustomer(customerId).map((card) => [String(card.id), card]));
      for (const { id, uses, left, open } of sums) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(uses);
        expect(told.get(id)?.left ?? 0).toBe(left);
        expect(open).toBe(told.get(id)?.standing === 'void' || left === 0 ? null : left);
      }
      expect(auditProblems(desk.database)).toEqual([]);
    },
  );
});
