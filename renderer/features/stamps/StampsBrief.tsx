import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { useStampWords } from './useStampWords.ts';

/** How the cards of somebody stand who has just come in; nothing where there is no stamp on any. */
export const StampsBrief = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const { standing } = useStampWords();
  const cards = useOperation('stamps.ofCustomer', { customerId }).data?.cards ?? [];
  const begun = cards.filter(({ stamps }) => stamps !== 0);
  if (begun.length === 0) return null;
  return (
    <Text size="sm">
      <Text span inherit c="dimmed">
        {t('stamps.brief')}
      </Text>{' '}
      <Text span inherit c="var(--regulars-advice-text)">
        {begun.map((card) => `${card.name} ${standing(card)}`).join(' · ')}
      </Text>
    </Text>
  );
};
