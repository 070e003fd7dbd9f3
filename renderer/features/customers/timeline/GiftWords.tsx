import { useTranslation } from 'react-i18next';
import { useMoney } from '../../../components/useMoney.ts';
import { giftText } from '../../gifts/giftText.ts';
import { Dotted } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface GiftWordsProps {
  readonly gift: NonNullable<TimelineEntry['gift']>;
  readonly staffName: string | null;
}

/** What somebody was given, why, and what it cost. */
export const GiftWords = ({ gift, staffName }: GiftWordsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const what = t(gift.isForIncident ? 'gifts.timeline.forIncident' : 'gifts.timeline.given', {
    what: giftText(t, gift),
    amount: money(gift.costCents),
  });
  return <Dotted parts={[what, gift.reason, staffName]} />;
};
