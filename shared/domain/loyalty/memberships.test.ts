import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { addDays, daysBetween, localDate } from '../../types/time.ts';
import { countCycles, coveredUntil, cycleAt, dueCycles, endsOn, proposedRefund, stateOf, termFrom } from './memberships.ts';
import type { CycleRule, Term } from './memberships.ts';

const today = localDate('2026-11-23');
const days = fc.integer({ min: 0, max: 4000 }).map((many) => addDays(today, many));
const months = fc.integer({ min: 1, max: 60 });
const rules: fc.Arbitrary<CycleRule> = fc.oneof(
  fc.constantFrom<CycleRule>({ every: 'once', everyDays: null }, { every: 'month', everyDays: null }),
  fc.integer({ min: 7, max: 366 }).map((everyDays): CycleRule => ({ every: 'days', everyDays })),
);
const everyCycle = (term: Term, rule: CycleRule): Term[] =>
  Array.from({ length: countCycles(term, rule) }, (_, index) => cycleAt(term, rule, index) ?? expect.fail('there is one'));

describe('the terms of a paid membership (X57)', () => {
  it('run to the day before the same day of a later month, and go on where the last one ends', () => {
    expect(termFrom(today, 12, null)).toEqual({ fromOn: '2026-11-23', untilOn: '2027-11-22' });
    expect(termFrom(today, 12, localDate('2026-12-31'))).toEqual({ fromOn: '2027-01-01', untilOn: '2027-12-31' });
    expect(termFrom(today, 1, localDate('2026-11-22'))).toEqual({ fromOn: '2026-11-23', untilOn: '2026-12-22' });
    expect(termFrom(localDate('2027-01-31'), 1, null).untilOn).toBe('2027-02-27');
  });

  test.prop([days, fc.array(fc.tuple(months, fc.integer({ min: 0, max: 900 })), { minLength: 1, maxLength: 8 })])(
    'never overlap, whenever the next one is bought',
    (first, bought) => {
      let [day, last] = [first, null as Term | null];
      for (const [length, later] of bought) {
        day = addDays(day, later);
        const term = termFrom(day, length, last?.untilOn ?? null);
        expect(term.fromOn <= term.untilOn).toBe(true);
        expect(term.fromOn >= day).toBe(true);
        if (last !== null) expect(term.fromOn > last.untilOn).toBe(true);
        last = term;
      }
    },
  );

  it('tell how they stand on a day, and until when somebody is a member without a gap', () => {
    const term = termFrom(today, 1, null);
    const on = (day: string, changes: { isVoid?: boolean; isEnded?: boolean } = {}) =>
      stateOf({ ...term, isVoid: false, isEnded: false, ...changes }, localDate(day));
    expect([on('2026-11-22'), on('2026-11-23'), on('2026-12-22'), on('2026-12-23')]).toEqual([
      'to_come',
      'running',
      'running',
      'over',
    ]);
    expect(on('2026-11-23', { isVoid: true })).toBe('taken_back');
    expect(stateOf({ ...term, untilOn: endsOn(term, today), isVoid: false, isEnded: true }, today)).toBe('ended');
    const next = termFrom(today, 1, term.untilOn);
    const behindAGap = { fromOn: addDays(next.untilOn, 2), untilOn: addDays(next.untilOn, 40) };
    expect(coveredUntil([behindAGap, next, term], today)).toBe(next.untilOn);
    expect(coveredUntil([behindAGap], today)).toBeNull();
    expect(coveredUntil([], today)).toBeNull();
  });
});

describe('the cycles of a membership (X57)', () => {
  it('begin on the same day of each month, on the last of one that is too short, and do not drift', () => {
    const term = { fromOn: localDate('2027-01-31'), untilOn: localDate('2027-05-30') };
    expect(everyCycle(term, { every: 'month', everyDays: null })).toEqual([
      { fromOn: '2027-01-31', untilOn: '2027-02-27' },
      { fromOn: '2027-02-28', untilOn: '2027-03-30' },
      { fromOn: '2027-03-31', untilOn: '2027-04-29' },
      { fromOn: '2027-04-30', untilOn: '2027-05-30' },
    ]);
    expect(everyCycle(term, { every: 'once', everyDays: null })).toEqual([term]);
  });

  test.prop([days, months, rules])('fill the term from its first day to its last, one behind the other', (from, length, rule) => {
    const term = termFrom(from, length, null);
    const cycles = everyCycle(term, rule);
    expect(cycles[0]?.fromOn).toBe(term.fromOn);
    expect(cycles.at(-1)?.untilOn).toBe(term.untilOn);
    for (const [index, cycle] of cycles.entries()) {
      expect(cycle.fromOn <= cycle.untilOn).toBe(true);
      const next = cycles[index + 1];
      if (next !== undefined) expect(next.fromOn).toBe(addDays(cycle.untilOn, 1));
    }
  });

  test.prop([months, rules, fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 20 })])(
    'come up once each, however long nobody looked; one that passed meanwhile has lapsed',
    (length, rule, steps) => {
      const term = termFrom(today, length, null);
      const seen: number[] = [];
      let [day, next] = [today, 0];
      for (const step of [...steps, 2000]) {
        day = addDays(day, step);
        const found = dueCycles(term, rule, next, day);
        for (const { index, fromOn, untilOn, isMissed } of found.due) {
          seen.push(index);
          expect(fromOn <= day).toBe(true);
          expect(isMissed).toBe(untilOn < day);
        }
        expect(found.nextOn === null || found.nextOn > day).toBe(true);
        ({ next } = found);
      }
      expect(seen).toEqual(Array.from({ length: countCycles(term, rule) }, (_, index) => index));
    },
  );
});

describe('what is proposed to be paid back', () => {
  test.prop([fc.integer({ min: 0, max: 1e11 }), months, fc.integer({ min: -100, max: 2000 })])(
    'is never more than was paid nor less than nothing, and less every day',
    (paid, length, many) => {
      const term = termFrom(today, length, null);
      const on = addDays(today, many);
      const proposed = proposedRefund(cents(paid), term, on);
      expect(proposed).toBeGreaterThanOrEqual(0);
      expect(proposed).toBeLessThanOrEqual(paid);
      expect(proposedRefund(cents(paid), term, addDays(on, 1))).toBeLessThanOrEqual(proposed);
      if (on < term.fromOn) expect(proposed).toBe(paid);
      if (on >= term.untilOn) expect(proposed).toBe(0);
    },
  );

  it('is the share of the days behind the one on which it ends', () => {
    const term = { fromOn: today, untilOn: addDays(today, 9) };
    expect(proposedRefund(cents(100_00), term, today)).toBe(90_00);
    expect(proposedRefund(cents(99), term, addDays(today, 4))).toBe(49);
    expect(daysBetween(term.fromOn, endsOn(term, today))).toBe(0);
    expect(endsOn(term, addDays(today, -3))).toBe(addDays(today, -1));
  });
});
