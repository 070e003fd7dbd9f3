import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { RfmSegment } from './names.ts';
import { rfm8Segments, rfmSegments } from './names.ts';
import { noPurchase, recencyScore, rfm8SegmentOf, rfmSegmentOf, upwardScore } from './rfm.ts';

const rfm = (text: string): RfmSegment => {
  const [recency = 0, frequency = 0, money = 0] = text.split('/').map(Number);
  return rfmSegmentOf({ recency, frequency, money });
};

describe('named RFM segments (R029, published ranges, first match wins)', () => {
  test.each([
    ['5/5/5', 'champions'],
    ['5/5/4', 'loyal'],
    ['4/4/3', 'loyal'],
    ['5/4/2', 'potential_loyalist'],
    ['4/3/4', 'potential_loyalist'],
    ['5/2/2', 'new'],
    ['5/1/1', 'new'],
    ['4/2/1', 'promising'],
    // Frequency 3 with little money: both ranges fit, the earlier one names it.
    ['4/3/2', 'potential_loyalist'],
    ['4/3/1', 'promising'],
    ['3/2/5', 'need_attention'],
    ['2/3/1', 'need_attention'],
    ['2/5/5', 'at_risk'],
    ['1/2/2', 'at_risk'],
    ['1/1/2', 'hibernating'],
    ['2/1/1', 'hibernating'],
    ['1/1/5', 'lost'],
    ['5/1/5', 'other'],
    ['3/5/5', 'other'],
  ])('%s is %s', (scores, segment) => {
    expect(rfm(scores)).toBe(segment);
  });

  it('has a place for every score and for those who never bought', () => {
    const score = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(score, score, score, (recency, frequency, money) => {
        expect(rfmSegments).toContain(rfmSegmentOf({ recency, frequency, money }));
        expect(rfmSegmentOf({ recency, frequency, money })).not.toBe('no_purchase');
      }),
    );
    expect(rfmSegmentOf(noPurchase)).toBe('no_purchase');
  });
});

describe('the Chinese eight', () => {
  const from = { recency: 4, frequency: 4, money: 4 };
  test.each([
    [5, 5, 5, 'important_value'],
    [1, 5, 5, 'important_keep'],
    [4, 3, 4, 'important_develop'],
    [3, 3, 4, 'important_win_back'],
    [4, 4, 3, 'general_value'],
    [1, 4, 1, 'general_keep'],
    [5, 1, 1, 'general_develop'],
    [1, 1, 1, 'general_win_back'],
  ] as const)('near %i, often %i, much %i is %s', (recency, frequency, money, segment) => {
    expect(rfm8SegmentOf({ recency, frequency, money }, from)).toBe(segment);
  });
  it('goes by the cut-offs of the shop and keeps apart who never bought', () => {
    expect(rfm8SegmentOf({ recency: 3, frequency: 3, money: 3 }, { recency: 3, frequency: 3, money: 3 })).toBe('important_value');
    expect(rfm8SegmentOf(noPurchase, from)).toBe('no_purchase');
    expect(rfm8Segments).toHaveLength(9);
  });
});

describe('scores', () => {
  it('are 5 up to the first bound of days and 1 beyond the last', () => {
    const bounds = [30, 60, 120, 240];
    expect([0, 30, 31, 60, 61, 120, 121, 240, 241].map((days) => recencyScore(days, bounds))).toEqual([
      5, 5, 4, 4, 3, 3, 2, 2, 1,
    ]);
  });
  it('rise at each lower bound, and nothing at all is 1 whatever the bounds', () => {
    expect([0, 1, 2, 4, 7, 12, 99].map((times) => upwardScore(times, [2, 4, 7, 12]))).toEqual([1, 1, 2, 3, 4, 5, 5]);
    expect(upwardScore(0, [0, 0, 0, 0])).toBe(1);
    expect(upwardScore(-500, [-900, -900, -900, -900])).toBe(1);
  });
});
