import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconHeart } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../../ipc/useOperation.ts';
import type { Card } from '../../customers/form/customerValues.ts';
import { ScoreDrawer } from './ScoreDrawer.tsx';

/** How loyal somebody is in one figure (R089). Opens what it is made of, and what could be done for them (R088). Nothing for whoever never bought. */
export const ScoreLine = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useOperation('loyalty.score', { customerId: card.id });
  const suggestions = useOperation('loyalty.suggestions', { customerId: card.id }).data?.suggestions ?? [];
  if (data?.facts.firstPurchaseOn == null) return null;
  const { score, isPriority } = data;
  return (
    <>
      <UnstyledButton
        mb={8}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        <Group gap={6} wrap="nowrap">
          <IconHeart size={16} stroke={1.7} color="var(--regulars-advice-text)" aria-hidden />
          <Text size="sm" fw={700} c="var(--regulars-advice-text)">
            {t('loyalty.score.line', { score })}
          </Text>
          {isPriority && <Text size="sm">{t('loyalty.score.priority')}</Text>}
          {suggestions.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('loyalty.score.ideas', { count: suggestions.length })}
            </Text>
          )}
        </Group>
      </UnstyledButton>
      <ScoreDrawer
        card={card}
        found={data}
        suggestions={suggestions}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
