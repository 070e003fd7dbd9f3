import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { referrersAbove, wouldLoop } from './chain.ts';

const upOf = (links: ReadonlyMap<number, number>) => (id: number) => links.get(id) ?? null;

describe('who brought whom (R091)', () => {
  it('names those above, the nearest first', () => {
    const links = new Map([
      [3, 2],
      [2, 1],
    ]);
    expect(referrersAbove(3, upOf(links))).toEqual([2, 1]);
    expect(referrersAbove(1, upOf(links))).toEqual([]);
    expect(wouldLoop(1, 3, upOf(links))).toBe(true);
    expect(wouldLoop(3, 1, upOf(links))).toBe(false);
    expect(wouldLoop(1, 1, upOf(links))).toBe(true);
  });

  it('ends also where an older file has a loop', () => {
    const links = new Map([
      [1, 2],
      [2, 3],
      [3, 2],
    ]);
    expect(referrersAbove(1, upOf(links))).toEqual([2, 3]);
  });

  const people = fc.nat({ max: 8 });
  test.prop([fc.array(fc.tuple(people, people), { maxLength: 60 })])(
    'whatever is asked for in whatever order: nobody ever stands above themselves',
    (wishes) => {
      const links = new Map<number, number>();
      for (const [id, referrer] of wishes) if (!wouldLoop(id, referrer, upOf(links))) links.set(id, referrer);
      for (const id of links.keys()) {
        const above = referrersAbove(id, upOf(links));
        expect(above).not.toContain(id);
        // The chain ended because nobody was left, not because somebody came round again.
        expect(upOf(links)(above.at(-1) ?? id)).toBeNull();
      }
    },
  );
});
