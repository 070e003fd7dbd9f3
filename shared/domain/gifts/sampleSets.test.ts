import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewardId } from '../../types/ids.ts';
import { sampleChanges } from './sampleSets.ts';
import type { SampleItem } from './sampleSets.ts';

const idOf = (letter: string) => rewardId(`00000000-0000-7000-8000-${letter.repeat(12)}`);
const item = (letter: string, quantity: number): SampleItem => ({ rewardId: idOf(letter), name: letter, quantity });

describe('a set of samples that was changed on the spot (R178)', () => {
  it('tells what was left out, what was given more or less of, and what came on top', () => {
    expect(sampleChanges([item('a', 2), item('b', 1), item('c', 1)], [item('c', 1), item('d', 3), item('a', 1)])).toEqual([
      { name: 'a', planned: 2, given: 1 },
      { name: 'b', planned: 1, given: 0 },
      { name: 'd', planned: 0, given: 3 },
    ]);
    expect(sampleChanges([item('a', 2)], [item('a', 2)])).toEqual([]);
  });

  const items = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 9 })), {
      selector: ([letter]) => letter,
    })
    .map((pairs) => pairs.map(([letter, quantity]) => item(letter, quantity)));
  it('leads from the set to what was given, and back the same way', () => {
    fc.assert(
      fc.property(items, items, (planned, given) => {
        const after = new Map(planned.map(({ name, quantity }) => [name, quantity]));
        for (const change of sampleChanges(planned, given)) {
          expect(after.get(change.name) ?? 0).toBe(change.planned);
          if (change.given === 0) after.delete(change.name);
          else after.set(change.name, change.given);
        }
        expect(after).toEqual(new Map(given.map(({ name, quantity }) => [name, quantity])));
        expect(sampleChanges(given, planned)).toHaveLength(sampleChanges(planned, given).length);
      }),
    );
  });
});
