import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSlip } from '../../electron/handlers/printing/slips.ts';
import { valueCardsHandlers } from '../../electron/handlers/valueCards.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { deleteCustomers } from '../../electron/store/bin.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { CustomerId, MergeId, ValueCardEntryId, ValueCardId, VisitId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';
import { valueCardsAt } from '../helpers/valueCards.ts';

const DAY = 24 * 60 * 60 * 1000;
let desk: MergeDesk;
let sales: ReturnType<typeof salesOf>;
let cards: ReturnType<typeof valueCardsAt>;
let wang: CustomerId;
beforeEach(() => {
  desk = openMergeDesk();
  sales = salesOf(desk);
  cards = valueCardsAt(desk);
  wang = desk.create({ name: '王芳' });
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const step = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const leftOn = (cardId: ValueCardId) => cards.findById(cardId).leftCents;
const gift = (faceCents = 100_00, more: Partial<CallInput<'valueCards.sell'>> = {}) => {
  const typeId =
    cards.types().find(({ kind, validDays }) => kind === 'gift' && validDays === null)?.id ?? cards.saveType().typeId;
  const { cardId, code, entryId } = cards.sell({ typeId, faceCents, ...more });
  return { cardId, code: code ?? '', entryId };
};
const shopping = (scope: { productIds: string[] }, customerId = wang, faceCents = 100_00) => {
  const kind = { name: `购物卡${cards.types(true).length}`, kind: 'shopping' as const, scope: { ...scope, categories: [] } };
  return cards.sell({ typeId: cards.saveType(kind).typeId, customerId, faceCents });
};
interface Card {
  readonly cardId: ValueCardId;
  readonly code?: string | null;
}
const pay = (card: Card, cents: number) => ({ cardId: card.cardId, code: card.code ?? null, cents });
const giveBack = (visitId: VisitId, units = 1, exchange: (ReturnType<typeof item> & { productId?: string })[] = []) => {
  const [line] = desk.findVisit({ visitId }).lines;
  return sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity: units * 1000 }], exchange, reason: '不合适' });
};
const field = (message: string, index = 0) => ({
  code: 'bad_input',
  details: { issues: [{ path: `valueCards.${index}.cents`, message }] },
});

