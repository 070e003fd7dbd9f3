import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { visitId } from '../../types/ids.ts';
import { addDays, localDate } from '../../types/time.ts';
import { isMonthOpen, successOf } from './rewards.ts';

const NAMED = localDate('2026-11-01');
const ID = visitId('00000000-0000-7000-8000-000000000001');
const bought = (day: number, amount: number, id = ID) => ({ visitId: id, on: addDays(NAMED, day), netCents: cents(amount) });
const rules = { leastCents: 100_00, withinDays: 30 };

describe('when somebody counts as brought (R078, R093)', () => {
  it('by the earliest purchase that is enough, within the days', () => {
    expect(successOf([bought(2, 50_00), bought(9, 120_00), bought(5, 100_00)], NAMED, rules)?.on).toBe('2026-11-06');
    expect(successOf([bought(30, 100_00)], NAMED, rules)).not.toBeNull();
    expect(successOf([bought(31, 100_00)], NAMED, rules)).toBeNull();
    expect(successOf([], NAMED, rules)).toBeNull();
  });

  it('never of a customer already, but of one who bought earlier on the day they were named', () => {
    expect(successOf([bought(-1, 1), bought(3, 200_00)], NAMED, rules)).toBeNull();
    expect(successOf([bought(0, 200_00)], NAMED, rules)?.on).toBe(NAMED);
  });

  it('a purchase that came back as a whole is none, however little is enough', () => {
    expect(successOf([bought(1, 0)], NAMED, { ...rules, leastCents: 0 })).toBeNull();
    expect(successOf([bought(1, 1)], NAMED, { ...rules, leastCents: 0 })).not.toBeNull();
  });

  it('a full month rewards no further one; 0 is no limit', () => {
    expect([0, 1, 2].map((many) => isMonthOpen(many, { mostPerMonth: 2 }))).toEqual([true, true, false]);
    expect(isMonthOpen(1000, { mostPerMonth: 0 })).toBe(true);
  });

  const purchases = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.nat({ max: 300_00 })), { maxLength: 8 });
  test.prop([purchases, fc.nat({ max: 200_00 }), fc.nat({ max: 200_00 }), fc.integer({ min: 1, max: 60 })])(
    'asking for less or giving more time never loses a success, and the order of the purchases does not matter',
    (list, least, less, withinDays) => {
      const of = (all: readonly (readonly [number, number])[], leastCents: number, days: number) =>
        successOf(
          all.map(([day, amount]) => bought(day, amount)),
          NAMED,
          { leastCents, withinDays: days },
        )?.on ?? null;
      const found = of(list, least, withinDays);
      expect(of([...list].reverse(), least, withinDays)).toBe(found);
      if (found === null) return;
      const easier = of(list, Math.min(least, less), withinDays + 5);
      expect(easier === null ? null : easier <= found).toBe(true);
    },
  );
});
