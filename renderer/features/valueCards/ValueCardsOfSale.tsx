import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useValueCardWords } from './useValueCardWords.ts';

/** Which cards with money on them paid for a visit or were paid back to, and what is left on them. */
export const ValueCardsOfSale = ({ cards }: { readonly cards: OutputOf<'visits.findById'>['valueCards'] }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const words = useValueCardWords();
  if (cards.length === 0) return null;
  return (
    <Group justify="flex-end" px="md" pb="sm" gap="md" c="dimmed">
      {cards.map((card) => (
        <Text key={card.cardId} size="sm">
          {[
            words.named(card),
            ...(card.paidCents > 0 ? [t('valueCards.sale.paid', { amount: money(card.paidCents) })] : []),
            ...(card.returnedCents > 0 ? [t('valueCards.sale.returned', { amount: money(card.returnedCents) })] : []),
            t('valueCards.sale.left', { amount: money(card.leftCents, true) }),
          ].join(' · ')}
        </Text>
      ))}
    </Group>
  );
};