describe('a gift card (X60)', () => {
  it('is money of the day it is sold and no sale; a walk-in pays with its code, in part, and the rest stays on it', () => {
    const card = gift();
    expect(sales.ofDay(desk.clock.today)).toMatchObject({
      totalCents: 0,
      cardsSold: [{ cents: 100_00, method: 'cash', name: null }],
    });
    const { visitId } = desk.record({ customerId: null, lines: [item(30_00)], valueCards: [pay(card, 30_00)] });
    expect(leftOn(card.cardId)).toBe(70_00);
    expect(sales.ofDay(desk.clock.today)).toMatchObject({ totalCents: 30_00, cardsPaidCents: 30_00 });
    expect(desk.findVisit({ visitId })).toMatchObject({
      payments: [{ method: 'value_card', cents: 30_00 }],
      valueCards: [{ cardId: card.cardId, paidCents: 30_00, leftCents: 70_00, codeEnd: card.code.slice(8) }],
    });
    expect(cards.findById(card.cardId)).toMatchObject({ customerId: null, standing: 'open' });
    expect(cards.owed()).toMatchObject({ cents: 70_00, kinds: [{ kind: 'gift', cards: 1, cents: 70_00 }] });
    desk.undo({ visitId });
    expect([leftOn(card.cardId), sales.ofDay(desk.clock.today).cardsPaidCents]).toEqual([100_00, 0]);
  });

  it('is on record for the first customer who uses it, pays for whoever gives its code, and is nobody’s again with the undo', () => {
    const li = desk.create({ name: '李雷' });
    const card = gift();
    const { visitId } = desk.record({ customerId: wang, lines: [item(30_00)], valueCards: [pay(card, 30_00)] });
    expect(cards.ofCustomer(wang)).toMatchObject({ openCents: 70_00, cards: [{ kind: 'gift', leftCents: 70_00 }] });
    desk.record({ customerId: li, lines: [item(10_00)], valueCards: [pay(card, 10_00)] });
    desk.record({ customerId: wang, lines: [item(10_00)], valueCards: [pay({ cardId: card.cardId }, 10_00)] });
    const withoutCode = { customerId: li, lines: [item(10_00)], valueCards: [pay({ cardId: card.cardId }, 10_00)] };
    expect(failureOf(() => desk.record(withoutCode))).toMatchObject(field('value_card_other_person'));
    expect(cards.ofCustomer(li).cards).toEqual([]);
    desk.undo({ visitId });
    expect([leftOn(card.cardId), cards.ofCustomer(wang).cards]).toEqual([80_00, []]);
  });

  it('is claimed with a walk-in’s visit, and let go with it', () => {
    const card = gift();
    const { visitId } = desk.record({ customerId: null, lines: [item(30_00)], valueCards: [pay(card, 30_00)] });
    sales.claim({ visitId, customerId: wang });
    expect(cards.ofCustomer(wang).cards).toMatchObject([{ id: card.cardId }]);
    sales.unclaim({ visitId });
    expect(cards.ofCustomer(wang).cards).toEqual([]);
    expect(leftOn(card.cardId)).toBe(70_00);
  });

  it('earns as money does where it was paid for, as a gift where it was given away', () => {
    desk.settings({ pointsPerHundred: 100, giftEarnsPoints: false });
    const buy = (card: Card) =>
      desk.record({ customerId: wang, lines: [item(50_00)], valueCards: [pay(card, 50_00)] }).pointsEarned;
    expect([buy(gift()), buy(gift(100_00, { paidCents: 0, method: null })), buy(gift(100_00, { paidCents: 50_00 }))]).toEqual([
      50, 0, 25,
    ]);
    const { visitId } = desk.record({
      customerId: null,
      lines: [item(50_00)],
      valueCards: [pay(gift(100_00, { paidCents: 0, method: null }), 50_00)],
    });
    expect(sales.claim({ visitId, customerId: wang }).pointsEarned).toBe(0);
  });

  it('is refused with the reason: unknown, ended, empty, expired, not yet sold, more than is on it', () => {
    const lasting = cards.saveType({ name: '三十天', validDays: 30 }).typeId;
    const card = cards.sell({ typeId: lasting });
    const asked = { cardId: card.cardId, code: card.code ?? '' };
    const buy = (one: Card, cents: number, more: object = {}) =>
      failureOf(() => desk.record({ customerId: null, lines: [item(200_00)], valueCards: [pay(one, cents)], ...more }));
    expect(buy(asked, 100_01)).toMatchObject(field('more_than_on_card'));
    expect(buy({ ...asked, code: 'AAAA' }, 1)).toMatchObject(field('value_card_other_person'));
    expect(buy(asked, 1, { businessDate: addDays(TEST_TODAY, -1) })).toMatchObject(field('value_card_later'));
    step(31);
    expect(buy(asked, 1)).toMatchObject(field('value_card_expired'));
    expect(cards.owed().cents).toBe(0);
    step(30);
    expect(cards.owed()).toMatchObject({ cents: 100_00, soonCents: 100_00 });
    const { entryId } = cards.void(card.cardId);
    expect(buy(asked, 1)).toMatchObject(field('value_card_void'));
    expect(failureOf(() => cards.void(card.cardId))).toMatchObject({ details: { reason: 'value_card_void' } });
    cards.reverse(entryId);
    desk.record({ customerId: null, lines: [item(100_00)], valueCards: [pay(asked, 100_00)] });
    expect(buy(asked, 1)).toMatchObject(field('value_card_empty'));
    const twice = { customerId: null, lines: [item(1)], valueCards: [pay(asked, 1), pay(asked, 1)] };
    expect(() => desk.record(twice)).toThrow(/card_twice/);
  });

  it('says on the receipt what is left, and never its code', () => {
    const card = gift();
    const { visitId } = desk.record({ customerId: null, lines: [item(30_00)], valueCards: [pay(card, 30_00)] });
    const slip = JSON.stringify(
      makeSlip(desk.context, contract.printing.slip.input.parse({ slip: { kind: 'receipt', visitId }, paper: '58mm' })),
    );
    expect(slip).toContain(`…${card.code.slice(8)} 余额`);
    expect(slip).toContain('70.00');
    expect(slip).not.toContain(card.code);
  });
});

