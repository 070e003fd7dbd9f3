import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../../app/shop.tsx';
import { useUndo } from '../../../app/useUndo.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import type { Card } from '../form/customerValues.ts';

/** What the former owner wrote for the next one, until somebody has read it (R175). */
export const HandoverNote = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const setRead = useCommand('handovers.setRead');
  const { handover } = card;
  if (handover === null) return null;
  const nobody = t('customers.timeline.nobody');
  const input = { customerId: card.id, handoverId: handover.id };
  const onRead = async (): Promise<void> => {
    await setRead.mutateAsync({ ...input, isRead: true });
    done({ label: t('card.handover.read'), undo: () => call('handovers.setRead', { ...input, isRead: false }) });
  };
  return (
    <Alert color="jade" variant="light" mx="md" mb="sm" py="xs" icon={<IconArrowsExchange size={18} stroke={1.7} aria-hidden />}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={700}>
            {dateWords(t, handover.on, today)} ·{' '}
            {t('customers.timeline.handover', { from: handover.fromName ?? nobody, to: handover.toName ?? nobody })}
          </Text>
          {handover.note !== null && <Text size="sm">{handover.note}</Text>}
        </div>
        <Button variant="default" size="compact-sm" flex="none" loading={setRead.isPending} onClick={() => void onRead()}>
          {t('card.handover.gotIt')}
        </Button>
      </Group>
    </Alert>
  );
};
