import { expect, it } from 'vitest';
import { makesJudgementsStale } from './staleness.ts';

it('judges everyone anew after an import, a changed threshold, other products or a restore, and not after a single visit', () => {
  expect(makesJudgementsStale({ type: 'changed', topics: ['customers', 'imports'], customerIds: null })).toBe(true);
  expect(makesJudgementsStale({ type: 'changed', topics: ['settings'], customerIds: null })).toBe(true);
  expect(makesJudgementsStale({ type: 'changed', topics: ['products'], customerIds: null })).toBe(true);
  expect(makesJudgementsStale({ type: 'storeRestarted' })).toBe(true);
  expect(makesJudgementsStale({ type: 'changed', topics: ['visits', 'customers', 'segments'], customerIds: [] })).toBe(false);
});
