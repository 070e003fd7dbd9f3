import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cents, quantity } from '../../types/amounts.ts';
import { countCardEntryId, countCardId, productId } from '../../types/ids.ts';
import { addDays, daysBetween, localDate } from '../../types/time.ts';
import { chooseCards, isInScope, usesFor } from './cardFit.ts';
import type { LineToPay, UsableCard } from './cardFit.ts';
import { presetCardTypes } from './cardTypes.ts';
import { cardWorth } from './cardWorth.ts';
import {
  freezeDaysLeft,
  frozenUntil,
  isFreezeTooLong,
  nextDueOn,
  replayCard,
  standingEntries,
  standingOf,
} from './countCards.ts';
import type { CardEntry, CardTerms } from './countCards.ts';

const START = localDate('2026-01-01');
const uuid = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
const entry = (place: number, kind: CardEntry['kind'], uses = 0, more: Partial<CardEntry> = {}): CardEntry => ({
  id: countCardEntryId(uuid(place)),
  kind,
  uses,
  days: 0,
  businessDate: addDays(START, place),
  reversesId: null,
  concernsId: null,
  ...more,
});
const reversal = (place: number, of: CardEntry): CardEntry => entry(place, 'reverse', 0 - of.uses, { reversesId: of.id });
const terms: CardTerms = {
  uses: 10,
  validity: { count: 12, unit: 'months', from: 'issue' },
  issuedOn: START,
  gapDays: null,
  freezeDays: 30,
};
const issued = entry(0, 'issue', 10);

describe('the ledger of a count card, replayed (R069)', () => {
  test('uses take away, returns give back, and the last day counts from the issue', () => {
    const use = entry(3, 'use', -3);
    const state = replayCard(terms, [issued, use, entry(5, 'return', 1, { concernsId: use.id })]);
    expect(state).toMatchObject({ left: 8, used: 2, firstUsedOn: '2026-01-04', lastUsedOn: '2026-01-04', lastDay: '2027-01-01' });
    expect(standingOf(terms, state, localDate('2027-01-01'))).toBe('open');
    expect(standingOf(terms, state, localDate('2027-01-02'))).toBe('expired');
    expect(standingOf(terms, state, localDate('2025-12-31'))).toBe('not_yet');
  });

  test('one that holds from its first use has no end before it, and none again when that use is taken back', () => {
    const fromUse: CardTerms = { ...terms, validity: { count: 30, unit: 'days', from: 'first_use' } };
    const use = entry(9, 'use', -1);
    expect(replayCard(fromUse, [issued]).lastDay).toBeNull();
    expect(replayCard(fromUse, [issued, use]).lastDay).toBe('2026-02-09');
    expect(replayCard(fromUse, [issued, use, reversal(10, use)])).toMatchObject({ lastDay: null, left: 10, used: 0 });
  });

  test('extensions and freezes move the end; a thaw moves it by the days that really stood still', () => {
    const freeze = entry(10, 'freeze', 0, { days: 20 });
    const extended = [issued, entry(1, 'extend', 0, { days: 7 }), freeze];
    const frozen = replayCard(terms, extended);
    expect(frozen.lastDay).toBe('2027-01-28');
    expect(frozenUntil(frozen, localDate('2026-01-30'))).toBe('2026-01-30');
    expect(frozenUntil(frozen, localDate('2026-01-31'))).toBeNull();
    expect(standingOf(terms, frozen, localDate('2026-01-15'))).toBe('frozen');
    const thawed = replayCard(terms, [...extended, entry(15, 'thaw', 0, { concernsId: freeze.id })]);
    expect(thawed.lastDay).toBe('2027-01-13');
    expect(frozenUntil(thawed, localDate('2026-01-16'))).toBeNull();
    expect(freezeDaysLeft(terms, thawed, 2026)).toBe(25);
  });

  test('a freeze over New Year counts in each year by its own days', () => {
    const state = replayCard(terms, [
      issued,
      entry(0, 'freeze', 0, { id: countCardEntryId(uuid(7)), businessDate: localDate('2026-12-22'), days: 30 }),
    ]);
    expect(freezeDaysLeft(terms, state, 2026)).toBe(20);
    expect(freezeDaysLeft(terms, state, 2027)).toBe(10);
    expect(isFreezeTooLong(terms, state, localDate('2027-03-01'), 10)).toBe(false);
    expect(isFreezeTooLong(terms, state, localDate('2027-03-01'), 11)).toBe(true);
  });

  test('of a course the next session is due after the gap', () => {
    const course = { ...terms, gapDays: 7 };
    expect(nextDueOn(course, replayCard(course, [issued]))).toBeNull();
    expect(nextDueOn(course, replayCard(course, [issued, entry(4, 'use', -1)]))).toBe('2026-01-12');
  });

  test('is worth the price of what is left, and nothing once it is void or over', () => {
    const priced = { ...terms, priceCents: cents(100_00) };
    const third = replayCard(terms, [issued, entry(1, 'use', -7)]);
    expect(cardWorth(priced, third, START)).toBe(30_00);
    expect(cardWorth(priced, third, localDate('2027-01-02'))).toBe(0);
    expect(cardWorth(priced, replayCard(terms, [issued, entry(1, 'void', -10)]), START)).toBe(0);
    const year = { ...priced, uses: null, validity: { count: 99, unit: 'days', from: 'issue' } as const };
    const running = replayCard(year, [entry(0, 'issue')]);
    expect(cardWorth(year, running, START)).toBe(100_00);
    expect(cardWorth(year, running, addDays(START, 50))).toBe(50_00);
    expect(cardWorth(year, running, addDays(START, 99))).toBe(1_00);
  });
});

