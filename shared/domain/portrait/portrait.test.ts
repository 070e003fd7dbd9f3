import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { localDate } from '../../types/time.ts';
import { portraitOf } from './portrait.ts';
import type { PortraitBasis } from './types.ts';

const nobody: PortraitBasis = {
  gender: 'unknown',
  age: null,
  isAgeStated: false,
  occupation: null,
  region: null,
  status: 'customer',
  family: [],
  visitCount: 0,
  firstVisitOn: null,
  lastVisitOn: null,
  rhythmDays: null,
  ticketCents: null,
  usualItems: [],
  needs: null,
  likes: null,
  painPoints: null,
  motive: null,
  usageHabits: null,
  needType: null,
  verifiedOn: {},
};

const day = fc.integer({ min: 10, max: 28 }).map((number) => localDate(`2025-03-${number}`));
const text = fc.oneof(fc.constant(null), fc.string({ minLength: 1, maxLength: 12 }));
const count = (max: number) => fc.oneof(fc.constant(null), fc.integer({ min: 0, max }));
const basis: fc.Arbitrary<PortraitBasis> = fc.record({
  gender: fc.constantFrom('female', 'male', 'unknown'),
  age: count(110),
  isAgeStated: fc.boolean(),
  occupation: text,
  region: text,
  status: fc.constantFrom('prospect', 'customer', 'lost'),
  family: fc.array(fc.record({ name: fc.string({ minLength: 1 }), months: count(35), years: count(90) }), { maxLength: 4 }),
  visitCount: fc.integer({ min: 0, max: 300 }),
  firstVisitOn: fc.oneof(fc.constant(null), day),
  lastVisitOn: fc.oneof(fc.constant(null), day),
  rhythmDays: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 400, noNaN: true })),
  ticketCents: count(1_000_000),
  usualItems: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
  needs: text,
  likes: text,
  painPoints: text,
  motive: text,
  usageHabits: text,
  needType: fc.constantFrom(null, 'function_led', 'price_sensitive', 'service_first'),
  verifiedOn: fc.dictionary(fc.constantFrom('needs', 'gender', 'familyMembers', 'birthday'), day),
});

describe('the portrait (R013)', () => {
  test('says nothing about an empty card', () => {
    expect(portraitOf(nobody)).toEqual([]);
  });

  test('tells who somebody is, how they buy and what they want, each with its facts and their days', () => {
    const on = localDate('2026-08-01');
    const sentences = portraitOf({
      ...nobody,
      gender: 'female',
      age: 36,
      occupation: '会计',
      family: [
        { name: '小明', months: null, years: 9 },
        { name: '朵朵', months: 14, years: 1 },
        { name: '先生', months: null, years: 38 },
      ],
      visitCount: 23,
      firstVisitOn: localDate('2023-03-04'),
      lastVisitOn: on,
      rhythmDays: 20.6,
      ticketCents: 310_00,
      usualItems: ['染发', '护理', '剪发'],
      needs: '遮白发',
      verifiedOn: { needs: on },
    });
    expect(sentences.map(({ topic, parts }) => [topic, parts.map(({ code, figures }) => ({ code, ...figures }))])).toEqual([
      [
        'person',
        [
          { code: 'gender', gender: 'female' },
          { code: 'age', age: 36 },
          { code: 'occupation', text: '会计' },
          { code: 'family_months', name: '朵朵', age: 14 },
          { code: 'family_years', name: '小明', age: 9 },
        ],
      ],
      [
        'behaviour',
        [
          { code: 'visits', count: 23, since: '2023-03-04' },
          { code: 'rhythm', days: 21 },
          { code: 'ticket', cents: 310_00 },
          { code: 'usual', text: '染发' },
          { code: 'usual', text: '护理' },
        ],
      ],
      ['wishes', [{ code: 'needs', text: '遮白发' }]],
    ]);
    expect(sentences[2]?.parts[0]?.facts).toEqual([{ field: 'needs', value: '遮白发', on }]);
  });

  test.prop([basis])('has no sentence without a fact, and every figure is the value of one of its facts', (given) => {
    const sentences = portraitOf(given);
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const { parts } of sentences) {
      expect(parts.length).toBeGreaterThan(0);
      for (const { figures, facts } of parts) {
        expect(facts.length).toBeGreaterThan(0);
        const values = facts.map(({ value }) => value);
        expect(Object.values(figures).filter((figure) => !values.includes(figure))).toEqual([]);
      }
    }
  });

  test.prop([basis])('shows only values that the card holds, and the same card always gives the same portrait', (given) => {
    const held = new Set<unknown>([
      ...Object.entries(given).map(([, value]): unknown => value),
      ...given.usualItems,
      ...given.family.flatMap(({ name, months, years }) => [name, months, years]),
      given.rhythmDays === null ? null : Math.round(given.rhythmDays),
    ]);
    const told = portraitOf(given).flatMap(({ parts }) => parts.flatMap(({ facts }) => facts.map(({ value }) => value)));
    expect(told.filter((value) => !held.has(value))).toEqual([]);
    expect(portraitOf(structuredClone(given))).toEqual(portraitOf(given));
  });
});