describe('selling', () => {
  it('keeps to the amounts of its kind; another price than its face is for whoever may correct balances', () => {
    const { typeId } = cards.saveType({ name: '面额卡', faces: [100_00, 200_00] });
    expect(failureOf(() => cards.sell({ typeId, faceCents: 150_00 }))).toMatchObject({
      details: { issues: [{ path: 'faceCents', message: 'face_not_sold' }] },
    });
    expect(failureOf(() => cards.sell({ typeId, method: null }))).toMatchObject({
      details: { issues: [{ message: 'method_needed' }] },
    });
    const permissions = desk.context.actor.permissions.filter((right) => right !== 'loyalty.adjust');
    const clerk = { ...desk.context, actor: { staffId: null, permissions } };
    const sell = (paidCents: number) =>
      valueCardsHandlers['valueCards.sell'](
        clerk,
        contract.valueCards.sell.input.parse({ typeId, customerId: null, faceCents: 100_00, paidCents, method: 'cash' }),
      );
    expect(failureOf(() => desk.command(() => sell(90_00)))).toMatchObject({ code: 'not_permitted' });
    const { cardId } = desk.command(() => sell(100_00));
    const codeForClerk = () => valueCardsHandlers['valueCards.findById'](clerk, { cardId }).code;
    expect(codeForClerk()).toMatch(/^\w{12}$/);
    step(1);
    expect(codeForClerk()).toBeNull();
    expect(cards.findById(cardId).code).toMatch(/^\w{12}$/);
  });

  it('is taken back with its money while nothing was paid with it, and stands in the books as what was given back', () => {
    const card = gift();
    const { visitId } = desk.record({ customerId: null, lines: [item(30_00)], valueCards: [pay(card, 30_00)] });
    expect(failureOf(() => cards.reverse(card.entryId))).toMatchObject({ details: { reason: 'value_card_spent' } });
    desk.undo({ visitId });
    cards.reverse(card.entryId);
    expect(sales.ofDay(desk.clock.today).cardsSold.map(({ cents }) => cents)).toEqual([100_00, -100_00]);
    expect(cards.findById(card.cardId)).toMatchObject({ leftCents: 0, standing: 'void' });
    expect(failureOf(() => cards.reverse(card.entryId))).toMatchObject({ code: 'already_undone' });
  });

  it('finds a card by its code, by the end of it, by name and by whose it is', () => {
    const card = gift();
    shopping({ productIds: [] });
    const found = (text: string) => cards.find({ text }).rows.map(({ id }) => id);
    expect(found(card.code.toLowerCase())).toEqual([card.cardId]);
    expect(found(card.code.slice(8))).toEqual([card.cardId]);
    expect(found('礼品')).toEqual([card.cardId]);
    expect(cards.find({ text: '王' }).rows).toMatchObject([{ kind: 'shopping', customerName: '王芳' }]);
    expect(cards.find({}).total).toBe(2);
    cards.void(card.cardId);
    expect([cards.find({}).total, cards.find({ onlyOpen: false }).total]).toEqual([1, 2]);
  });

  it('of a kind needs no code by hand: kinds are unique, put away, and deleted while none was sold', () => {
    const { typeId } = cards.saveType();
    expect(failureOf(() => cards.saveType())).toMatchObject({ details: { reason: 'value_card_type_taken' } });
    expect(cards.saveType({ typeId, name: '礼券' }).before).toMatchObject({ name: '礼品卡' });
    cards.sell({ typeId });
    expect(failureOf(() => cards.removeType({ typeId }))).toMatchObject({ details: { reason: 'value_card_type_in_use' } });
    cards.archiveType({ typeId, isArchived: true });
    expect(failureOf(() => cards.sell({ typeId }))).toMatchObject({ details: { reason: 'value_card_type_archived' } });
    expect([cards.types().length, cards.types(true).length]).toEqual([0, 1]);
  });
});

