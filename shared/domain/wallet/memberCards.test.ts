import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import {
  cardsOfBatch,
  checkDigit,
  isMistypedOf,
  memberCardEventKinds,
  memberCardStanding,
  numbersOfBatch,
  type MemberCardEvent,
} from './memberCards.ts';

const on = localDate('2026-11-21');
const codes = ['A1', 'A2', 'A3'] as const;
const step = fc.record({
  kind: fc.constantFrom(...memberCardEventKinds.filter((kind) => kind !== 'reverse')),
  cardNo: fc.constantFrom(...codes),
  formerNo: fc.option(fc.constantFrom(...codes)),
});
const history = fc.array(step, { maxLength: 12 }).map((steps) =>
  steps.map(({ kind, cardNo, formerNo }, index): MemberCardEvent => ({
    id: String(index),
    kind,
    cardNo,
    formerNo: kind === 'issue' && formerNo !== cardNo ? formerNo : null,
    reversesId: null,
    businessDate: on,
  })),
);

describe('how a card number stands (X52)', () => {
  test.prop([history, fc.constantFrom(...codes)])(
    'follows from the last event that names it, and from no other',
    (events, code) => {
      const about = events.filter((event) => event.cardNo === code || event.formerNo === code);
      expect(memberCardStanding(code, events)).toEqual(memberCardStanding(code, about));
      expect(memberCardStanding('B1', events)).toEqual({ state: 'active', since: null });
    },
  );

  test.prop([history, step, fc.constantFrom(...codes)])(
    'is as before once what was done last is taken back',
    (events, last, code) => {
      const done: MemberCardEvent = { ...last, formerNo: null, id: 'last', reversesId: null, businessDate: on };
      const back: MemberCardEvent = { ...done, id: 'back', kind: 'reverse', reversesId: 'last' };
      expect(memberCardStanding(code, [...events, done, back])).toEqual(memberCardStanding(code, events));
    },
  );

  it('is replaced for the number that gave way, active for the new one', () => {
    const issue: MemberCardEvent = { id: '1', kind: 'issue', cardNo: 'A2', formerNo: 'A1', reversesId: null, businessDate: on };
    expect(memberCardStanding('A1', [issue]).state).toBe('replaced');
    expect(memberCardStanding('A2', [issue]).state).toBe('active');
  });
});

describe('a batch of numbers (X52)', () => {
  it('has the check digit of the standard', () => {
    expect(checkDigit('7992739871')).toBe('3');
    expect(checkDigit('VIP-7992739871')).toBe('3');
    expect(checkDigit('0')).toBe('0');
  });

  test.prop([
    fc.constantFrom('', 'VIP', '88'),
    fc.integer({ min: 0, max: 9000 }),
    fc.integer({ min: 0, max: 300 }),
    fc.boolean(),
  ])('has as many numbers as it says, each once and as long as the others', (prefix, from, more, hasCheckDigit) => {
    const terms = { prefix, first: String(from).padStart(6, '0'), last: String(from + more).padStart(6, '0'), hasCheckDigit };
    const numbers = numbersOfBatch(terms);
    expect(numbers).toHaveLength(cardsOfBatch(terms));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(numbers.map(({ length }) => length))).toEqual(new Set([prefix.length + 6 + (hasCheckDigit ? 1 : 0)]));
    expect(numbers.some((number) => isMistypedOf(terms, number))).toBe(false);
  });

  test.prop([fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 })])(
    'tells every single wrong figure',
    (figure, at, by) => {
      const terms = { prefix: 'C', first: '000000', last: '009999', hasCheckDigit: true };
      const plain = `C${String(figure).padStart(6, '0')}`;
      const right = plain + checkDigit(plain);
      const place = at + 1;
      const wrong = right.slice(0, place) + String((Number(right[place]) + by) % 10) + right.slice(place + 1);
      expect(isMistypedOf(terms, right)).toBe(false);
      expect(isMistypedOf(terms, wrong)).toBe(true);
    },
  );
});
