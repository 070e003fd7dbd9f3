import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { purseTotal } from '../../../../shared/domain/storedValue/purse.ts';
import { useMoney } from '../../../components/useMoney.ts';
import type { TimelineEntry } from './useTimeline.ts';

interface StoredValueWordsProps {
  readonly storedValue: NonNullable<TimelineEntry['storedValue']>;
  readonly staffName: string | null;
}

/** Stored value that came or went outside a visit, or at one of somebody who may spend it. */
export const StoredValueWords = ({ storedValue, staffName }: StoredValueWordsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { entryKind, giftCents, reason, isReversed, byName } = storedValue;
  const total = purseTotal(storedValue);
  const rest = [
    byName === null ? null : t('sharers.by', { name: byName }),
    giftCents === 0 ? null : t('storedValue.giftPart', { amount: money(giftCents) }),
    reason,
    staffName,
  ].filter((part) => part !== null);
  return (
    <Text size="sm" td={isReversed ? 'line-through' : undefined}>
      {t(`storedValue.kinds.${entryKind}`)} <b>{`${total > 0 ? '+' : ''}${money(total)}`}</b>
      {rest.map((part) => ` · ${part}`)}
    </Text>
  );
};
