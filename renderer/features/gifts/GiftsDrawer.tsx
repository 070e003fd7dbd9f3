import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gift } from '../../../shared/contract/gifts.ts';
import type { IncidentId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { GiftForm, type GiftOwner } from './GiftForm.tsx';
import { giftText } from './giftText.ts';
import { useSetWords } from './useSetWords.ts';

interface GiftsDrawerProps {
  readonly owner: GiftOwner;
  /** What the next gift makes good: the form stands open. */
  readonly incidentId?: IncidentId | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What somebody was given beyond what they paid for, what all of it cost, and giving something (R086). */
export const GiftsDrawer = ({ owner, incidentId = null, isOpen, onClose }: GiftsDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={420}
      opened={isOpen}
      onClose={onClose}
      title={t('gifts.card.title', { name: owner.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen &&
        (incidentId === null ? <GiftsOf owner={owner} /> : <GiftForm owner={owner} incidentId={incidentId} onClose={onClose} />)}
    </Drawer>
  );
};

const GiftsOf = ({ owner }: { readonly owner: GiftOwner }) => {
  const { t } = useTranslation();
  const may = useMay();
  const money = useMoney();
  const [isGiving, setIsGiving] = useState(false);
  const list = useOperation('gifts.ofCustomer', { customerId: owner.customerId });
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { gifts, count, costCents } = list.data;
  const give = may('loyalty.write') && !isGiving && (
    <Button
      data-autofocus
      w="fit-content"
      onClick={() => {
        setIsGiving(true);
      }}
    >
      {t('gifts.card.give')}
    </Button>
  );
  return (
    <Stack gap="md" pt={4} px={2}>
      {isGiving && (
        <GiftForm
          owner={owner}
          onClose={() => {
            setIsGiving(false);
          }}
        />
      )}
      {count === 0 && !isGiving ? (
        <EmptyState icon={IconHeartHandshake} title={t('gifts.card.none.title')} text={t('gifts.card.none.text')}>
          {give}
        </EmptyState>
      ) : (
        give
      )}
      {count > 0 && (
        <Text size="sm" c="dimmed">
          {t('gifts.card.sum', { count, amount: money(costCents) })}
        </Text>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {gifts.map((gift) => (
          <GiftRow key={gift.id} gift={gift} />
        ))}
      </Stack>
    </Stack>
  );
};

const GiftRow = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation();
  const words = useSetWords();
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm">{giftText(t, gift)}</Text>
        <Text size="xs" c="dimmed">
          <DateText date={gift.businessDate} as="figures" /> · {gift.reason}
          {gift.staffName !== null && ` · ${gift.staffName}`}
        </Text>
        {gift.set !== null && (
          <Text size="xs" c="dimmed">
            {gift.set.name} · {words.changes(gift.set.changes)}
          </Text>
        )}
      </Stack>
      <Text size="sm" fw={700} flex="none">
        <MoneyText amount={gift.costCents} />
      </Text>
    </Group>
  );
};