/** A clerk who does whatever is allowed, in any order, on any day the clock says. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('use', 'return', 'void', 'extend', 'freeze', 'thaw', 'reverse'),
    many: fc.integer({ min: 1, max: 4 }),
    which: fc.nat(),
    day: fc.integer({ min: 0, max: 500 }),
  }),
  { maxLength: 40 },
);
const pick = <One>(from: readonly One[], which: number): One | undefined => from[which % Math.max(1, from.length)];

const historyOf = (wanted: typeof steps extends fc.Arbitrary<infer Steps> ? Steps : never): CardEntry[] => {
  const entries: CardEntry[] = [issued];
  for (const { what, many, which, day } of wanted) {
    const place = entries.length;
    const state = replayCard(terms, entries);
    const standing = standingEntries(entries);
    const at = { businessDate: addDays(START, day) };
    const uses = standing.filter(({ kind }) => kind === 'use');
    const back = (use: CardEntry): number =>
      standing.filter(({ concernsId }) => concernsId === use.id).reduce((sum, one) => sum + one.uses, 0);
    if (what === 'use' && !state.isVoid && (state.left ?? 0) >= many) entries.push(entry(place, 'use', -many, at));
    const use = pick(
      uses.filter((one) => back(one) < 0 - one.uses),
      which,
    );
    if (what === 'return' && use !== undefined) entries.push(entry(place, 'return', 1, { ...at, concernsId: use.id }));
    if (what === 'void' && !state.isVoid) entries.push(entry(place, 'void', 0 - (state.left ?? 0), at));
    if (what === 'extend') entries.push(entry(place, 'extend', 0, { ...at, days: many }));
    if (what === 'freeze') entries.push(entry(place, 'freeze', 0, { ...at, days: many }));
    const freeze = pick(
      state.freezes.filter(({ isThawed }) => !isThawed),
      which,
    );
    if (what === 'thaw' && freeze !== undefined) entries.push(entry(place, 'thaw', 0, { ...at, concernsId: freeze.entryId }));
    const victim = pick(
      standing.filter((one) => one.kind !== 'issue' && !standing.some(({ concernsId }) => concernsId === one.id)),
      which,
    );
    if (what === 'reverse' && victim !== undefined && (state.left ?? 0) >= victim.uses) entries.push(reversal(place, victim));
  }
  return entries;
};

describe('for every history of a card', () => {
  test.prop([steps])(
    'what is left is the sum of the ledger, of the entries that stand, and the uses less those used',
    (wanted) => {
      const entries = historyOf(wanted);
      const state = replayCard(terms, entries);
      const standing = standingEntries(entries);
      const sum = (some: readonly CardEntry[]): number => some.reduce((all, { uses }) => all + uses, 0);
      expect(state.left).toBe(sum(entries));
      expect(state.left).toBe(sum(standing));
      expect(state.left).toBeGreaterThanOrEqual(0);
      const ended = standing.filter(({ kind }) => kind === 'void').reduce((all, { uses }) => all - uses, 0);
      expect((state.left ?? 0) + state.used + ended).toBe(10);
    },
  );

  test.prop([steps])('taking the last entry back leaves all as it was before it', (wanted) => {
    const entries = historyOf(wanted);
    const last = entries.at(-1);
    if (last === undefined || last.kind === 'reverse' || last.kind === 'issue') return;
    expect(replayCard(terms, [...entries, reversal(entries.length, last)])).toEqual(replayCard(terms, entries.slice(0, -1)));
  });

  test.prop([steps, fc.integer({ min: -900, max: 900 })])(
    'no day makes uses or moves the end: it only says how the card stands',
    (wanted, day) => {
      const entries = historyOf(wanted);
      const state = replayCard(terms, entries);
      const moved = state.freezes.reduce((all, { days }) => all + days, 0);
      const extended = standingEntries(entries)
        .filter(({ kind }) => kind === 'extend')
        .reduce((all, { days }) => all + days, 0);
      expect(daysBetween(localDate('2027-01-01'), state.lastDay ?? START)).toBe(moved + extended);
      const on = addDays(START, day);
      expect(standingOf(terms, state, on) === 'open').toBe(
        !state.isVoid && on >= START && frozenUntil(state, on) === null && on <= (state.lastDay ?? on) && (state.left ?? 0) > 0,
      );
    },
  );
});

describe('which card pays for which line', () => {
  const wash = productId(uuid(900));
  const wax = productId(uuid(901));
  const card = (place: number, left: number | null, lastDay: string | null): UsableCard => ({
    id: countCardId(uuid(place)),
    left,
    lastDay: lastDay === null ? null : localDate(lastDay),
    issuedOn: START,
    productIds: [wash],
    paysForUnlisted: false,
  });
  const line = (key: string, units: number, more: Partial<LineToPay> = {}): LineToPay => ({
    key,
    productId: wash,
    quantity: quantity(units * 1000),
    ...more,
  });
  const chosen = (lines: readonly LineToPay[], cards: readonly UsableCard[]) =>
    [...chooseCards(lines, cards)]
      .map(([key, { id }]) => [key, Number(id.slice(-12))] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));

  test('what ends first pays first; one without an end last; a time card before all', () => {
    const cards = [card(1, 9, null), card(2, 9, '2027-05-01'), card(3, 9, '2027-01-01')];
    expect(chosen([line('a', 1)], cards)).toEqual([['a', 3]]);
    expect(chosen([line('a', 1)], [...cards, card(4, null, '2028-01-01')])).toEqual([['a', 4]]);
  });

  test('a line is paid whole or not at all, and no card twice over', () => {
    const cards = [card(1, 2, '2027-01-01'), card(2, 3, null)];
    expect(chosen([line('a', 3), line('b', 1), line('c', 2)], cards)).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(chosen([line('a', 1.5)], cards)).toEqual([]);
  });

  test('what the clerk chose comes first, and what was switched off stays money', () => {
    const cards = [card(1, 1, '2027-01-01'), card(2, 5, null)];
    const byHand = line('b', 1, { cardId: countCardId(uuid(1)) });
    expect(chosen([line('a', 1), byHand], cards)).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(chosen([line('a', 1, { cardId: null })], cards)).toEqual([]);
    expect(chosen([line('a', 1, { productId: wax })], cards)).toEqual([]);
    expect(chosen([line('a', 1, { productId: null })], cards)).toEqual([]);
  });

  test.prop([
    fc.array(fc.record({ units: fc.integer({ min: 1, max: 4 }), wants: fc.constantFrom(undefined, null, 1, 2, 3) }), {
      maxLength: 12,
    }),
    fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: 3, maxLength: 3 }),
  ])('never takes more uses of a card than it has', (wanted, lefts) => {
    const cards = lefts.map((left, place) => card(place + 1, left, null));
    const lines = wanted.map(({ units, wants }, place) =>
      line(String(place), units, wants == null ? { cardId: wants } : { cardId: countCardId(uuid(wants)) }),
    );
    const taken = new Map<string, number>();
    for (const [key, { id }] of chooseCards(lines, cards))
      taken.set(id, (taken.get(id) ?? 0) + (usesFor(lines.find((one) => one.key === key)?.quantity ?? quantity(0)) ?? 0));
    for (const { id, left } of cards) expect(taken.get(id) ?? 0).toBeLessThanOrEqual(left ?? Infinity);
  });

  test('a card without a list pays for everything; one with a list for what it names', () => {
    const product = { id: wash, category: '美容' };
    expect(isInScope({ productIds: [], categories: [] }, null)).toBe(true);
    expect(isInScope({ productIds: [wash], categories: [] }, product)).toBe(true);
    expect(isInScope({ productIds: [], categories: ['美容'] }, product)).toBe(true);
    expect(isInScope({ productIds: [wax], categories: ['洗护'] }, product)).toBe(false);
    expect(isInScope({ productIds: [wax], categories: [] }, null)).toBe(false);
  });

  test('the cards on offer have names of their own in both languages, and a time card has an end', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const offered = presetCardTypes(language);
      expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length);
      expect(offered.every(({ uses, validity }) => uses !== null || validity !== null)).toBe(true);
    }
  });
});
