import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents, sumCents } from '../../types/amounts.ts';
import { giftPartOf, isExpired, lastDayOf, standingOf } from './cards.ts';
import { codeEndOf, readCodeEnd, readValueCardCode, shownCode, VALUE_CARD_CODE, valueCardCodeOf } from './codes.ts';
import { mostPaidByCard, spreadCards } from './paying.ts';
import { goesBackToCards } from './returns.ts';
import { localDate } from '../../types/time.ts';

const money = fc.integer({ min: 0, max: 1_000_00 }).map(cents);

describe('the code of a gift card', () => {
  test.prop([fc.uuid({ version: 7 })])('is found again however it is typed, and holds no telephone number', (id) => {
    const code = valueCardCodeOf(id);
    expect(code).toMatch(VALUE_CARD_CODE);
    expect(code).not.toMatch(/\d{4}/);
    expect(readValueCardCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
    expect(shownCode(code)).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(readCodeEnd(codeEndOf(code))).toBe(code.slice(8));
  });
  test.prop([fc.uuid({ version: 7 }), fc.nat({ max: 11 }), fc.constantFrom('2', '7', '9', 'A', 'B', 'K', 'W', 'Y')])(
    'with one wrong character is none',
    (id, at, other) => {
      const code = valueCardCodeOf(id);
      const typed = code.slice(0, at) + other + code.slice(at + 1);
      expect(readValueCardCode(typed)).toBe(typed === code ? code : null);
    },
  );
  test.prop([fc.uuid({ version: 7 }), fc.nat({ max: 10 })])('with two characters that changed places is none', (id, at) => {
    const code = valueCardCodeOf(id);
    const typed = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
    expect(readValueCardCode(typed)).toBe(typed === code ? code : null);
  });
  it('is not an end of one, nor is anything else', () => {
    expect(['', '甲', 'A', '2ABC', 'ABCDE'].map(readCodeEnd)).toEqual([null, null, null, null, null]);
  });
});

const bill = fc.array(money, { minLength: 1, maxLength: 5 }).chain((lines) =>
  fc.record({
    lines: fc.constant(lines),
    cards: fc.array(
      fc.record({ cents: money, lines: fc.array(fc.nat({ max: lines.length - 1 }), { maxLength: lines.length }) }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);
const paying = (cards: readonly { readonly cents: number; readonly lines: readonly number[] }[]) =>
  cards.map((card) => ({ cents: cents(card.cents), isFor: (line: number) => card.lines.includes(line) }));

/** Whether cards can pay what they are to: every few of them together no more than the lines come to that they are for (Hall). */
const fits = (
  cards: readonly { readonly cents: number; readonly lines: readonly number[] }[],
  lines: readonly number[],
): boolean =>
  Array.from({ length: 2 ** cards.length }, (_, some) => cards.filter((_card, index) => ((some >> index) & 1) === 1)).every(
    (some) =>
      some.reduce((sum, card) => sum + card.cents, 0) <=
      lines.reduce((sum, amount, line) => sum + (some.some((card) => card.lines.includes(line)) ? amount : 0), 0),
  );

describe('what cards pay of a bill', () => {
  test.prop([bill])(
    'is spread so that each pays all of it, for what it is for, and no line is paid twice',
    ({ lines, cards }) => {
      const shares = spreadCards(paying(cards), lines);
      expect(shares !== null).toBe(fits(cards, lines));
      for (const [index, its] of (shares ?? []).entries()) {
        expect(sumCents(its)).toBe(cards[index]?.cents);
        for (const [line, share] of its.entries())
          expect(share === 0 || (share > 0 && cards[index]?.lines.includes(line))).toBe(true);
      }
      for (const [line, amount] of lines.entries())
        expect(sumCents((shares ?? []).map((its) => its[line] ?? cents(0)))).toBeLessThanOrEqual(amount);
    },
  );
  it('is spread in proportion over the lines of one card', () => {
    expect(spreadCards(paying([{ cents: 50, lines: [0, 2] }]), [cents(60), cents(500), cents(40)])).toEqual([[30, 0, 20]]);
  });
  test.prop([bill, money])('goes up to what the others leave, and not a cent further', ({ lines, cards }, open) => {
    const [first, ...rest] = paying(cards);
    if (first === undefined || spreadCards(rest, lines) === null) return;
    const most = mostPaidByCard(rest, first, lines, open);
    expect(most).toBeLessThanOrEqual(Math.min(first.cents, open));
    expect(spreadCards([...rest, { ...first, cents: most }], lines)).not.toBeNull();
    if (most < Math.min(first.cents, open))
      expect(spreadCards([...rest, { ...first, cents: cents(most + 1) }], lines)).toBeNull();
  });
});

describe('what goes back to cards', () => {
  test.prop([
    fc.integer({ min: 1, max: 1_000_00 }),
    fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 1, max: 1_000_00 }), { maxLength: 5 }),
  ])('is all they paid once the line is back, never more than is given back, whatever the steps', (amount, weights, steps) => {
    const all = weights.reduce((sum, one) => sum + one, 0) + 7;
    const paid = weights.map((weight) => cents(Math.floor((amount * weight) / all)));
    let back = paid.map(() => cents(0));
    let returned = 0;
    for (const step of [...steps, amount]) {
      const given = Math.min(step, amount - returned);
      const now = goesBackToCards(
        { amountCents: cents(amount), returnedCents: cents(returned), givenBackCents: cents(given) },
        paid.map((paidCents, index) => ({ paidCents, backCents: back[index] ?? cents(0) })),
      );
      expect(sumCents(now)).toBeLessThanOrEqual(given);
      expect(Math.min(...now)).toBeGreaterThanOrEqual(0);
      back = back.map((before, index) => cents(before + (now[index] ?? 0)));
      returned += given;
    }
    expect(back).toEqual(paid);
  });
});

describe('a card', () => {
  test.prop([money, money, money])(
    'that was paid for is money, one that was given is a gift, in proportion between',
    (face, paid, spent) => {
      const gift = giftPartOf(cents(Math.min(spent, face)), { faceCents: face, paidCents: paid });
      expect(gift).toBeGreaterThanOrEqual(0);
      expect(gift).toBeLessThanOrEqual(Math.min(spent, face));
      if (paid >= face) expect(gift).toBe(0);
      if (paid === 0) expect(gift).toBe(Math.min(spent, face));
    },
  );
  it('pays up to its last day', () => {
    const today = localDate('2026-11-23');
    expect(lastDayOf(today, null)).toBeNull();
    const last = lastDayOf(today, 30);
    expect(last).toBe('2026-12-23');
    expect([isExpired(last, localDate('2026-12-23')), isExpired(last, localDate('2026-12-24'))]).toEqual([false, true]);
    const card = { leftCents: cents(1), validUntil: last, isVoid: false };
    expect(standingOf(card, today)).toBe('open');
    expect(standingOf(card, localDate('2027-01-01'))).toBe('expired');
    expect(standingOf({ ...card, leftCents: cents(0) }, today)).toBe('empty');
    expect(standingOf({ ...card, leftCents: cents(0), isVoid: true }, today)).toBe('void');
  });
});
