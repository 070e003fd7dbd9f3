import { describe, expect, it } from 'vitest';
import { flowOf } from './flow.ts';

describe('the picture of movement (R039)', () => {
  it('gives every group and band as much room as people, one after the other, without a gap or an overlap', () => {
    const flow = flowOf(
      [
        { before: 'high', after: 'low', count: 2 },
        { before: 'high', after: 'high', count: 3 },
        { before: null, after: 'low', count: 4 },
      ],
      ['high', 'middle', 'low', null],
    );
    expect(flow.total).toBe(9);
    expect(flow.before).toEqual([
      { group: 'high', count: 5, start: 0 },
      { group: null, count: 4, start: 5 },
    ]);
    expect(flow.after).toEqual([
      { group: 'high', count: 3, start: 0 },
      { group: 'low', count: 6, start: 3 },
    ]);
    expect(flow.bands).toEqual([
      { before: 'high', after: 'high', count: 3, startBefore: 0, startAfter: 0 },
      { before: 'high', after: 'low', count: 2, startBefore: 3, startAfter: 3 },
      { before: null, after: 'low', count: 4, startBefore: 5, startAfter: 5 },
    ]);
  });
});
