import { useTranslation } from 'react-i18next';
import { useRewardWords } from '../../rewards/useRewardWords.ts';
import { Dotted } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface RewardWordsProps {
  readonly reward: NonNullable<TimelineEntry['reward']>;
  readonly staffName: string | null;
}

/** A reward that somebody got for points, or brought back. */
export const RewardWords = ({ reward, staffName }: RewardWordsProps) => {
  const { t } = useTranslation();
  const words = useRewardWords();
  const { event, quantity, reason, isReversed } = reward;
  const name = quantity === 1 ? reward.name : t('rewards.many', { name: reward.name, count: quantity });
  return (
    <Dotted isUndone={isReversed} parts={[t(`rewards.timeline.${event}`, { name }), words.takes(reward), reason, staffName]} />
  );
};
