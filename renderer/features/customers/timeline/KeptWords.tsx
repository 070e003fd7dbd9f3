import { useTranslation } from 'react-i18next';
import { formatQuantity } from '../../../../shared/domain/quantity.ts';
import { quantity } from '../../../../shared/types/amounts.ts';
import { Dotted } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface KeptWordsProps {
  readonly kept: NonNullable<TimelineEntry['keptGood']>;
  readonly staffName: string | null;
}

/** What was left with the shop or handed out of it. */
export const KeptWords = ({ kept, staffName }: KeptWordsProps) => {
  const { t } = useTranslation();
  const many = formatQuantity(quantity(Math.abs(kept.quantity)));
  return <Dotted parts={[t(`keptGoods.timeline.${kept.entryKind}`, { item: kept.name, many }), kept.reason, staffName]} />;
};
