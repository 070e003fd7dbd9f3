import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExpiringFact } from '../../../shared/contract/things.ts';
import { daysBetween } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';

/** How something that runs out stands: amber inside its lead time, red once past; the words say it too. Nothing while it is fine. */
export const ExpiryBadge = ({ fact }: { readonly fact: Pick<ExpiringFact, 'validUntil' | 'state'> }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { validUntil, state } = fact;
  if (state === 'fine') return null;
  return (
    <Badge color={state === 'past' ? 'red' : 'amber'} tt="none" flex="none">
      {state === 'past'
        ? t('things.facts.past', { count: daysBetween(validUntil, today) })
        : t('things.facts.near', { when: dateWords(t, validUntil, today) })}
    </Badge>
  );
};
