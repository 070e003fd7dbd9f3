import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ratioOf, wilson } from './proportion.ts';

const shares = fc
  .tuple(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([people, part]) => ({ people, hits: Math.round(people * part) }));

describe('a share with its interval', () => {
  it('is as in the tables', () => {
    const half = wilson({ people: 10, hits: 5 });
    expect(half?.low).toBeCloseTo(0.2366, 4);
    expect(half?.high).toBeCloseTo(0.7634, 4);
    expect(wilson({ people: 10, hits: 0 })?.high).toBeCloseTo(0.2775, 4);
    expect(wilson({ people: 0, hits: 0 })).toBeNull();
  });

  test.prop([shares])('holds the share, lies within 0 and 1, and is the mirror of the share of those who did not', (share) => {
    const of = wilson(share);
    const others = wilson({ people: share.people, hits: share.people - share.hits });
    if (of === null || others === null) throw new Error('nobody');
    expect(of.low).toBeGreaterThanOrEqual(0);
    expect(of.high).toBeLessThanOrEqual(1);
    expect(of.low).toBeLessThanOrEqual(share.hits / share.people);
    expect(of.high).toBeGreaterThanOrEqual(share.hits / share.people);
    expect(others.low).toBeCloseTo(1 - of.high, 9);
    const more = wilson({ people: share.people * 4, hits: share.hits * 4 });
    expect((more?.high ?? 1) - (more?.low ?? 0)).toBeLessThan(of.high - of.low);
  });

  it('is compared only where there are enough of both', () => {
    expect(ratioOf({ people: 29, hits: 20 }, { people: 500, hits: 100 })).toBe('too_few');
    expect(ratioOf({ people: 30, hits: 20 }, { people: 30, hits: 0 })).toBe('too_few');
    const ratio = ratioOf({ people: 100, hits: 60 }, { people: 100, hits: 30 });
    expect(ratio).toMatchObject({ times: 2 });
    expect(ratio === 'too_few' ? [] : [ratio.low.toFixed(2), ratio.high.toFixed(2)]).toEqual(['1.42', '2.81']);
  });

  test.prop([shares, shares])('a ratio turned round is its inverse, and lies within its interval', (one, other) => {
    const [there, back] = [ratioOf(one, other), ratioOf(other, one)];
    expect(there === 'too_few').toBe(back === 'too_few');
    if (there === 'too_few' || back === 'too_few') return;
    expect(there.times * back.times).toBeCloseTo(1, 9);
    expect(there.low * back.high).toBeCloseTo(1, 6);
    expect(there.low).toBeLessThanOrEqual(there.times);
    expect(there.high).toBeGreaterThanOrEqual(there.times);
  });
});
