import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconCrown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../../ipc/useOperation.ts';
import { useTierWords } from '../../loyalty/tiers/useTierWords.ts';
import type { Card } from '../form/customerValues.ts';
import { TierDrawer } from './TierDrawer.tsx';

/** The tier somebody has and the way to the next one: "¥320 to Gold". Opens what it brings and how it came about. */
export const TierLine = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const words = useTierWords();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useOperation('tiers.ofCustomer', { customerId: card.id });
  if (data === undefined || (!data.hasTiers && data.held === null)) return null;
  const { held, next, basis } = data;
  const way =
    next !== null
      ? t('tiers.card.toNext', { amount: words(basis, next.missing), tier: next.tier.name })
      : held !== null && held.missingToKeep !== null && held.missingToKeep > 0
        ? t('tiers.card.toKeep', { amount: words(basis, held.missingToKeep) })
        : null;
  return (
    <>
      <UnstyledButton
        mb={8}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        <Group gap={6} wrap="nowrap">
          <IconCrown size={16} stroke={1.7} color="var(--mantine-color-gold-text)" aria-hidden />
          <Text size="sm" fw={700} c="var(--mantine-color-gold-text)">
            {held?.tier.name ?? t('tiers.card.none')}
          </Text>
          {held?.untilOn != null && (
            <Text size="sm" c="dimmed">
              {t('tiers.card.untilShort', { until: held.untilOn })}
            </Text>
          )}
          {way !== null && (
            <Text size="sm" c="dimmed">
              {way}
            </Text>
          )}
        </Group>
      </UnstyledButton>
      <TierDrawer
        card={card}
        tier={data}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
