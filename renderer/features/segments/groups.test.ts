import { describe, expect, it } from 'vitest';
import { countOf, isSameGroup, type Overview } from './groups.ts';

const overview: Overview = {
  asOf: null,
  customers: 10,
  waiting: 0,
  cutoffs: null,
  rfm: [{ segment: 'champions', count: 3 }],
  rfm8: [{ segment: 'important_value', count: 4 }],
  value: [{ segment: 'high', count: 2 }],
  activity: [{ segment: 'active', count: 6 }],
  dormant: 4,
  matrix: [{ recencyScore: 5, frequencyScore: 1, count: 7 }],
};

describe('counts of a group', () => {
  it('come from the axis the filter names, and are 0 for a group nobody is in', () => {
    expect(countOf(overview, { axis: 'rfm', segment: 'champions' })).toBe(3);
    expect(countOf(overview, { axis: 'rfm', segment: 'lost' })).toBe(0);
    expect(countOf(overview, { axis: 'matrix', recencyScore: 5, frequencyScore: 1 })).toBe(7);
  });
  it('split everyone into dormant and not', () => {
    expect(countOf(overview, { axis: 'dormant', segment: 'dormant' })).toBe(4);
    expect(countOf(overview, { axis: 'dormant', segment: 'not_dormant' })).toBe(6);
  });
});

describe('the same group', () => {
  it('needs the same axis, not only the same word', () => {
    expect(isSameGroup({ axis: 'rfm', segment: 'no_purchase' }, { axis: 'rfm8', segment: 'no_purchase' })).toBe(false);
    expect(isSameGroup({ axis: 'value', segment: 'high' }, { axis: 'value', segment: 'high' })).toBe(true);
    expect(
      isSameGroup({ axis: 'matrix', recencyScore: 1, frequencyScore: 2 }, { axis: 'matrix', recencyScore: 1, frequencyScore: 3 }),
    ).toBe(false);
  });
});
