import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../../shared/domain/loyalty/tiers.ts';
import { call } from '../../../ipc/client.ts';
import { studyQuery } from '../../../ipc/useOperation.ts';
import { parseAmount } from './tierValues.ts';

interface TierMovesProps {
  readonly tierId: string | null;
  readonly basis: TierBasis;
  readonly place: number;
  readonly threshold: string;
  readonly keepThreshold: string;
}

/** How many people the thresholds would move, told while they are typed. */
export const TierMoves = ({ tierId, basis, place, threshold, keepThreshold }: TierMovesProps) => {
  const { t } = useTranslation();
  const reached = parseAmount(basis, threshold);
  const kept = keepThreshold.trim() === '' ? null : parseAmount(basis, keepThreshold);
  const [input] = useDebouncedValue({ tierId, place, threshold: reached ?? 0, keepThreshold: kept }, 300);
  const isAsked = reached !== null && threshold.trim() !== '';
  const { data } = useQuery({ ...studyQuery('tiers.preview', input, (asked) => call('tiers.preview', asked)), enabled: isAsked });
  if (!isAsked || data === undefined) return null;
  return (
    <Text size="sm" c="dimmed" component="output">
      {[
        data.rise === 0 ? t('tiers.moves.nobody') : t('tiers.moves.rise', { count: data.rise }),
        ...(data.fall === 0 ? [] : [t('tiers.moves.fall', { count: data.fall })]),
      ].join(' ')}
    </Text>
  );
};
