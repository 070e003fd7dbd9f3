import { Button, Drawer, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerId, ValueCardId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { CardDetail } from './CardDetail.tsx';
import { SellForm } from './SellForm.tsx';
import { useValueCardWords } from './useValueCardWords.ts';

interface Owner {
  readonly id: CustomerId;
  readonly name: string;
  readonly isRemoved: boolean;
}
/** What the drawer shows: all cards, one of them, or the form that sells one. */
type Mode = 'list' | 'sell' | { readonly cardId: ValueCardId };

interface ValueCardsDrawerProps {
  readonly owner: Owner;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Somebody's shopping cards and the gift cards on record for them; selling one. */
export const ValueCardsDrawer = ({ owner, isOpen, onClose }: ValueCardsDrawerProps) => {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('list');
  const back = (): void => {
    setMode('list');
  };
  return (
    <Drawer
      position="right"
      size={480}
      // Out of a form Escape leads back to the list first.
      closeOnEscape={mode !== 'sell'}
      opened={isOpen}
      onClose={() => {
        back();
        onClose();
      }}
      title={t(mode === 'sell' ? 'valueCards.open.sellTitle' : 'valueCards.open.title', { name: owner.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && mode === 'list' && <List owner={owner} onMode={setMode} />}
      {isOpen && mode === 'sell' && (
        <SellForm
          owner={owner}
          onClose={back}
          onSold={(cardId) => {
            setMode({ cardId });
          }}
        />
      )}
      {isOpen && typeof mode === 'object' && <CardDetail cardId={mode.cardId} onBack={back} />}
    </Drawer>
  );
};

const List = ({ owner, onMode }: { readonly owner: Owner; readonly onMode: (mode: Mode) => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const words = useValueCardWords();
  const [includeOver, setIncludeOver] = useState(false);
  const { data, error, refetch } = useOperation(
    'valueCards.ofCustomer',
    { customerId: owner.id, includeOver },
    { keepPrevious: true },
  );
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <Stack gap="lg">
      {may('loyalty.write') && !owner.isRemoved && (
        <Group>
          <Button
            data-autofocus
            onClick={() => {
              onMode('sell');
            }}
          >
            {t('valueCards.list.sell')}
          </Button>
        </Group>
      )}
      {data.cards.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('valueCards.open.none')}
        </Text>
      )}
      {data.cards.map((card) => (
        <Group key={card.id} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <UnstyledButton
              fz="sm"
              fw={700}
              onClick={() => {
                onMode({ cardId: card.id });
              }}
            >
              {words.named(card)}
            </UnstyledButton>
            <Text size="sm" c="dimmed">
              {[
                ...(card.standing === 'open' ? [] : [t(`valueCards.standing.${card.standing}`)]),
                words.paysFor(card.paysFor),
                words.until(card.validUntil),
              ].join(' · ')}
            </Text>
          </Stack>
          <MoneyText amount={card.leftCents} keepZeros fw={700} />
        </Group>
      ))}
      {data.over > 0 && !includeOver && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setIncludeOver(true);
            }}
          >
            {t('valueCards.open.over', { count: data.over })}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
