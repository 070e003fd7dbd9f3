import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { useCardWords } from './useCardWords.ts';

/** What somebody who has just come in has left on their cards; nothing where there is none. */
export const CardsBrief = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const { leftWords } = useCardWords();
  const cards = useOperation('countCards.ofCustomer', { customerId }).data?.cards ?? [];
  if (cards.length === 0) return null;
  return (
    <Text size="sm">
      <Text span inherit c="dimmed">
        {t('countCards.visit.brief')}
      </Text>{' '}
      <Text span inherit c="var(--regulars-advice-text)">
        {cards.map((card) => `${card.name} ${leftWords(card)}`).join(' · ')}
      </Text>
    </Text>
  );
};
