import type { OutputOf } from '../../../shared/contract.ts';
import type { SegmentFilter } from '../../../shared/contract/segments.ts';

export type Overview = OutputOf<'segments.overview'>;

const countIn = <Segment extends string>(counts: readonly { segment: Segment; count: number }[], segment: Segment): number =>
  counts.find((entry) => entry.segment === segment)?.count ?? 0;

/** How many people are in a group, from the counts the page already has. */
export const countOf = (overview: Overview, filter: SegmentFilter): number => {
  switch (filter.axis) {
    case 'rfm':
      return countIn(overview.rfm, filter.segment);
    case 'rfm8':
      return countIn(overview.rfm8, filter.segment);
    case 'value':
      return countIn(overview.value, filter.segment);
    case 'activity':
      return countIn(overview.activity, filter.segment);
    case 'dormant':
      return filter.segment === 'dormant' ? overview.dormant : overview.customers - overview.dormant;
    case 'matrix':
      return (
        overview.matrix.find((cell) => cell.recencyScore === filter.recencyScore && cell.frequencyScore === filter.frequencyScore)
          ?.count ?? 0
      );
  }
};

/** Whether two filters name the same group. */
export const isSameGroup = (one: SegmentFilter, other: SegmentFilter): boolean =>
  one.axis === 'matrix' && other.axis === 'matrix'
    ? one.recencyScore === other.recencyScore && one.frequencyScore === other.frequencyScore
    : one.axis !== 'matrix' && other.axis !== 'matrix' && one.axis === other.axis && one.segment === other.segment;
