import { Button, Spoiler, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../../app/shop.tsx';
import { useUndo } from '../../../app/useUndo.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { ToDoLine } from '../card/ToDoLine.tsx';
import type { Card } from '../form/customerValues.ts';

interface HandoverLineProps {
  readonly card: Card;
  readonly handover: NonNullable<Card['handover']>;
}

/** Two lines of the note stand at once. */
const NOTE_HEIGHT = 42;

/** What the former owner wrote for the next one, among what is to be done, until somebody has read it (R175). */
export const HandoverLine = ({ card, handover }: HandoverLineProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const setRead = useCommand('handovers.setRead');
  const nobody = t('customers.timeline.nobody');
  const input = { customerId: card.id, handoverId: handover.id };
  const onRead = async (): Promise<void> => {
    await setRead.mutateAsync({ ...input, isRead: true });
    done({ label: t('card.handover.read'), undo: () => call('handovers.setRead', { ...input, isRead: false }) });
  };
  return (
    <ToDoLine
      icon={IconArrowsExchange}
      color="jade"
      action={
        <Button variant="default" size="compact-xs" flex="none" loading={setRead.isPending} onClick={() => void onRead()}>
          {t('card.handover.gotIt')}
        </Button>
      }
    >
      <b>
        {dateWords(t, handover.on, today)} ·{' '}
        {t('customers.timeline.handover', { from: handover.fromName ?? nobody, to: handover.toName ?? nobody })}
      </b>
      {handover.note !== null && (
        <Spoiler maxHeight={NOTE_HEIGHT} showLabel={t('card.handover.whole')} hideLabel={t('card.handover.less')}>
          <Text size="sm" component="span" inherit>
            {handover.note}
          </Text>
        </Spoiler>
      )}
    </ToDoLine>
  );
};
