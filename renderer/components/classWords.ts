import type { TFunction } from 'i18next';
import type { SegmentFilter } from '../../shared/contract/segments.ts';

/** The name of one group, or of one cell of the matrix: "重要保持", "R2 F4". */
export const segmentName = (t: TFunction, filter: SegmentFilter): string => {
  switch (filter.axis) {
    case 'rfm':
      return t(`classes.rfm.${filter.segment}`);
    case 'rfm8':
      return t(`classes.rfm8.${filter.segment}`);
    case 'value':
      return t(`classes.value.${filter.segment}`);
    case 'activity':
      return t(`classes.activity.${filter.segment}`);
    case 'dormant':
      return t(`classes.dormant.${filter.segment}`);
    case 'matrix':
      return `R${filter.recencyScore} F${filter.frequencyScore}`;
  }
};

/** The same as a heading or an entry of a list, where English begins with a capital. */
export const segmentTitle = (t: TFunction, filter: SegmentFilter): string => {
  const name = segmentName(t, filter);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};
