import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cents } from '../../../../shared/types/amounts.ts';
import { useMoney } from '../../../components/useMoney.ts';
import type { TimelineEntry } from './useTimeline.ts';

interface CreditWordsProps {
  readonly credit: NonNullable<TimelineEntry['credit']>;
  readonly staffName: string | null;
}

/** What was repaid or written off of what is owed. */
export const CreditWords = ({ credit, staffName }: CreditWordsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const rest = [credit.reason, staffName].filter((part) => part !== null);
  return (
    <Text size="sm" td={credit.isReversed ? 'line-through' : undefined}>
      {t(`credit.kinds.${credit.entryKind}`)} <b>{money(cents(Math.abs(credit.cents)))}</b>
      {rest.map((part) => ` · ${part}`)}
    </Text>
  );
};
