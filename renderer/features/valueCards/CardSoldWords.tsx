import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import type { TimelineEntry } from '../customers/timeline/useTimeline.ts';

interface CardSoldWordsProps {
  readonly card: NonNullable<TimelineEntry['valueCard']>;
  readonly staffName: string | null;
}

/** A card with money on it that was sold to somebody; struck out once it was ended. */
export const CardSoldWords = ({ card, staffName }: CardSoldWordsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const rest = [
    ...(card.paidCents === card.faceCents ? [] : [t('valueCards.sold.paid', { amount: money(card.paidCents) })]),
    ...(staffName === null ? [] : [staffName]),
  ];
  return (
    <Text size="sm" td={card.isVoid ? 'line-through' : undefined}>
      {card.name} <b>{money(card.faceCents)}</b>
      {rest.map((part) => ` · ${part}`)}
    </Text>
  );
};
