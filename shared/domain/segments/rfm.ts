import type { Rfm8Segment, RfmSegment } from './names.ts';

/** Recency, frequency and money, 1 (worst) to 5 (best) each; all 0 for someone who never bought. */
export interface Scores {
  readonly recency: number;
  readonly frequency: number;
  readonly money: number;
}

export const noPurchase: Scores = { recency: 0, frequency: 0, money: 0 };

/** Score of days since the last purchase by four upper bounds, for the scores 5, 4, 3, 2. */
export const recencyScore = (days: number, upperBounds: readonly number[]): number =>
  5 - upperBounds.filter((bound) => days > bound).length;

/** Score of an amount by four lower bounds, for the scores 2, 3, 4, 5. Nothing at all is always 1. */
export const upwardScore = (value: number, lowerBounds: readonly number[]): number =>
  value <= 0 ? 1 : 1 + lowerBounds.filter((bound) => value >= bound).length;

type Range = readonly [lowest: number, highest: number];
const any: Range = [1, 5];

/** Published ranges overlap, hence the order: first match wins (DOMAIN "RFM"). */
const named: readonly (readonly [RfmSegment, Range, Range, Range])[] = [
  ['champions', [5, 5], [5, 5], [5, 5]],
  ['loyal', [4, 5], [4, 5], [3, 5]],
  ['potential_loyalist', [4, 5], [3, 4], [2, 4]],
  ['new', [5, 5], [1, 2], [1, 2]],
  ['promising', [4, 4], [2, 3], [1, 2]],
  ['need_attention', [2, 3], [2, 3], any],
  ['at_risk', [1, 2], [2, 5], [2, 5]],
  ['hibernating', [1, 2], [1, 2], [1, 2]],
  ['lost', [1, 1], [1, 1], any],
];

const isWithin = (score: number, [lowest, highest]: Range): boolean => score >= lowest && score <= highest;

/** The named segment of the scores; `other` where no range matches. */
export const rfmSegmentOf = ({ recency, frequency, money }: Scores): RfmSegment => {
  if (recency === 0) return 'no_purchase';
  const found = named.find(([, r, f, m]) => isWithin(recency, r) && isWithin(frequency, f) && isWithin(money, m));
  return found ? found[0] : 'other';
};

const eight: readonly Rfm8Segment[] = [
  'general_win_back',
  'general_develop',
  'general_keep',
  'general_value',
  'important_win_back',
  'important_develop',
  'important_keep',
  'important_value',
];

/**
 * The Chinese eight: near, often and much are scores from the cut-offs on. Near/far x often/rare x much/little: yyy important value, nyy
 * important keep, yny important develop, nny important win back, and the same four as general with little money.
 */
export const rfm8SegmentOf = ({ recency, frequency, money }: Scores, from: Scores): Rfm8Segment => {
  if (recency === 0) return 'no_purchase';
  const near = recency >= from.recency ? 1 : 0;
  const often = frequency >= from.frequency ? 2 : 0;
  const much = money >= from.money ? 4 : 0;
  return eight[near + often + much] ?? 'general_win_back';
};