describe('a shopping card (X59)', () => {
  it('pays for what it is for and no more, of the customer whose it is', () => {
    const tea = desk.addProduct('龙井', 60_00, null);
    const card = shopping({ productIds: [tea] });
    const lines = [{ ...item(60_00), productId: tea }, item(40_00)];
    expect(cards.atVisit({ customerId: wang, productIds: [tea] }).cards).toMatchObject([{ isForAll: false, productIds: [tea] }]);
    expect(failureOf(() => desk.record({ customerId: wang, lines, valueCards: [pay(card, 60_01)] }))).toMatchObject(
      field('more_than_card_is_for'),
    );
    const discount = { kind: 'percent' as const, basisPoints: 5000 };
    expect(failureOf(() => desk.record({ customerId: wang, lines, discount, valueCards: [pay(card, 30_01)] }))).toMatchObject(
      field('more_than_card_is_for'),
    );
    desk.record({ customerId: wang, lines, valueCards: [pay(card, 60_00)] });
    expect(leftOn(card.cardId)).toBe(40_00);
    expect(cards.ofCustomer(wang)).toMatchObject({ openCents: 40_00, cards: [{ paysFor: ['龙井'] }] });
    expect(desk.timeline({ customerId: wang, kinds: ['valueCard'] }).entries).toMatchObject([
      { valueCard: { faceCents: 100_00 } },
    ]);
  });

  it('beside another payment fits the bill: together no more than there is to pay', () => {
    const card = shopping({ productIds: [] });
    const input = { customerId: wang, lines: [item(60_00)], payments: [{ method: 'cash' as const, cents: 20_01 }] };
    expect(failureOf(() => desk.record({ ...input, valueCards: [pay(card, 40_00)] }))).toMatchObject({
      details: { issues: [{ message: 'more_than_total' }] },
    });
  });

  it('gets back what its lines took, in proportion, and an exchange is paid out of that', () => {
    const tea = desk.addProduct('龙井', 30_00, null);
    const card = shopping({ productIds: [tea] });
    const { visitId } = desk.record({
      customerId: wang,
      lines: [{ ...item(30_00, 2), productId: tea }, item(40_00)],
      valueCards: [pay(card, 45_00)],
    });
    expect(leftOn(card.cardId)).toBe(55_00);
    const back = giveBack(visitId);
    expect([back.cardsGivenBackCents, leftOn(card.cardId)]).toEqual([22_50, 77_50]);
    const [, other] = desk.findVisit({ visitId }).lines;
    const rest = sales.returnLines({ visitId, lines: [{ lineId: other?.id ?? '', quantity: 1000 }], reason: '不合适' });
    expect(rest.cardsGivenBackCents).toBe(0);
    const swap = giveBack(visitId, 1, [{ ...item(30_00), productId: tea }]);
    expect([swap.cardsGivenBackCents, leftOn(card.cardId)]).toEqual([22_50, 77_50]);
    expect(desk.findVisit({ visitId: swap.visitId }).valueCards).toMatchObject([{ paidCents: 22_50, returnedCents: 22_50 }]);
    desk.undo({ visitId: swap.visitId });
    desk.undo({ visitId: back.visitId });
    expect(leftOn(card.cardId)).toBe(55_00);
  });

  it('asks for the customer’s proof where spending does', () => {
    desk.settings({ spendingProof: 'pin', spendingProofFromCents: cents(0) });
    const card = shopping({ productIds: [] });
    const owned = { customerId: wang, lines: [item(60_00)], valueCards: [pay(card, 60_00)] };
    expect(failureOf(() => desk.record(owned))).toMatchObject({
      details: { reason: 'spending_proof_needed', valueCents: 60_00 },
    });
    const bearer = gift();
    desk.record({ customerId: wang, lines: [item(60_00)], valueCards: [pay(bearer, 60_00)] });
  });

  it('goes with the person who is deleted; a gift card stays the bearer’s', () => {
    const own = shopping({ productIds: [] });
    const card = gift();
    desk.record({ customerId: wang, lines: [item(30_00)], valueCards: [pay(card, 30_00)] });
    desk.remove(wang);
    desk.command(() => deleteCustomers(desk.database, [wang]));
    expect(failureOf(() => leftOn(own.cardId))).toMatchObject({ code: 'not_found' });
    expect(cards.findById(card.cardId)).toMatchObject({ customerId: null, leftCents: 70_00 });
  });
});

