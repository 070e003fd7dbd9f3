import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardType } from '../../../shared/contract/countCardTypes.ts';
import { MOST_CARD_DAYS } from '../../../shared/domain/loyalty/cardTypes.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

/** Moves the end of every card of a kind that is in use, such as after weeks in which the shop was closed (X56). */
export const ExtendAll = ({ type }: { readonly type: CardType }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const showError = useErrorToast();
  const extendAll = useCommand('countCards.extendAll', { quiet: true });
  const [days, setDays] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const run = async (): Promise<void> => {
    if (typeof days !== 'number') return;
    try {
      const { changeId, cards } = await extendAll.mutateAsync({ cardTypeId: type.id, days, reason });
      done({
        label: t('countCards.types.done.extendedAll', { count: cards, days }),
        undo: () => call('countCards.takeBackExtension', { changeId, reason: t('countCards.card.undone') }),
      });
      setDays('');
      setReason('');
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Stack gap="xs" mt="lg" component="section" aria-label={t('countCards.types.extendAll')}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <NumberInput
          w="6rem"
          label={t('countCards.card.days')}
          min={1}
          max={MOST_CARD_DAYS}
          allowDecimal={false}
          clampBehavior="strict"
          value={days}
          onChange={setDays}
        />
        <TextInput
          flex={1}
          label={t('countCards.card.reason')}
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <Button
          variant="default"
          loading={extendAll.isPending}
          disabled={typeof days !== 'number' || reason.trim() === ''}
          onClick={() => void run()}
        >
          {t('countCards.types.extendAll')}
        </Button>
      </Group>
    </Stack>
  );
};
