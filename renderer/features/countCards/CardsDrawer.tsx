import { Button, Drawer, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { CountCardPaper } from './CountCardPaper.tsx';
import { IssueCardForm } from './IssueCardForm.tsx';

interface CardsDrawerProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Somebody's count cards: what is left of each, its history, and what can be done with it by hand (R069). */
export const CardsDrawer = ({ card, isOpen, onClose }: CardsDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={480}
      opened={isOpen}
      onClose={onClose}
      title={t('countCards.card.title', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <CardsOf card={card} />}
    </Drawer>
  );
};

const CardsOf = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [includeOver, setIncludeOver] = useState(false);
  const [isIssuing, setIsIssuing] = useState(false);
  const found = useOperation('countCards.ofCustomer', { customerId: card.id, includeOver }, { keepPrevious: true });
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const { cards, over } = found.data;
  return (
    <Stack gap="md">
      {cards.length === 0 && !isIssuing && (
        <Text size="sm" c="dimmed">
          {t('countCards.card.empty')}
        </Text>
      )}
      {cards.map((one) => (
        <CountCardPaper key={one.id} card={one} ownerName={card.fields.name} />
      ))}
      {over > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          onClick={() => {
            setIncludeOver(!includeOver);
          }}
        >
          {includeOver ? t('countCards.card.hideOver') : t('countCards.card.showOver', { count: over })}
        </Button>
      )}
      {isIssuing ? (
        <IssueCardForm
          customerId={card.id}
          name={card.fields.name}
          onClose={() => {
            setIsIssuing(false);
          }}
        />
      ) : (
        may('loyalty.adjust') &&
        card.removedAt === null && (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
            onClick={() => {
              setIsIssuing(true);
            }}
          >
            {t('countCards.card.issue')}
          </Button>
        )
      )}
    </Stack>
  );
};