const amount = fc.integer({ min: 1, max: 90_00 });
const which = fc.nat(20);
const deed = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sell' as const), who: fc.nat(2), amount }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      who: fc.nat(2),
      which,
      price: amount,
      share: fc.integer({ min: 0, max: 100 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('return' as const), which, exchange: fc.constantFrom(0, 50, 500) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unmerge' as const) }) },
);

describe('any history of the desk', () => {
  test.prop([fc.array(deed, { maxLength: 40 })], { numRuns: 40 })(
    'keeps left = ledger, never below nothing nor above the face; undoing all visits gives every card what it was sold with',
    (deeds) => {
      const people = [null, desk.create({ name: '甲' }), desk.create({ name: '乙' })] as const;
      const sold: (Card & { readonly entryId: ValueCardEntryId; readonly face: number })[] = [];
      const visits: VisitId[] = [];
      const ended = new Set<string>();
      let mergeId: MergeId | null = null;
      const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
      /** Refused is refused: what counts is that nothing is out of place afterwards. */
      const tried = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      };
      for (const one of deeds)
        tried(() => {
          const person = 'who' in one ? (people[one.who] ?? null) : null;
          const card = 'which' in one ? pick(sold, one.which) : undefined;
          const visitId = 'which' in one ? pick(visits, one.which) : undefined;
          if (one.do === 'sell') {
            const made =
              person === null ? gift(one.amount) : { ...shopping({ productIds: [] }, person, one.amount), code: undefined };
            sold.push({
              cardId: made.cardId,
              entryId: made.entryId,
              face: one.amount,
              ...(made.code !== undefined && { code: made.code }),
            });
          }
          if (one.do === 'record' && card !== undefined) {
            const cents = Math.floor((one.price * 2 * one.share) / 100);
            const valueCards = cents > 0 ? [pay(card, cents)] : [];
            visits.push(desk.record({ customerId: person, lines: [item(one.price, 2)], valueCards }).visitId);
          }
          if (one.do === 'return' && visitId)
            visits.push(giveBack(visitId, 1, one.exchange === 0 ? [] : [item(one.exchange)]).visitId);
          if (one.do === 'undo' && visitId) desk.undo({ visitId });
          if (one.do === 'reverse' && card) {
            cards.reverse(card.entryId);
            ended.add(card.cardId);
          }
          if (one.do === 'void' && card) {
            cards.void(card.cardId);
            ended.add(card.cardId);
          }
          const [, survivorId, otherId] = people;
          if (one.do === 'merge' && mergeId === null) mergeId = desk.merge({ survivorId, otherId }).mergeId;
          if (one.do === 'unmerge' && mergeId !== null) {
            desk.undoMerge({ mergeId });
            mergeId = null;
          }
        });
      expect(auditProblems(desk.database)).toEqual([]);
      for (const { cardId, face } of sold) {
        expect(leftOn(cardId)).toBeGreaterThanOrEqual(0);
        expect(leftOn(cardId)).toBeLessThanOrEqual(face);
      }
      if (ended.size > 0) return;
      for (const visitId of visits.toReversed()) tried(() => desk.undo({ visitId }));
      for (const { cardId, face } of sold) expect(leftOn(cardId)).toBe(face);
    },
  );
});
