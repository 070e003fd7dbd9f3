import { Button, Drawer, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { StampEntries } from './StampEntries.tsx';
import { StampsForm } from './StampsForm.tsx';
import { useStampWords } from './useStampWords.ts';

interface StampsDrawerProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Somebody's cards of stamps: how far each is, what a full one brings, what led to it, and stamps by hand (X61). */
export const StampsDrawer = ({ card, isOpen, onClose }: StampsDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={420}
      opened={isOpen}
      onClose={onClose}
      title={t('stamps.card.title', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <StampsOf card={card} />}
    </Drawer>
  );
};

const StampsOf = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [isChanging, setIsChanging] = useState(false);
  const list = useOperation('stamps.ofCustomer', { customerId: card.id });
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { cards, entries } = list.data;
  return (
    <Stack gap="md" pt={4} px={2}>
      {cards.map((one) => (
        <Standing key={one.cardId} card={one} />
      ))}
      {isChanging ? (
        <StampsForm
          card={card}
          cards={cards}
          onClose={() => {
            setIsChanging(false);
          }}
        />
      ) : (
        may('loyalty.adjust') &&
        card.removedAt === null && (
          <Button
            variant="default"
            w="fit-content"
            onClick={() => {
              setIsChanging(true);
            }}
          >
            {t('stamps.card.adjust')}
          </Button>
        )
      )}
      <StampEntries entries={entries} />
    </Stack>
  );
};

const Standing = ({ card }: { readonly card: OutputOf<'stamps.ofCustomer'>['cards'][number] }) => {
  const { t } = useTranslation();
  const words = useStampWords();
  const { stamps, needed, rewards } = card;
  return (
    <Stack gap={4} component="section" aria-label={card.name}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} size="sm">
          {card.name}
        </Title>
        <Text size="sm" fw={700} flex="none" c="var(--regulars-advice-text)">
          {words.standing(card)}
        </Text>
      </Group>
      <Progress
        value={(Math.min(Math.max(stamps, 0), needed) / needed) * 100}
        color="gold"
        size="md"
        aria-label={words.standing(card)}
      />
      <Text size="xs" c="dimmed">
        {[
          t('stamps.card.gets', { reward: words.reward(card) }),
          ...(stamps >= needed ? [t('stamps.card.waits')] : []),
          ...(rewards > 0 ? [t('stamps.card.hadRewards', { count: rewards })] : []),
        ].join(' · ')}
      </Text>
    </Stack>
  );
};
