import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../types/time.ts';
import { countMovement, groupOn, movementGroups } from './movement.ts';

const began = localDate('2026-01-01');
const groupArbitrary = fc.option(fc.constantFrom(...movementGroups.value), { nil: null });

describe('the group on a past day (R039)', () => {
  it('is that of the latest change up to the end of the day; none before the first', () => {
    const changes = [
      { on: addDays(began, 3), group: 'high' },
      { on: addDays(began, 9), group: null },
      { on: addDays(began, 12), group: 'low' },
    ] as const;
    const groups = [2, 3, 8, 9, 11, 12, 400].map((day) => groupOn(changes, addDays(began, day)));
    expect(groups).toEqual([null, 'high', 'high', null, null, 'low', 'low']);
  });

  it('is what it was recorded to be, whatever came of them', () => {
    fc.assert(
      fc.property(fc.array(groupArbitrary, { minLength: 1, maxLength: 30 }), (daily) => {
        const changes = daily.flatMap((group, day) =>
          group === (daily[day - 1] ?? null) ? [] : [{ on: addDays(began, day), group }],
        );
        expect(daily.map((_, day) => groupOn(changes, addDays(began, day)))).toEqual(daily);
      }),
    );
  });
});

describe('the movement between two days (R039)', () => {
  it('adds up to everybody who was in a group on either day, row by row and column by column', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(groupArbitrary, groupArbitrary)), (people) => {
        const counted = countMovement();
        for (const [before, after] of people) counted.add(before, after);
        const cells = counted.cells();
        const sum = (among: typeof cells): number => among.reduce((total, { count }) => total + count, 0);
        expect(sum(cells)).toBe(people.filter(([before, after]) => before !== null || after !== null).length);
        for (const group of movementGroups.value) {
          expect(sum(cells.filter(({ before }) => before === group))).toBe(people.filter(([before]) => before === group).length);
          expect(sum(cells.filter(({ after }) => after === group))).toBe(people.filter(([, after]) => after === group).length);
        }
        expect(cells.every(({ count }) => count > 0)).toBe(true);
      }),
    );
  });
});
